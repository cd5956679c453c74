import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useState } from "react";
import { count, shortDay } from "#client/format.ts";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import type { CaseloadView, MovedItem, NoMoveItem, ToFinishItem } from "#core/contracts/caseload.ts";
import { isDay } from "#core/day.ts";
import { DIRECTION_WORDS } from "#core/vocabulary/shift.ts";
import rowClasses from "./caseload.module.css";
import { useDismiss } from "./caseload.ts";
import { NoMoveDismissal } from "./NoMoveDismissal.tsx";
import classes from "./panels.module.css";
import { directionMark, gainLine, type Line, moveLine, noMoveWords } from "./row-words.ts";

/** How many items a panel shows before it is asked for the rest. */
const SHOWN = 4;
/** How many moves or gains stand with one case. */
const LINES = 2;

/** Which cases moved, which did not, what is owed. */
export function CaseloadPanels({ view }: { readonly view: CaseloadView }) {
  const dismiss = useDismiss();
  const [asked, setAsked] = useState<NoMoveItem | null>(null);
  return (
    <div className={classes.panels}>
      <ItemsPanel
        title={`moved in the last ${count(view.movedWithinDays, "day")}`}
        items={view.moved}
        nothing="Nothing new: no stage change and no shift that you have not marked as seen."
        row={(item) => (
          <MovedRow key={item.caseId} item={item} today={view.today} onDismiss={() => dismiss({ ...pick(item), panel: "moved", reason: null })} />
        )}
      />
      <ItemsPanel
        title="no move on the ladder"
        items={view.noMove}
        nothing={`A case stands here after ${view.noMoveAfterSessions} rated sessions without an upward move, beside what the active partner gained meanwhile.`}
        row={(item) => <NoMoveRow key={item.caseId} item={item} today={view.today} onDismiss={() => setAsked(item)} />}
      />
      <ItemsPanel
        title="to finish"
        items={view.toFinish}
        nothing="Nothing is owed: no unfinished notes, no consent missing, no answer to read."
        row={(item) => <ToFinishRow key={item.kind === "draft" ? item.draftId : `${item.kind} ${item.caseId}`} item={item} today={view.today} />}
      />
      <NoMoveDismissal
        item={asked}
        onCancel={() => setAsked(null)}
        onDismiss={(item, reason) => {
          setAsked(null);
          dismiss({ ...pick(item), panel: "no-move", reason });
        }}
      />
    </div>
  );
}

function pick({ caseId, label, upTo }: MovedItem | NoMoveItem) {
  return { caseId, label, upTo };
}

interface ItemsPanelProps<I> {
  readonly title: string;
  readonly items: readonly I[];
  readonly nothing: string;
  readonly row: (item: I) => ReactNode;
}

function ItemsPanel<I>({ title, items, nothing, row }: ItemsPanelProps<I>) {
  const [all, setAll] = useState(false);
  return (
    <section className={classes.panel}>
      <h2 className={classes.panelTitle} tabIndex={-1}>
        <span className={classes.panelCount}>{items.length}</span> {title}
      </h2>
      {items.length === 0 ? (
        <p className={classes.nothing}>{nothing}</p>
      ) : (
        <ul className={classes.items}>{(all ? items : items.slice(0, SHOWN)).map(row)}</ul>
      )}
      {items.length > SHOWN && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${items.length}`}
        </button>
      )}
    </section>
  );
}

interface DismissibleProps<I> {
  readonly item: I;
  readonly today: string;
  readonly onDismiss: () => void;
}

function MovedRow({ item, today, onDismiss }: DismissibleProps<MovedItem>) {
  return (
    <li className={classes.item}>
      <SeatGlyph stage={item.stage} />
      <div className={classes.itemWords}>
        <CaseLink item={item} /> <Lines lines={item.moves.map((move) => moveLine(move, today))} />
      </div>
      <DismissButton label={`Seen: take ${item.label} off the moved list`} onClick={onDismiss} />
    </li>
  );
}

function NoMoveRow({ item, today, onDismiss }: DismissibleProps<NoMoveItem>) {
  const gained = item.gained.map((gain) => gainLine(gain, today));
  return (
    <li className={classes.item}>
      <SeatGlyph stage={item.stage} />
      <div className={classes.itemWords}>
        <CaseLink item={item} /> <span className={classes.line}>{noMoveWords(item)}</span>
        {gained.length > 0 ? <Lines lines={gained} /> : <span className={classes.quietLine}>no gain of the active partner recorded meanwhile</span>}
      </div>
      <DismissButton label={`Set ${item.label} aside until the next session, with a reason`} onClick={onDismiss} />
    </li>
  );
}

function ToFinishRow({ item, today }: { readonly item: ToFinishItem; readonly today: string }) {
  if (item.kind === "consent-missing") {
    return (
      <li className={classes.item}>
        <span className={rowClasses.flag} data-urgent>
          consent
        </span>
        <Link to="/cases/$caseId/edit" params={{ caseId: item.caseId }} className={classes.itemLink}>
          <span className="case-name">{item.label}</span>, partner in the room without a collateral consent
        </Link>
      </li>
    );
  }
  if (item.kind === "prompt-owed") {
    return (
      <li className={classes.item}>
        <span className={rowClasses.flag}>measure</span>
        <Link to="/cases/$caseId/measures" params={{ caseId: item.caseId }} className={classes.itemLink}>
          <span className="case-name">{item.label}</span>, one answer to read alone
        </Link>
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <span className={rowClasses.flag}>draft</span>
      <Link to="/log/$draftId" params={{ draftId: item.draftId }} className={classes.itemLink}>
        <span className="case-name">{item.label}</span>, {item.draftKind === "correction" ? "correction" : "note"}
        {isDay(item.day) && ` of ${shortDay(item.day, today)}`}
      </Link>
    </li>
  );
}

function CaseLink({ item }: { readonly item: { readonly caseId: string; readonly label: string } }) {
  return (
    <Link to="/cases/$caseId" params={{ caseId: item.caseId }} className={`case-name ${classes.itemName}`}>
      {item.label}
    </Link>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const shown = lines.slice(0, LINES);
  const rest = lines.length - shown.length;
  return (
    <>
      {shown.map((line, index) => (
        <span key={`${line.words} ${line.quiet}`} className={classes.line}>
          {line.words}
          {line.direction !== null && (
            <span className={line.direction === "neither" ? "dim" : line.direction}>
              {"\u00a0"}
              <span aria-hidden="true">{directionMark(line.direction)}</span>
              <span className="visually-hidden">({DIRECTION_WORDS[line.direction]})</span>
            </span>
          )}
          {line.quiet !== "" && <span className={classes.quiet}> {line.quiet}</span>}
          {rest > 0 && index === shown.length - 1 && <span className={classes.quiet}> and {rest} more</span>}
        </span>
      ))}
    </>
  );
}

function DismissButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      className={classes.dismiss}
      aria-label={label}
      title={label}
      onClick={(event) => {
        // The button goes with its item; the focus stays in the panel.
        event.currentTarget.closest("section")?.querySelector("h2")?.focus();
        onClick();
      }}
    >
      <span aria-hidden="true">✕</span>
    </button>
  );
}
