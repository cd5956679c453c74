import { at } from "./at.ts";
import { kendallScore } from "./kendall-score.ts";
import { tieSizes } from "./tie-sizes.ts";

/**
 * How many of all orders of these values have a Kendall's S at least as far from 0 as theirs: the exact two-sided p, 0 < p ≤ 1.
 *
 * Formula: among the distinct orders of values with ties of t₁, t₂ …, the number with k falling pairs is the coefficient of qᵏ in
 * the q-multinomial [n]!/([t₁]![t₂]! …), and S = (pairs that are not tied) − 2k. No enumeration, hence no limit but that of exact
 * whole numbers: n ≤ 18.
 * Source: Mann 1945, Econometrica 13:245–259, for the untied case; MacMahon 1915 for the count with ties.
 */
export function exactTrendP(values: readonly number[]): number {
  const counts = ordersByFalls(tieSizes(values));
  const untiedPairs = counts.length - 1;
  const size = Math.abs(kendallScore(values));
  const asFar = counts.filter((_, falls) => Math.abs(untiedPairs - 2 * falls) >= size);
  return total(asFar) / total(counts);
}

function ordersByFalls(sizes: readonly number[]): number[] {
  const n = total(sizes);
  const untiedPairs = (n * n - total(sizes.map((size) => size * size))) / 2;
  const counts: number[] = [1, ...Array.from({ length: untiedPairs }, () => 0)];
  let placed = 0;
  for (const size of sizes) {
    for (let i = 1; i <= size; i += 1) {
      placed += 1;
      // Times (1 − q^placed), then divided by (1 − q^i): after each step the counts are whole numbers again.
      for (let k = untiedPairs; k >= placed; k -= 1) counts[k] = at(counts, k) - at(counts, k - placed);
      for (let k = i; k <= untiedPairs; k += 1) counts[k] = at(counts, k) + at(counts, k - i);
    }
  }
  return counts;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
