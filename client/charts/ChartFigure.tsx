import { type ReactNode, useId, useState } from "react";
import type { Day } from "#core/day.ts";
import type { PictureKind } from "#core/vocabulary/picture.ts";
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
   * Writes the audit entry, before anything is made: an export is audited (GUARDS 1). False, or a throw, and no file is made.
   * Where it is absent no download is offered.
   */
  readonly onDownload?: (kind: PictureKind) => Promise<boolean>;
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

/** The one frame of every chart: its sentence, its facts, its table twin, its files; on paper it stands alone, in grey. */
export function ChartFigure({ title, facts, name, table, note, controls, headingLevel = 2, children, ...rest }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const drawingId = useId();
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <figure className={classes.figure} aria-label={name} data-figure>
      <figcaption className={classes.head}>
        <Heading className={classes.title}>{title}</Heading>
        <p className={classes.facts}>{facts}</p>
        <div className={classes.acts}>
          <button type="button" className={classes.act} onClick={() => setAsTable(!asTable)}>
            {asTable ? "as a chart" : "as a table"}
          </button>
        </div>
      </figcaption>
      {controls}
      {/* Kept while the table stands in its place: paper shows both. */}
      <div id={drawingId} className={classes.drawing} hidden={asTable}>
        {children}
      </div>
      {asTable ? table : null}
      {note === undefined ? null : <p className={classes.note}>{note}</p>}
      <div className={classes.onPaper}>
        {rest.sentences?.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </figure>
  );
}
