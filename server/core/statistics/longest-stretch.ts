import { dayNumber } from "#core/day.ts";
import { median } from "./median.ts";

/** 0-based places, `from` included, `to` not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const TIMES_THE_MEDIAN = 3;

/**
 * The longest stretch of sessions without a long gap: one of more than three times the median gap between neighbouring days. Sessions
 * on one day have no gap between them, and none that counts for the median. Of equally long stretches, the last.
 * Throws RangeError for text that is no day and for days that are not in order of time.
 */
export function longestStretch(days: readonly string[]): Stretch {
  const numbers = days.map(dayNumber);
  const gaps = numbers.slice(1).map((number, place) => number - (numbers[place] ?? number));
  if (gaps.some((gap) => gap < 0)) throw new RangeError("days are in order of time");
  const between = gaps.filter((gap) => gap > 0);
  const longest = between.length === 0 ? 0 : TIMES_THE_MEDIAN * median(between);
  const starts = [0, ...gaps.flatMap((gap, place) => (gap > longest ? [place + 1] : []))];
  const stretches = starts.map((from, which) => ({ from, to: starts[which + 1] ?? days.length }));
  return stretches.reduce((best, each) => (each.to - each.from >= best.to - best.from ? each : best), { from: 0, to: 0 });
}
