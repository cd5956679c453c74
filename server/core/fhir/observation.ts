import type { MeasureView } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { instrumentOfTotal } from "./instruments.ts";
import { codesIn, listIn, numberIn, type Parts, partIn, textIn } from "./parts.ts";

/**
 * The total that an Observation holds for a published instrument: as text, whole number, decimal or quantity, of the observation itself
 * or of the component that carries the instrument's code.
 */
export function readTotal(observation: Parts, measure: MeasureView): { readonly total: number } | { readonly fault: string } {
  const holders = [observation, ...listIn(observation, "component")].map((parts) => ({
    parts,
    instrument: instrumentOfTotal(codesIn(partIn(parts, "code") ?? {}, "coding")),
  }));
  const named = holders.filter(({ instrument }) => instrument !== null);
  if (named.length === 0) return { fault: "This Observation carries no code (LOINC) of a total that is known here." };
  const its = named.filter(({ instrument }) => instrument === measure.id);
  if (its.length === 0) {
    const other = inCatalogue(named[0]?.instrument ?? "")?.name ?? "another measure";
    return { fault: `This file holds a total of ${other}, not of ${measure.name}.` };
  }
  const totals = its.map(({ parts }) => valueIn(parts)).filter((value) => value !== null);
  const [total] = totals;
  if (total === undefined) return { fault: `The total of ${measure.name} in this file is not a number.` };
  if (totals.some((other) => other !== total)) return { fault: `This file holds two different totals of ${measure.name}.` };
  if (total < measure.lowest || total > measure.highest)
    return { fault: `The total in this file is outside the range of ${measure.name}, ${measure.lowest} to ${measure.highest}.` };
  return { total };
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
