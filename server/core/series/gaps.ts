import { type Day, daysBetween } from "#core/day.ts";
import type { DayX } from "./axis.ts";
import { isSitting, type Placed } from "./axis.ts";

/** A long stretch without a sitting: every line is broken across it, and it is named. */
export interface Gap {
  readonly fromX: DayX;
  readonly toX: DayX;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly days: number;
  /** Whole weeks, rounded down: never said longer than it was. */
  readonly weeks: number;
}

/** Longer than three times the usual interval. Below three weeks a missed hour or two is no gap. */
const TIMES_THE_MEDIAN = 3;
const SHORTEST_DAYS = 21;

/**
 * The long gaps of a timeline: intervals between neighbouring days with a sitting that are longer than 3 × the median interval
 * and at least 21 days. Cancelled hours and calls between sessions do not fill a gap: nothing was rated in it.
 */
export function longGaps(placed: readonly Placed[]): Gap[] {
  return gapsBetween(placed.filter(isSitting).map(({ x, occasion }) => ({ x, day: occasion.day })));
}

/** The same of anything that stands on days, in order of time: sittings, scores. */
export function gapsBetween(sittings: readonly { readonly x: DayX; readonly day: Day }[]): Gap[] {
  const intervals = intervalsBetween(sittings);
  const median = medianOf(intervals.map((each) => each.days));
  if (median === null) return [];
  return intervals.filter((each) => each.days >= SHORTEST_DAYS && each.days > TIMES_THE_MEDIAN * median);
}

function intervalsBetween(sittings: readonly { readonly x: DayX; readonly day: Day }[]): Gap[] {
  const intervals: Gap[] = [];
  let last: (typeof sittings)[number] | null = null;
  for (const each of sittings) {
    if (last && last.day !== each.day) {
      const days = daysBetween(last.day, each.day);
      intervals.push({ fromX: last.x, toX: each.x, fromDay: last.day, toDay: each.day, days, weeks: Math.floor(days / 7) });
    }
    last = each;
  }
  return intervals;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Does any long gap lie, even partly, between two places? Then no line may join them. */
export function gapBetween(gaps: readonly Gap[], earlier: DayX, later: DayX): boolean {
  return gaps.some((gap) => earlier < gap.toX && later > gap.fromX);
}
