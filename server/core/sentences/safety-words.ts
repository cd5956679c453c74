import type { MeasureView, ScoreView } from "#core/contracts/measure.ts";

/** Said beside a score whose answer to the item on self-harm is not known; null where it is, and where the measure has no such item. */
export function unknownSafetyWords(
  { safetyItem: place }: Pick<MeasureView, "safetyItem">,
  { safetyItem }: Pick<ScoreView, "safetyItem">,
): string | null {
  return place === null || safetyItem !== null ? null : `Item ${place} is not known here: ask about it.`;
}
