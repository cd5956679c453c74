import { type Day, dayFromNumber, dayNumber } from "#core/day.ts";
import type { DayX, Span } from "./axis.ts";
import type { Point } from "./rating-series.ts";
import type { Stop } from "./stops.ts";

/** Narrower than this nothing can be read between two marks; a smaller drag is a click. */
const NARROWEST_DAYS = 3;

/**
 * The stretch of days that a drag from one place to another chooses: whole days, either way round, kept inside the timeline.
 *
 * @returns null where the drag is narrower than three days or holds nothing to read; the view then stays as it is
 */
export function chooseWindow(drag: Span, whole: Span, stops: readonly Pick<Stop, "x">[]): Span | null {
  const all = daysOf(whole, stops);
  const from = Math.floor(Math.min(drag.from, drag.to));
  const to = Math.ceil(Math.max(drag.from, drag.to));
  // Up to the first or the last day with anything on it: then the room beside it belongs to the view as well.
  const chosen = { from: from <= dayNumber(all.from) ? whole.from : from, to: to > dayNumber(all.to) ? whole.to : to };
  if (to - from < NARROWEST_DAYS) return null;
  return stops.some((stop) => stop.x >= chosen.from && stop.x < chosen.to) ? chosen : null;
}

/** The same from two days, the last one included. */
export function windowOfDays(fromDay: Day, toDay: Day, timeline: { readonly whole: Span; readonly stops: readonly Stop[] }): Span | null {
  return chooseWindow({ from: dayNumber(fromDay), to: dayNumber(toDay) + 1 }, timeline.whole, timeline.stops);
}

/** First and last day shown: of the stretch, or of what there is to read where the stretch reaches beyond it. */
export function daysOf(window: Span, stops: readonly Pick<Stop, "x">[]): { readonly from: Day; readonly to: Day } {
  const [first, last] = [stops[0]?.x ?? window.from, stops.at(-1)?.x ?? window.to];
  // The right edge of a stretch is the midnight after its last day.
  return {
    from: dayFromNumber(Math.max(Math.ceil(window.from), Math.floor(first))),
    to: dayFromNumber(Math.min(Math.ceil(window.to) - 1, Math.floor(last))),
  };
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
