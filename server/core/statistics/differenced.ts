import { at } from "./at.ts";
import { withoutNoise } from "./without-noise.ts";

/** The steps from each value to the next, one fewer than there are values; rounded to 9 decimals, so that ties stay ties. */
export function differenced(values: readonly number[]): number[] {
  return values.slice(1).map((value, place) => withoutNoise(value - at(values, place)));
}
