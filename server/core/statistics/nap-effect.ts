import { type Improvement, improvementSign } from "./improvement-sign.ts";
import { napInterval } from "./nap-interval.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { type PairwiseComparison, pairwiseComparison } from "./pairwise-comparison.ts";
import { ratedValues } from "./rated-values.ts";

const FEWEST = 3;

export type NapEffect =
  | Computed<{ estimate: number; standardError: number; lower: number; upper: number }>
  | NotComputable<"fewer-than-3-ratings-before" | "fewer-than-3-ratings-after">;

/**
 * Do later sessions beat earlier ones? Nonoverlap of all pairs (NAP).
 *
 * Formula: NAP = mean over all m·n pairs (one value of a, one of b) of 1 where b's is better, ½ where they tie, 0 where it is worse.
 * Standard error = √([N*(1 − N*) + nQ1 + mQ2 − 2X]/((m − 1)(n − 1))), with q the value of a pair, N* = NAP kept within
 * [1/(2mn), 1 − 1/(2mn)], Q1 = Σ over a of (Σ over b of (q − NAP))²/(mn²), Q2 = the same the other way round/(m²n),
 * X = Σ(q − NAP)²/(mn); should this unbiased variance come out below 0, it is taken for 0. 95 % interval: `napInterval`.
 *
 * @param a ratings before, any scale; null = not rated, dropped. Their order does not matter.
 * @param b ratings after, on the same scale; the two may differ in number.
 * @param options `improvement`: whether an increase or a decrease is an improvement.
 * @returns `estimate` 0–1 (½ = no difference), `standardError` ≥ 0 of the estimate, `lower` and `upper` 0–1; not computable with
 *   fewer than 3 ratings on either side. The pairs of a series that resembles itself from session to session are not
 *   independent: the interval is then too narrow, which is why the view calls it rough.
 * @throws TypeError, RangeError as `ratedValue` does; TypeError for an unknown `improvement`.
 * Source: Parker & Vannest 2009, Behavior Therapy 40:357–367; error: Mee 1990 and Sen 1967, the unbiased one rather than Hanley &
 * McNeil's; interval: Newcombe 2006, method 5.
 */
export function napEffect(a: readonly (number | null)[], b: readonly (number | null)[], options: { improvement: Improvement }): NapEffect {
  const [before, after] = [ratedValues(a), ratedValues(b)];
  const better = improvementSign(options.improvement);
  if (before.length < FEWEST) return notComputable("fewer-than-3-ratings-before");
  if (after.length < FEWEST) return notComputable("fewer-than-3-ratings-after");
  const compared = pairwiseComparison(before, after, better);
  const interval = napInterval(compared.nap, before.length, after.length);
  return { status: "computed", estimate: compared.nap, standardError: standardErrorOf(compared), ...interval };
}

function standardErrorOf({ nap, better, tied, worse, earlierSums, laterSums }: PairwiseComparison): number {
  const [m, n] = [earlierSums.length, laterSums.length];
  const q1 = earlierSums.reduce((sum, one) => sum + (one - n * nap) ** 2, 0) / (m * n ** 2);
  const q2 = laterSums.reduce((sum, one) => sum + (one - m * nap) ** 2, 0) / (m ** 2 * n);
  const x = (better * (1 - nap) ** 2 + tied * (0.5 - nap) ** 2 + worse * nap ** 2) / (m * n);
  const kept = Math.min(Math.max(nap, 1 / (2 * m * n)), 1 - 1 / (2 * m * n));
  const variance = (kept * (1 - kept) + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1));
  return Math.sqrt(Math.max(0, variance));
}
