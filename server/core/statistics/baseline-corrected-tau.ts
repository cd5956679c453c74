import { at } from "./at.ts";
import { type Improvement, improvementSign } from "./improvement-sign.ts";
import { medianSlopeLine } from "./median-slope-line.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { pairwiseComparison } from "./pairwise-comparison.ts";
import { ratedValues } from "./rated-values.ts";
import { withoutNoise } from "./without-noise.ts";

const FEWEST = 5;

export type BaselineCorrectedTau =
  | Computed<{ estimate: number; slope: number; intercept: number }>
  | NotComputable<"fewer-than-5-ratings-before" | "fewer-than-5-ratings-after">;

/**
 * Do later sessions beat earlier ones beyond where the baseline was heading anyway?
 *
 * Formula: the Theil–Sen line of a over the numbers 1…m of its rated sessions is removed from both phases (b continues with
 * m + 1 … m + n), the residuals are rounded to 9 decimals so that ties stay ties, and Tau = 2·NAP − 1 of the residuals.
 *
 * @param a ratings before, in order of time, any scale; null = not rated, dropped, and the rated ones numbered on.
 * @param b ratings after, in order of time, on the same scale.
 * @param options `improvement`: whether an increase or a decrease is an improvement.
 * @returns `estimate` −1…1 in the direction of improvement (0 = as the baseline's line foretells), `slope` in points a session and `intercept` in
 *   points, both of a as it was rated, never turned round; not computable with fewer than 5 ratings on either side.
 * @throws TypeError, RangeError as `ratedValue` does; TypeError for an unknown `improvement`.
 * Source: Tarlow 2017, Behavior Modification 41:427–467. Variants: the line is always removed (no pretest for a trend,
 * which a short baseline seldom passes), and Tau is 2·NAP − 1 (ties between phases count half) rather than Kendall's tau-b with the phase.
 */
export function baselineCorrectedTau(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  options: { improvement: Improvement },
): BaselineCorrectedTau {
  const [before, after] = [ratedValues(a), ratedValues(b)];
  const better = improvementSign(options.improvement);
  const numbers = [...before, ...after].map((_, place) => place + 1);
  const line = medianSlopeLine({ x: numbers.slice(0, before.length), y: before });
  if (line === null || before.length < FEWEST) return notComputable("fewer-than-5-ratings-before");
  if (after.length < FEWEST) return notComputable("fewer-than-5-ratings-after");
  const residuals = [...before, ...after].map((value, place) => withoutNoise(value - line.intercept - line.slope * at(numbers, place)));
  const pairs = pairwiseComparison(residuals.slice(0, before.length), residuals.slice(before.length), better);
  // 2·NAP − 1, without the rounding of NAP.
  const estimate = (pairs.better - pairs.worse) / (before.length * after.length);
  return { status: "computed", estimate, slope: line.slope, intercept: line.intercept };
}
