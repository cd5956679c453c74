import { medianOfSorted } from "./median-of-sorted.ts";
import { sorted } from "./sorted.ts";

/** The median of at least one number, in any order. Throws RangeError for none. */
export function median(values: ArrayLike<number>): number {
  return medianOfSorted(sorted(values));
}
