import type { MeasureView } from "#core/contracts/measure.ts";
import type { CutOffSide } from "#core/vocabulary/measure.ts";

export type CutOff = NonNullable<MeasureView["cutOff"]>;

/** `on-it`: the score is the cut-off itself, and which side that is was not published. */
export type Side = "distress" | "other" | "on-it";

/**
 * On which side of a published cut-off is a score? The cut-off's own value belongs to the side it was published with; where that
 * was not published, a score equal to it is on neither.
 */
export function sideOf({ value, side }: CutOff, score: number): Side {
  if (isAtUnknown(side) && score === value) return "on-it";
  const isDistress: Record<CutOffSide, boolean> = {
    below: score < value,
    "at-or-below": score <= value,
    "below-at-unknown": score < value,
    "at-or-above": score >= value,
    above: score > value,
    "above-at-unknown": score > value,
  };
  return isDistress[side] ? "distress" : "other";
}

/** Is it unknown which side the cut-off itself is on? */
export function isAtUnknown(side: CutOffSide): boolean {
  return side === "below-at-unknown" || side === "above-at-unknown";
}

/** The word of the stretch of the scale that a score lies in; null where the scale has none. */
export function categoryOf({ bands }: Pick<MeasureView, "bands">, score: number): string | null {
  return bands.findLast((band) => score >= band.from)?.words ?? null;
}
