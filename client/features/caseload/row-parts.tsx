import { Link } from "@tanstack/react-router";
import { shortDay } from "#client/format.ts";
import type { CaseloadRow } from "#core/contracts/caseload.ts";
import classes from "./caseload.module.css";
import { changeWords, groundingWords, stageWords, unratedWords } from "./row-words.ts";
import { FLAG_WORDS } from "./search.ts";

/** The mark is seen, its meaning is heard; neither leans on colour. */
function ChangeMark({ change }: { readonly change: CaseloadRow["stageChange"] }) {
  const said = changeWords(change);
  if (!said) return null;
  return (
    <span className={classes.mark} title={said.words}>
      <span className={said.tone === "same" ? "dim" : said.tone} aria-hidden="true">
        {said.mark}
      </span>
      <span className="visually-hidden">, {said.words}</span>
    </span>
  );
}

export function StageCell({ row, today }: { readonly row: CaseloadRow; readonly today: string }) {
  const old = unratedWords(row, today);
  return (
    <>
      <span className={classes.together}>
        <span className={row.stage === null ? "dim" : undefined}>{stageWords(row)}</span> <ChangeMark change={row.stageChange} />
      </span>
      {old !== null && <span className={classes.since}> {old}</span>}
    </>
  );
}

export function GroundingCell({ row }: { readonly row: CaseloadRow }) {
  const said = groundingWords(row);
  return (
    <span className="numbers">
      <span className={classes.together}>
        <span aria-hidden="true" className={row.grounding === null ? "dim" : undefined}>
          {said.words}
        </span>
        <span className="visually-hidden">{said.heard}</span> <ChangeMark change={row.groundingChange} />
      </span>
      {said.partly !== null && (
        <span className={classes.partly} aria-hidden="true">
          {" "}
          {said.partly}
        </span>
      )}
    </span>
  );
}

export function DayCell({ day, today, absent }: { readonly day: string | null; readonly today: string; readonly absent: string }) {
  if (day !== null) return <time dateTime={day}>{shortDay(day, today)}</time>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{absent}</span>
    </>
  );
}

export function Flags({ row }: { readonly row: CaseloadRow }) {
  if (row.flags.length === 0 && row.status === "active") return null;
  return (
    <span className={classes.flags}>
      {row.status !== "active" && <span className={classes.flag}>{row.status}</span>}
      {row.flags.map((flag) => (
        <span key={flag} className={classes.flag} data-urgent={flag === "consent-missing" || flag === "safety-open" || undefined}>
          {FLAG_WORDS[flag]}
        </span>
      ))}
    </span>
  );
}

/** What can be done with a row without opening it; a closed case is read only. */
export function RowActions({ row }: { readonly row: CaseloadRow }) {
  if (row.status === "closed") return null;
  return (
    <span className={classes.rowActions}>
      <Link
        to="/cases/$caseId"
        params={{ caseId: row.caseId }}
        search={{ note: "change" }}
        className={classes.rowAction}
        aria-label={`Note a change in ${row.label}`}
      >
        Note
      </Link>
      <Link to="/log" search={{ caseId: row.caseId }} className={classes.rowAction} aria-label={`Log a session of ${row.label}`}>
        Log
      </Link>
    </span>
  );
}
