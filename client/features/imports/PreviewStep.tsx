import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { count, dayWithYear, listed, sentenceCase } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { ImportPreview } from "#core/contracts/import.ts";
import { previewSentence, problemWords, reasonWords } from "./import-words.ts";
import classes from "./imports.module.css";
import type { ImportUnderWay } from "./use-import.ts";

/** More than this many lines are shown when asked for. */
const LINES_SHOWN = 60;

/** Step 3: what will come in, and every row that will not, by its number and its reason. */
export function PreviewStep({ work, preview }: { readonly work: ImportUnderWay; readonly preview: ImportPreview }) {
  const { comingIn, kind, leftOut, notes } = preview;
  const what = count(comingIn, kind === "sessions" ? "session" : "measurement");
  const sentence = useRef<HTMLParagraphElement>(null);
  // The answer to "see what will come in" is read out and brought into view.
  useEffect(() => sentence.current?.focus(), []);
  return (
    <Panel title="3 · What will come in">
      <div className={classes.stack}>
        <p ref={sentence} className={classes.sentence} tabIndex={-1}>
          {previewSentence(preview)}
        </p>
        <CasesComing preview={preview} />
        {leftOut.length > 0 && (
          <Lines
            title={`Rows that stay out (${leftOut.length})`}
            lines={leftOut.map((row) => ({ row: row.row, words: `${sentenceCase(reasonWords(row))}.`, cells: row.cells.join(" · ") }))}
          />
        )}
        {notes.length > 0 && (
          <Lines
            title={`Come in, with something to know (${notes.length})`}
            lines={notes.map((each) => ({ row: each.row, words: `${problemWords(each)}.`, cells: "" }))}
          />
        )}
        {preview.newThemes.length > 0 && <p className={classes.line}>New themes: {listed(preview.newThemes)}.</p>}
        {preview.newTracks.length > 0 && <p className={classes.line}>New tracks: {listed(preview.newTracks)}.</p>}
        {preview.columnsLeftOut.length > 0 && <p className={classes.line}>Columns left out: {listed(preview.columnsLeftOut)}.</p>}
        {kind === "sessions" && (
          <p className="dim">Where a stage or shift was seen is not in a spreadsheet: it comes in as “source not recorded”, and is counted apart.</p>
        )}
        {work.bringError !== null && (
          <p className={classes.trouble} role="alert">
            {sentenceFor(work.bringError)}
          </p>
        )}
        <div className={classes.actions}>
          <Button disabled={comingIn === 0} loading={work.isBringing} onClick={() => work.bringIn()}>
            {comingIn === 0 ? "Nothing to bring in" : `Bring in ${what}`}
          </Button>
          <span className="dim">All or nothing, and you can undo it.</span>
        </div>
      </div>
    </Panel>
  );
}

function CasesComing({ preview }: { readonly preview: ImportPreview }) {
  return (
    <ul className={classes.rows} aria-label="Cases">
      {preview.cases.map((each) => (
        <li key={each.label} className={classes.row}>
          <span>
            <span className="case-name">{each.label}</span>
            {each.caseId === null && each.comingIn > 0 && (
              <span className="dim">
                {" "}
                new · {each.active} and {each.observing}
              </span>
            )}
          </span>
          <span className="numbers">
            {each.comingIn === 0 ? "nothing new" : count(each.comingIn, preview.kind === "sessions" ? "session" : "measurement")}
            {each.firstDay !== null && each.lastDay !== null && `, ${dayWithYear(each.firstDay)} to ${dayWithYear(each.lastDay)}`}
            {each.alreadyHere > 0 && ` · ${each.alreadyHere} here already`}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  readonly row: number;
  readonly words: string;
  readonly cells: string;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, LINES_SHOWN);
  return (
    <section aria-label={title}>
      <h3 className={classes.legend}>{title}</h3>
      <ul className={classes.rows}>
        {shown.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may be named twice, and the list never changes
          <li key={at} className={classes.left}>
            <span className={classes.number}>Row {line.row}</span>
            <span>
              {line.words}
              {line.cells !== "" && <span className={classes.cells}>{line.cells}</span>}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {lines.length}
        </Button>
      )}
    </section>
  );
}
