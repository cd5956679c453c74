import { ratedValue } from "./rated-value.ts";

/** The rated values of a series in their order; null is dropped, never filled in. Throws as `ratedValue` does. */
export function ratedValues(values: readonly (number | null)[]): number[] {
  return values.map(ratedValue).filter((value) => value !== null);
}
