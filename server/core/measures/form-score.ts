import type { FormItem, MeasureForm } from "#core/contracts/measure.ts";
import { withoutNoise } from "#core/statistics/without-noise.ts";

/**
 * How many answers may be missing before there is no score. None: no answer is made up here, and a sum over fewer items is a lower sum,
 * not the same one. A publisher's rule for missing answers would belong to its measure; none of ours brings one in a form.
 */
export const MOST_MISSING = 0;

export interface GivenAnswer {
  readonly linkId: string;
  /** null = not answered, never 0. */
  readonly value: number | null;
}

export type FormScore =
  | {
      readonly fits: true;
      /** The sum of the answers' numbers; null where too many are missing. */
      readonly score: number | null;
      readonly asked: number;
      readonly answered: number;
      /** The highest answer to an item on self-harm; null where it was not answered or there is no such item. */
      readonly safety: number | null;
    }
  /** An answer to an item the form does not have, a second one to the same item, or one the item does not offer. */
  | { readonly fits: false; readonly linkId: string };

/**
 * What does a filled-in form come to?
 *
 * Formula: the sum of the numbers its options carry, over all items; each item counts once, in the file's own direction.
 *
 * @param form the items that count, each with the numbers it offers.
 * @param answers by item; an item without an answer is missing.
 * @param mostMissing how many may be missing, 0 or more.
 * @returns the score with how many items were asked and answered, or the answer that does not belong to the form.
 */
export function scoreForm(form: MeasureForm, answers: readonly GivenAnswer[], mostMissing: number): FormScore {
  const given = new Map<string, number | null>();
  for (const { linkId, value } of answers) {
    const item = form.items.find((each) => each.linkId === linkId);
    if (!item || given.has(linkId) || (value !== null && !offers(item, value))) return { fits: false, linkId };
    given.set(linkId, value);
  }
  const answered = form.items.flatMap((item) => {
    const value = given.get(item.linkId) ?? null;
    return value === null ? [] : [{ item, value }];
  });
  const missing = form.items.length - answered.length;
  const onSelfHarm = answered.filter(({ item }) => item.safety).map(({ value }) => value);
  return {
    fits: true,
    score: answered.length === 0 || missing > mostMissing ? null : withoutNoise(answered.reduce((sum, { value }) => sum + value, 0)),
    asked: form.items.length,
    answered: answered.length,
    safety: onSelfHarm.length === 0 ? null : Math.max(...onSelfHarm),
  };
}

function offers(item: FormItem, value: number): boolean {
  return item.options.some((option) => option.value === value);
}

/** The lowest and the highest sum that the form's options allow. */
export function formRange({ items }: MeasureForm): { readonly lowest: number; readonly highest: number } {
  const sumOf = (pick: (...values: number[]) => number) =>
    withoutNoise(items.reduce((sum, item) => sum + pick(...item.options.map((option) => option.value)), 0));
  return { lowest: sumOf(Math.min), highest: sumOf(Math.max) };
}
