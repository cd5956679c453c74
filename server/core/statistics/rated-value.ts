/** Ratings and scores are small numbers; beyond this, sums and roundings would lose the digits that decide ties. */
const LARGEST = 1e9;

/**
 * A rating or score as every statistic takes it: a finite number of at most 1e9 in size, or null = not rated.
 * Throws TypeError for anything that is neither, RangeError for NaN, an infinity or a size beyond that.
 */
export function ratedValue(value: number | null): number | null {
  if (value === null) return null;
  if (typeof value !== "number") throw new TypeError("a rating is a number, or null where nothing was rated");
  if (!(Math.abs(value) <= LARGEST)) throw new RangeError("a rating is a finite number of at most 1e9 in size");
  return value + 0; // −0 becomes 0.
}
