import { type Day, dayFromNumber, dayNumber } from "#core/day.ts";
import type { DayX, Span } from "./axis.ts";
import type { Point } from "./rating-series.ts";
import type { Stop } from "./stops.ts";

/** Narrower than this nothing can be read between two marks; a smaller drag is a click. */
const NARROWEST_DAYS = 3;

/**
 * The stretch of days that a drag from one place to another chooses: whole days, either way round, kept inside the course.
 *
 * @returns null where the drag is narrower than three days or holds nothing to read; the view then stays as it is
 */
export function chooseWindow(drag: Span, whole: Span, stops: readonly Stop[]): Span | null {
  const from = Math.max(whole.from, Math.floor(Math.min(drag.from, drag.to)));
  const to = Math.min(whole.to, Math.ceil(Math.max(drag.from, drag.to)));
  if (to - from < NARROWEST_DAYS) return null;
  return stops.some((stop) => stop.x >= from && stop.x < to) ? { from, to } : null;
}

/** The same from two days, the last one included. */
export function windowOfDays(fromDay: Day, toDay: Day, course: { readonly whole: Span; readonly stops: readonly Stop[] }): Span | null {
  return chooseWindow({ from: dayNumber(fromDay), to: dayNumber(toDay) + 1 }, course.whole, course.stops);
}

/** First and last day of a stretch. Its right edge is the midnight after the last day. */
export function daysOf(window: Span): { readonly from: Day; readonly to: Day } {
  return { from: dayFromNumber(Math.ceil(window.from)), to: dayFromNumber(Math.ceil(window.to) - 1) };
}

/** The points inside, and one more on each side, so that a line runs to the edge instead of ending short of it. */
export function pointsWithin<P extends Point>(points: readonly P[], { from, to }: Span): readonly P[] {
  const first = firstAtOrAfter(points, from);
  const afterLast = firstAtOrAfter(points, to);
  return points.slice(Math.max(0, first - 1), Math.min(points.length, afterLast + 1));
}

function firstAtOrAfter(points: readonly Point[], x: DayX): number {
  const index = points.findIndex((point) => point.x >= x);
  return index === -1 ? points.length : index;
}
