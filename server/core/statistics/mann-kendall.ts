import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import { exactTrendP } from "./exact-trend-p.ts";
import { kendallScore } from "./kendall-score.ts";
import { kendallVariance } from "./kendall-variance.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValues } from "./rated-values.ts";

const FEWEST = 6;
/** Up to here the normal approximation is off by more than it is worth. */
const LONGEST_EXACT = 8;
const ALPHA = 0.05;

export type TrendDirection = "rising" | "falling" | "no-clear-direction";

export type MannKendall =
  | Computed<{ s: number; varianceS: number; z: number; p: number; direction: TrendDirection }>
  | NotComputable<"fewer-than-6-ratings">;

/**
 * Is a series rising, falling, or going no clear way?
 *
 * Formula: S = rising pairs − falling pairs; Var S = (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t tied values;
 * z = (S − sign S)/√Var S. p, two-sided: for n ≤ 8 the share of all orders of the values whose |S| is as large, else 2Φ(−|z|).
 * A direction is spoken where p ≤ .05. Only order counts, not how many days lie between.
 *
 * @param values ratings in order of time, any scale; null = not rated, dropped.
 * @returns `s`, a whole number; `varianceS` ≥ 0; `z`; `p` 0–1; `direction`. All tied: s 0, z 0, p 1, no clear direction. Not
 *   computable with fewer than 6 ratings. Neighbours that resemble each other make p too small: see `lagOneAutocorrelation`.
 * @throws TypeError, RangeError as `ratedValue` does.
 * Source: Mann 1945, Econometrica 13:245–259; Kendall 1975, Rank Correlation Methods. Variant: tie-corrected, continuity-corrected.
 */
export function mannKendall(values: readonly (number | null)[]): MannKendall {
  const rated = ratedValues(values);
  if (rated.length < FEWEST) return notComputable("fewer-than-6-ratings");
  const s = kendallScore(rated);
  const varianceS = kendallVariance(rated);
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varianceS);
  const p = rated.length <= LONGEST_EXACT ? exactTrendP(rated) : Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
  return { status: "computed", s, varianceS, z: z + 0, p, direction: p > ALPHA || s === 0 ? "no-clear-direction" : s > 0 ? "rising" : "falling" };
}
