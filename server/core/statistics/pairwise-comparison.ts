import { at } from "./at.ts";

/** Each pair of one earlier and one later value: 1 where the later one is better, ½ where they tie, 0 where it is worse. */
export interface PairwiseComparison {
  /** The mean over all pairs, 0–1: NAP. */
  readonly nap: number;
  readonly better: number;
  readonly tied: number;
  readonly worse: number;
  /** The sum over later values, for each earlier one. */
  readonly earlierSums: readonly number[];
  /** The sum over earlier values, for each later one. */
  readonly laterSums: readonly number[];
}

/**
 * Compares every earlier with every later value, at least one each; `better` is 1 where more is better, −1 where less is. All sums are
 * whole or half numbers, hence exact.
 */
export function pairwiseComparison(earlier: readonly number[], later: readonly number[], better: 1 | -1): PairwiseComparison {
  const earlierSums = earlier.map(() => 0);
  const laterSums = later.map(() => 0);
  const counts = { better: 0, tied: 0, worse: 0 };
  for (const [i, before] of earlier.entries()) {
    for (const [j, after] of later.entries()) {
      const difference = better * (after - before);
      const share = difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
      counts[difference > 0 ? "better" : difference === 0 ? "tied" : "worse"] += 1;
      earlierSums[i] = at(earlierSums, i) + share;
      laterSums[j] = at(laterSums, j) + share;
    }
  }
  return { nap: (counts.better + counts.tied / 2) / (earlier.length * later.length), ...counts, earlierSums, laterSums };
}
