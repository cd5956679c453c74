import type { MeasureView } from "#core/contracts/measure.ts";
import { COUPLE_MEASURES } from "./couple-measures.ts";
import { PERSONAL_MEASURES } from "./personal-measures.ts";

/**
 * The published instruments that scores can be kept of. Scores only: no wording of an instrument is shipped. To add one, write it
 * down in the list it belongs to; `tests/core/measures/catalogue.test.ts` holds it to its own range. ORS and SRS are not
 * offered: their licence forbids electronic versions.
 */
export const CATALOGUE: readonly MeasureView[] = [...COUPLE_MEASURES, ...PERSONAL_MEASURES];

/** The catalogue's entry of an id, or undefined where it is none of the catalogue's. */
export function inCatalogue(id: string): MeasureView | undefined {
  return CATALOGUE.find((measure) => measure.id === id);
}
