/**
 * A difference or residual rounded to 9 decimals. Ratings have few digits; what stands beyond the ninth is noise of the arithmetic,
 * and would turn exact ties into orderings (0.3 − 0.2 and 0.2 − 0.1 are one step, not two).
 */
export function withoutNoise(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0; // −0 becomes 0.
}
