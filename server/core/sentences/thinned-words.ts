import type { Point } from "#core/series/rating-series.ts";
import type { Thinned } from "#core/series/thin.ts";

/**
 * What the frame of a chart says where points were left out of the drawing: of the line that has most of them.
 *
 * @param lines every line drawn, as `thin` gave it
 * @returns undefined where every point is drawn
 */
export function thinnedWords(lines: readonly Thinned<Point>[]): string | undefined {
  const [longest] = [...lines].sort((a, b) => b.of - a.of);
  if (!longest || longest.points.length === longest.of) return undefined;
  return `${longest.points.length} of ${longest.of} points of a line are drawn: the highest and lowest are kept. The table has every one.`;
}
