import type { Point } from "#core/series/rating-series.ts";

/** Dots beyond this number only thicken the line, and each takes time to draw. */
export const MOST_DOTS = 60;

/** One corner of a drawn line; `value` null is a break. `dot` where a mark is drawn. */
export type Row<P extends Point> = { readonly x: number; readonly value: number | null; readonly dot: boolean; readonly point: P | null };

/**
 * Points as the rows a chart library wants: a break becomes a row without a value. A rating with a break on both sides would be
 * drawn as nothing, so it always keeps its mark.
 */
export function rowsOf<P extends Point>(points: readonly P[]): Row<P>[] {
  const few = points.length <= MOST_DOTS;
  return points.flatMap((point, index) => {
    const row = { x: point.x, value: point.value, dot: few || isAlone(points, index), point };
    return point.breakBefore ? [{ x: point.x, value: null, dot: false, point: null }, row] : [row];
  });
}

/** A break on both sides: no line and no band reaches it. */
export function isAlone(points: readonly Point[], index: number): boolean {
  const next = points[index + 1];
  return (index === 0 || points[index]?.breakBefore === true) && (next === undefined || next.breakBefore);
}
