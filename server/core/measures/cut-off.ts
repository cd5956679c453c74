import type { MeasureView } from "#core/contracts/measure.ts";
import type { CutOffSide } from "#core/vocabulary/measure.ts";

type CutOff = NonNullable<MeasureView["cutOff"]>;

/** `on-it`: the score is the cut-off itself, and which side that is was not published. */
export type Side = "distress" | "other" | "on-it";

/**
 * On which side of a published cut-off is a score? The cut-off's own value belongs to the side it was published with; where that
 * is recalled, a score equal to it is on neither.
 */
export function sideOf({ value, side, recalled }: CutOff, score: number): Side {
  if (recalled && score === value) return "on-it";
  const isDistress: Record<CutOffSide, boolean> = {
    below: score < value,
    "at-or-below": score <= value,
    "at-or-above": score >= value,
    above: score > value,
  };
  return isDistress[side] ? "distress" : "other";
}

/** "above", "below", "at": where a score stands by number alone. */
export function placeAt({ value }: CutOff, score: number): "above" | "below" | "at" {
  if (score === value) return "at";
  return score > value ? "above" : "below";
}

const AT_IT: Record<Side, string> = {
  distress: "which counts as distress",
  other: "which does not count as distress",
  "on-it": "on neither side of it",
};

/** What a score that is the cut-off itself counts as; "" for any other, whose side is plain. */
export function atItWords(cutOff: CutOff, score: number): string {
  return score === cutOff.value ? AT_IT[sideOf(cutOff, score)] : "";
}

/** The word of the stretch of the scale that a score lies in; null where the scale has none. */
export function categoryOf({ bands }: Pick<MeasureView, "bands">, score: number): string | null {
  return bands.findLast((band) => score >= band.from)?.words ?? null;
}
