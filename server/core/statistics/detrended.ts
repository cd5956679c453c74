import { at } from "./at.ts";
import { medianSlopeLine } from "./median-slope-line.ts";
import { withoutNoise } from "./without-noise.ts";

/** What is left of a series, every value rated, when its Theil–Sen line over 1…n is taken out; rounded to 9 decimals, so that ties stay ties. */
export function detrended(values: readonly number[]): number[] {
  const x = values.map((_, place) => place + 1);
  const line = medianSlopeLine({ x, y: values });
  return line === null ? values.map(() => 0) : values.map((value, place) => withoutNoise(value - line.intercept - line.slope * at(x, place)));
}
