import type { Look } from "#client/charts/frame/looks.ts";
import type { Day } from "#core/day.ts";
import type { DayX, Span } from "#core/series/axis.ts";
import type { Point } from "#core/series/rating-series.ts";
import type { Readout } from "#core/series/stops.ts";

/** One rating of a drawn series, with the day it is read by. */
export interface SeriesPoint extends Point {
  readonly day: Day;
  readonly sessionNumber: number | null;
}

export interface SeriesLine {
  readonly key: string;
  /** What the line is called where it is read. */
  readonly label: string;
  readonly look: Look;
  readonly points: readonly SeriesPoint[];
  /** Steps where a value holds until the next one; a straight line otherwise. */
  readonly steps?: boolean;
  /** A point in words where the number alone does not say it ("3 curious", "7, outside the usual range"). */
  readonly words?: (point: SeriesPoint) => string;
}

/** Lines on one scale. */
export interface SeriesPanel {
  readonly key: string;
  readonly title: string;
  readonly aside?: string;
  readonly lowest: number;
  readonly highest: number;
  /** The marks of the scale; both ends and the middle where absent. */
  readonly values?: readonly number[];
  readonly valueWords?: (value: number) => string;
  readonly height: number;
  readonly lines: readonly SeriesLine[];
  /** Level lines: limits, medians, a cut-off. */
  readonly levels?: readonly { readonly key: string; readonly value: number; readonly words: string; readonly from?: DayX; readonly to?: DayX }[];
  /** A sloping line: a direction. */
  readonly slope?: { readonly from: { readonly x: DayX; readonly value: number }; readonly to: { readonly x: DayX; readonly value: number } } | null;
}

/** A stretch of days that is shaded through every panel, and what it is. */
export interface SeriesStretch extends Span {
  readonly key: string;
  readonly words: string;
  /** `quiet`: what is drawn and not judged. */
  readonly tone: "worth-a-look" | "quiet";
}

/** A day through every panel. */
export interface SeriesMark {
  readonly x: DayX;
  readonly words: string;
}

/** Where a reader can stand: every place with a rating, in order of time. */
export interface SeriesStop {
  readonly x: DayX;
  readonly day: Day;
  readonly sessionNumber: number | null;
}

export function seriesStops(panels: readonly SeriesPanel[]): SeriesStop[] {
  const stops = new Map<DayX, SeriesStop>();
  for (const { x, day, sessionNumber } of panels.flatMap((panel) => panel.lines.flatMap((line) => line.points)))
    stops.set(x, { x, day, sessionNumber });
  return [...stops.values()].sort((a, b) => a.x - b.x);
}

/** Everything drawn at one place, "not rated" said where another line was rated and this one was not. */
export function seriesReadout(stop: SeriesStop, panels: readonly SeriesPanel[], dayWords: (day: Day) => string): Readout {
  const what = stop.sessionNumber === null ? "" : `Session ${stop.sessionNumber}, `;
  const figures = panels.flatMap((panel) =>
    panel.lines.map((line) => {
      const point = line.points.find((each) => each.x === stop.x);
      const words = point === undefined ? "not rated" : (line.words?.(point) ?? String(point.value));
      return {
        key: `${panel.key} ${line.key}`,
        label: line.label,
        words,
        standing: point === undefined ? ("not-rated" as const) : ("given" as const),
      };
    }),
  );
  return { title: `${what}${dayWords(stop.day)}`, figures, marks: [] };
}

/** Both ends of a scale, and the middle where it is a whole number. */
export function scaleValues(lowest: number, highest: number): number[] {
  const middle = (lowest + highest) / 2;
  return Number.isInteger(middle) ? [lowest, middle, highest] : [lowest, highest];
}
