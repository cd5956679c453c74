import type { Day } from "#core/day.ts";
import type { Span } from "./axis.ts";
import { type Column, type Figure, figuresOf } from "./figures.ts";
import { occasionWords, type Stop } from "./stops.ts";

/** The chart's twin: the same figures as rows, one for each stop, oldest first. */
export interface TableRow {
  readonly key: string;
  readonly day: Day;
  readonly what: string;
  readonly figures: readonly Figure[];
  readonly marks: readonly string[];
}

/** The rows of the days shown: all of them, thinned by nothing. */
export function tableRows(stops: readonly Stop[], columns: readonly Column[], window: Span): TableRow[] {
  return stops
    .filter((stop) => stop.x >= window.from && stop.x < window.to)
    .map(({ day, placed, marks }) => ({
      key: placed ? placed.occasion.id : `case-${day}`,
      day,
      what: placed ? occasionWords(placed) : "The case",
      figures: placed ? figuresOf(placed, columns) : columns.map((column) => ({ ...column, words: "–", standing: "not-asked" as const })),
      marks: marks.map((mark) => mark.words),
    }));
}
