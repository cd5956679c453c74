import type { Span } from "./axis.ts";
import type { Point } from "./rating-series.ts";

/** What a screen can show of one line, and what is quick to draw (docs/reliability.md, "Speed"). */
export const MOST_POINTS = 250;

export interface Thinned<P extends Point> {
  readonly points: readonly P[];
  /** How many there are; the chart says so where it draws fewer. */
  readonly of: number;
}

/**
 * At most `MOST_POINTS` points of a line, extremes kept: the first and the last, and from each equal bucket of points the ones
 * with the lowest and the highest reading. A break between two kept points stays a break.
 *
 * @param readings the numbers whose extremes must survive; the value alone, unless a band is drawn around it
 */
export function thin<P extends Point>(points: readonly P[], readings: readonly ((point: P) => number)[] = [(point) => point.value]): Thinned<P> {
  if (points.length <= MOST_POINTS) return { points, of: points.length };
  const buckets = Math.floor((MOST_POINTS - 2) / (2 * readings.length));
  const kept = new Set([0, points.length - 1]);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * points.length) / buckets);
    const to = Math.floor(((bucket + 1) * points.length) / buckets);
    for (const reading of readings) {
      for (const index of extremesOf(points, reading, { from, to })) kept.add(index);
    }
  }
  return { points: keepOnly(points, kept), of: points.length };
}

function extremesOf<P>(points: readonly P[], reading: (point: P) => number, { from, to }: Span): number[] {
  let [lowest, highest] = [from, from];
  for (let index = from; index < to; index += 1) {
    const value = reading(points[index] as P);
    if (value < reading(points[lowest] as P)) lowest = index;
    if (value > reading(points[highest] as P)) highest = index;
  }
  return [lowest, highest];
}

function keepOnly<P extends Point>(points: readonly P[], kept: ReadonlySet<number>): P[] {
  const thinned: P[] = [];
  let broken = false;
  points.forEach((point, index) => {
    broken ||= point.breakBefore;
    if (!kept.has(index)) return;
    thinned.push(point.breakBefore === broken ? point : { ...point, breakBefore: broken });
    broken = false;
  });
  return thinned;
}
