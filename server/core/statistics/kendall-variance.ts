import { tieSizes } from "./tie-sizes.ts";

/**
 * The variance of Kendall's S where no order is likelier than another, corrected for ties:
 * (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over the tied groups of t values each. 0 where all are tied.
 * Source: Kendall 1975, Rank Correlation Methods.
 */
export function kendallVariance(values: readonly number[]): number {
  const term = (count: number) => count * (count - 1) * (2 * count + 5);
  return tieSizes(values).reduce((rest, size) => rest - term(size), term(values.length)) / 18;
}
