import { type ReactNode, startTransition, useId, useRef, useState } from "react";
import { madeOn } from "#client/charts/export/made-on.ts";
import { useDownload } from "#client/charts/export/use-download.ts";
import { useOnPaper } from "#client/charts/export/use-on-paper.ts";
import type { Day } from "#core/day.ts";
import type { LeavingKind } from "#core/vocabulary/chart-export.ts";
import classes from "./ChartFigure.module.css";

export interface ChartFigureProps {
  /** A sentence from the numbers drawn. */
  readonly title: string;
  /** Unit, how many, whose, which days: "0–10 · 14 ratings, yours · 3 Mar – 12 Nov". */
  readonly facts: string;
  /** What the figure is called, for whoever hears it, and above it in a file and on paper: "Timeline of Harbor". */
  readonly name: string;
  /** The middle of the file's name: "timeline-harbor". Cleaned before use. */
  readonly file: string;
  /** The practice's day: stands in the file and in its name. */
  readonly today: Day;
  /**
   * Writes the audit entry, before anything is made (docs/security.md, "Exports"). False, or a throw, and no file is made.
   * Where it is absent no download is offered.
   */
  readonly onDownload?: (kind: LeavingKind) => Promise<boolean>;
  /** The same figures as a table, none left out. */
  readonly table: ReactNode;
  /** What was left out of the drawing: "250 of 700 points drawn; highest and lowest kept". */
  readonly note?: string | undefined;
  /** Plain sentences that go along into the file and onto paper; on screen they stand beside the figure. */
  readonly sentences?: readonly string[];
  /** What chooses the stretch drawn: on screen only. */
  readonly controls?: ReactNode;
  readonly headingLevel?: 2 | 3;
  /** The drawing: svg elements and words. What is only for pointer and keyboard carries `data-screen-only`. */
  readonly children: ReactNode;
}

const NO_SENTENCES: readonly string[] = [];

/** The one frame of every chart: its sentence, its facts, its table twin, its files; on paper it stands alone, in grey. */
export function ChartFigure({ title, facts, name, file, today, onDownload, table, note, ...rest }: ChartFigureProps) {
  const { sentences = NO_SENTENCES, controls, headingLevel = 2, children } = rest;
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const onPaper = useOnPaper();
  const titleId = useId();
  const words = { name, title, facts, note, sentences, madeOn: today };
  const { outcome, download } = useDownload({ drawing, file, words, onDownload });
  // A table of seven hundred rows takes a moment: the page stays at hand meanwhile.
  const toggle = () => startTransition(() => setAsTable(!asTable));
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <figure className={classes.figure} aria-label={name} data-figure data-within={headingLevel === 3 || undefined}>
      <figcaption className={classes.head}>
        {onPaper ? <p className={classes.onPaper}>{name}</p> : null}
        <Heading id={titleId} className={classes.title}>
          {title}
        </Heading>
        <p className={classes.facts}>{facts}</p>
        <div className={classes.acts}>
          <button type="button" className={classes.act} onClick={toggle}>
            {asTable ? "as a chart" : "as a table"}
          </button>
          {onDownload === undefined ? null : (
            <span className={classes.files}>
              Download
              {(["png", "svg"] as const).map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className={classes.act}
                  aria-label={`Download as ${kind.toUpperCase()}`}
                  aria-describedby={titleId}
                  aria-disabled={outcome?.kind === "busy" || undefined}
                  onClick={() => void download(kind)}
                >
                  {kind.toUpperCase()}
                </button>
              ))}
            </span>
          )}
        </div>
      </figcaption>
      <p className={classes.outcome} role="status" data-kind={outcome?.kind}>
        {outcome?.words}
      </p>
      {controls === undefined ? null : <div className={classes.controls}>{controls}</div>}
      {/* Kept while the table stands in its place: paper shows both. */}
      <div ref={drawing} className={classes.drawing} hidden={asTable}>
        {children}
      </div>
      {note === undefined ? null : <p className={classes.note}>{note}</p>}
      {onPaper ? (
        <div className={classes.onPaper}>
          {[...sentences, madeOn(today)].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
      {asTable ? <div className={classes.table}>{table}</div> : null}
    </figure>
  );
}
