import type { MeasureView } from "#core/contracts/measure.ts";

type Asking = Pick<MeasureView, "safetyItem" | "items" | "lowest" | "highest" | "form">;

/** A total with the answer to the item on self-harm, as far as they are known. */
interface Given {
  readonly score: number | null;
  /** Null = not known, never 0. */
  readonly safetyItem: number | null;
}

/** What one item can be answered with, and what all others come to together. */
interface Ranges {
  readonly item: { readonly lowest: number; readonly highest: number };
  readonly others: { readonly lowest: number; readonly highest: number };
}

/**
 * What can the item on self-harm be answered with, and what can the other items add to it?
 *
 * Formula: by the form where there is one; else all items weigh the same, and one gives the whole divided by how many there are. The
 * others give the whole without this one.
 *
 * @returns the two ranges in points, or null where the measure has no such item or nobody knows how many items it has.
 */
export function safetyRanges({ safetyItem, items, lowest, highest, form }: Asking): Ranges | null {
  if (safetyItem === null || items === null) return null;
  const options = form?.items[safetyItem - 1]?.options.map(({ value }) => value) ?? [lowest / items, highest / items];
  const item = { lowest: Math.min(...options), highest: Math.max(...options) };
  return { item, others: { lowest: lowest - item.lowest, highest: highest - item.highest } };
}

/** Why an answer cannot stand beside a total: the item does not offer it, it is more than the total holds, or the others cannot make up the rest. */
export type SafetyMisfit = "not-offered" | "above-total" | "below-total";

/** Can the item on self-harm be answered so, given the total? Null = it can. A measure without the item offers no answer. */
export function safetyMisfit(measure: Asking, { score, safetyItem }: { score: number; safetyItem: number }): SafetyMisfit | null {
  const ranges = safetyRanges(measure);
  if (ranges === null || safetyItem < ranges.item.lowest || safetyItem > ranges.item.highest) return "not-offered";
  const rest = score - safetyItem;
  if (rest < ranges.others.lowest) return "above-total";
  return rest > ranges.others.highest ? "below-total" : null;
}

/**
 * What is the least that the item on self-harm was answered with?
 *
 * Formula: the answer where it is known; else the total minus the most that the other items can give, at least the item's lowest.
 * A PHQ-9 of 26 leaves at least 2 for one item: the other eight reach 24.
 *
 * @returns points of the item; null where the measure has no such item, or neither its answer nor a total is known.
 */
export function leastSafetyAnswer(measure: Asking, { score, safetyItem }: Given): number | null {
  if (safetyItem !== null) return safetyItem;
  const ranges = safetyRanges(measure);
  if (ranges === null || score === null) return null;
  return Math.max(ranges.item.lowest, score - ranges.others.highest);
}
