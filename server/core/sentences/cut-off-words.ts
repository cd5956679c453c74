import { type CutOff, isAtUnknown, type Side, sideOf } from "#core/measures/cut-off.ts";
import { figure } from "#core/vocabulary/wording.ts";

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

/** The scores of each side, in numbers alone: a cut-off whose own side is unknown belongs to neither. */
function rangeOf({ value, side }: CutOff, of: Exclude<Side, "on-it">): string {
  const isLow = side === "below" || side === "at-or-below" || side === "below-at-unknown";
  const goesDown = (of === "distress") === isLow;
  const includesIt = !isAtUnknown(side) && (of === "distress") === (side === "at-or-below" || side === "at-or-above");
  if (includesIt) return `${figure(value)} or ${goesDown ? "below" : "above"}`;
  return `${goesDown ? "below" : "above"} ${figure(value)}`;
}

/**
 * Where a score lies, in words that cannot be misread whichever way is better: "in the distress range (below 13.5)", "outside the
 * distress range (13.5 or above)", "at the cut-off of 97, on neither side of it". Above and below alone are bad news on one measure and
 * good news on the next.
 */
export function distressWords(cutOff: CutOff, score: number): string {
  const side = sideOf(cutOff, score);
  if (side === "on-it") return `at the cut-off of ${figure(cutOff.value)}, ${AT_IT[side]}`;
  return `${side === "distress" ? "in" : "outside"} the distress range (${rangeOf(cutOff, side)})`;
}
