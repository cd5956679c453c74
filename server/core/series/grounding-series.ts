import { type Grounding, groundingOf } from "#core/rules/grounding.ts";
import { isGroundingTrack } from "#core/vocabulary/track.ts";
import type { Placed } from "./axis.ts";
import { type Gap, gapBetween } from "./gaps.ts";
import type { Point } from "./rating-series.ts";

/** The active partner's grounding at one occasion: the median drawn, the range around it, and of how many ratings. */
export interface GroundingPoint extends Point, Grounding {}

/**
 * The median of the grounding ratings given (0–10), with the band from the lowest to the highest of them. A held session in
 * which none of the four was rated breaks line and band; a long gap does too.
 */
export function groundingSeries(placed: readonly Placed[], gaps: readonly Gap[]): GroundingPoint[] {
  const points: GroundingPoint[] = [];
  let missed = false;
  for (const { occasion, x, held } of placed) {
    const grounding = groundingOf(occasion.ratings);
    if (grounding) {
      const before = points.at(-1);
      const breakBefore = before !== undefined && (missed || gapBetween(gaps, before.x, x));
      points.push({ x, occasion: occasion.id, value: grounding.median, breakBefore, ...grounding });
      missed = false;
    } else if (held || occasion.ratings.some((rating) => isGroundingTrack(rating.track))) {
      missed = true;
    }
  }
  return points;
}
