import type { MeasureView } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { instrumentOfTotal, isOnSelfHarm } from "./instruments.ts";
import { codesIn, listIn, numberIn, type Parts, partIn, sameCode, textIn } from "./parts.ts";

/** What an Observation says of a published instrument; `safetyItem` null = not known, never 0. */
export type FoundTotal = { readonly total: number; readonly safetyItem: number | null } | { readonly fault: string };

/**
 * The total that an Observation holds for a published instrument, with the answer to its item on self-harm where that stands beside it:
 * as text, whole number, decimal or quantity, of the observation itself or of the component that carries the code.
 */
export function readTotal(observation: Parts, measure: MeasureView): FoundTotal {
  const coded = [observation, ...listIn(observation, "component")].map((parts) => ({
    parts,
    codes: codesIn(partIn(parts, "code") ?? {}, "coding"),
  }));
  const holders = coded.map(({ parts, codes }) => ({ parts, instrument: instrumentOfTotal(codes) }));
  const named = holders.filter(({ instrument }) => instrument !== null);
  if (named.length === 0) return { fault: "This Observation carries no code (LOINC) of a total that is known here." };
  const its = named.filter(({ instrument }) => instrument === measure.id);
  if (its.length === 0) {
    const other = inCatalogue(named[0]?.instrument ?? "")?.name ?? "another measure";
    return { fault: `This file holds a total of ${other}, not of ${measure.name}.` };
  }
  if (its.some(({ parts }) => isBound(parts)))
    return { fault: `The total of ${measure.name} in this file is only said to be more or less than a number: that is not a score.` };
  const totals = its.map(({ parts }) => valueIn(parts)).filter((value) => value !== null);
  const [total] = totals;
  if (total === undefined) return { fault: `The total of ${measure.name} in this file is not a number.` };
  if (totals.some((other) => other !== total)) return { fault: `This file holds two different totals of ${measure.name}.` };
  if (total < measure.lowest || total > measure.highest)
    return { fault: `The total in this file is outside the range of ${measure.name}, ${measure.lowest} to ${measure.highest}.` };
  const onSelfHarm = measure.safetyItem === null ? [] : coded.filter(({ codes }) => isOnSelfHarm(codes));
  const answers = onSelfHarm.flatMap(({ parts }) => answerIn(parts, measure) ?? []);
  const [safetyItem = null] = answers;
  // Left out, it would take its safety prompt with it.
  if (safetyItem === "unread" || answers.some((answer) => answer !== safetyItem))
    return {
      fault: `This file also holds an answer to item ${measure.safetyItem} of ${measure.name}, on self-harm, that cannot be read: enter the total with that answer yourself.`,
    };
  return { total, safetyItem };
}

/** A quantity that says "less than" or "at least": a bound, whatever its number. */
function isBound(parts: Parts): boolean {
  return textIn(partIn(parts, "valueQuantity") ?? {}, "comparator") !== null;
}

/** The answer to one item: a number, or a code that the form gives a number; null where it was not answered. */
function answerIn(parts: Parts, { form }: MeasureView): number | "unread" | null {
  if (!Object.keys(parts).some((key) => key.startsWith("value"))) return null;
  const codes = codesIn(partIn(parts, "valueCodeableConcept") ?? {}, "coding");
  const options = form?.items.find((item) => item.safety)?.options ?? [];
  const byCode = options.find((option) => option.codes.some((code) => codes.some((other) => sameCode(code, other))))?.value;
  const answer = byCode ?? valueIn(parts);
  return answer === null || isBound(parts) || !Number.isInteger(answer) ? "unread" : answer;
}

function valueIn(parts: Parts): number | null {
  const words = textIn(parts, "valueString");
  const quantity = partIn(parts, "valueQuantity");
  return (
    numberIn(parts, "valueInteger") ??
    numberIn(parts, "valueDecimal") ??
    (quantity && numberIn(quantity, "value")) ??
    (words !== null && /^-?\d+(\.\d+)?$/.test(words) ? Number(words) : null)
  );
}
