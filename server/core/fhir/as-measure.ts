import type { AddMeasure, FileFault, KeptForm } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import type { MeasureBetter } from "#core/vocabulary/measure.ts";
import type { Questionnaire } from "./questionnaire.ts";

/** A measure from a file, ready to be kept. */
export type MeasureFromFile = Omit<AddMeasure, "requestKey" | "source"> & { readonly source: string; readonly form: KeptForm };

/**
 * The measure that a questionnaire becomes. Which way is better stands in no questionnaire: it is the published instrument's, or asked for
 * (`better` null, and no instrument, gives null). A cut-off or change points are never taken from a file.
 */
export function asMeasure({ name, version, form, catalogue, lowest, highest }: Questionnaire, better: MeasureBetter | null): MeasureFromFile | null {
  const entry = catalogue === null ? undefined : inCatalogue(catalogue);
  const direction = entry?.better ?? better;
  if (direction === null) return null;
  return {
    name,
    version,
    better: direction,
    lowest,
    highest,
    items: form.items.length,
    cutOff: null,
    cutOffSide: null,
    changePoints: null,
    reliability: null,
    normSd: null,
    source: entry?.source ?? "",
    form: { catalogue, items: form.items },
  };
}

export const NEEDS_DIRECTION: FileFault = {
  line: null,
  words: "A questionnaire does not say whether more or less of its score is better: choose it, and it can be brought in.",
};

export function nameTaken(name: string): FileFault {
  return {
    line: null,
    words: `A measure called “${name}” is already here, and this file is another one: archive that measure, or change the title in the file.`,
  };
}
