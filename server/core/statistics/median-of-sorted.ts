import { at } from "./at.ts";

/** The middle of numbers in ascending order, or halfway between the two middle ones. Throws RangeError for none. */
export function medianOfSorted(ascending: ArrayLike<number>): number {
  const { length } = ascending;
  const [lower, upper] = [at(ascending, (length - 1) >> 1), at(ascending, length >> 1)];
  return lower === upper ? lower : (lower + upper) / 2;
}
