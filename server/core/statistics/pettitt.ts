import { midRanks } from "./mid-ranks.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValue } from "./rated-value.ts";

const FEWEST = 15;

export type Pettitt =
  | Computed<{
      u: number;
      /** Every k at which |U_k| = u: the number of the last rating before the shift, counted among the rated ones from 1. */
      candidates: readonly number[];
      p: number;
      /** U_k for k = 1 … n, the last of which is 0. */
      profile: readonly number[];
      /** The 1-based place in `values` of the k-th rating, for k = 1 … n: from a k back to its session. */
      places: readonly number[];
    }>
  | NotComputable<"fewer-than-15-ratings">;

/**
 * Around when did a series shift? Never a date: where p ≤ .05 the caller shades the stretch with |U_k| ≥ .8u.
 *
 * Formula: U_k = 2Σ_{i ≤ k} rank(y_i) − k(n + 1), equal values sharing the mean of their ranks; u = max |U_k|;
 * p = min(1, 2 exp(−6u²/(n³ + n²))).
 *
 * @param values ratings in order of time, any scale; null = not rated, dropped.
 * @returns `u` ≥ 0; `candidates` and `profile` by k, which counts the n rated values; `p` 0–1; `places` to get back to the sessions.
 *   All tied: u 0, p 1, and no candidates. Not computable with fewer than 15 ratings. A steady rise passes this test too: it
 *   asks for one shift and cannot tell it from a slope.
 * @throws TypeError, RangeError as `ratedValue` does.
 * Source: Pettitt 1979, Applied Statistics 28:126–135. Variant: the approximate p above (as R's trend::pettitt.test), not the exact one.
 */
export function pettitt(values: readonly (number | null)[]): Pettitt {
  const rated = values.flatMap((given, place) => {
    const value = ratedValue(given);
    return value === null ? [] : [{ value, place: place + 1 }];
  });
  const n = rated.length;
  if (n < FEWEST) return notComputable("fewer-than-15-ratings");
  let sum = 0;
  const profile = midRanks(rated.map((each) => each.value)).map((rank, place) => {
    sum += rank;
    return 2 * sum - (place + 1) * (n + 1);
  });
  const u = Math.max(...profile.map(Math.abs));
  const candidates = u === 0 ? [] : profile.flatMap((value, place) => (Math.abs(value) === u ? [place + 1] : []));
  const p = Math.min(1, 2 * Math.exp((-6 * u ** 2) / (n ** 3 + n ** 2)));
  return { status: "computed", u, candidates, p, profile, places: rated.map((each) => each.place) };
}
