import { at } from "./at.ts";
import { mean } from "./mean.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValue } from "./rated-value.ts";

const FEWEST_IN_BASELINE = 12;
/** The mean range of two draws from a normal distribution, in standard deviations: d₂ for n = 2. */
const D2 = 1.128;

export type XmrLimits =
  | Computed<{ center: number; lower: number; upper: number; outside: readonly number[] }>
  | NotComputable<"fewer-than-12-in-baseline" | "baseline-not-complete" | "flat-baseline">;

/**
 * Is one session out of its usual range? Individuals chart from a fixed baseline, rule 1 only.
 *
 * Formula: center = mean of the baseline; limits = center ± 3·MR̄/1.128, with MR̄ the mean size of the steps between neighbours in
 * the baseline; outside = every rated value beyond a limit, in the baseline or after it. A value on the limit is inside.
 *
 * @param values ratings in order of time, any scale; null = not rated: it neither counts towards the baseline nor lies outside.
 * @param baselineCount how many rated values, from the first on, make the baseline: a whole number ≥ 0, chosen beforehand.
 * @returns `center`, `lower`, `upper` on the scale of the ratings (the limits may lie beyond its ends); `outside`: 1-based places in
 *   `values` as given, nulls counted. Not computable with a baseline of fewer than 12, with fewer ratings than the baseline
 *   asks for, or where no step in the baseline differs from 0: a flat baseline would call every other rating unusual.
 * @throws TypeError, RangeError as `ratedValue` does; RangeError for a `baselineCount` that is no whole number ≥ 0.
 * Source: Shewhart 1931; Wheeler 2000, Understanding Variation. Variant: MR̄/1.128 unrounded (not 2.66·MR̄), no range screened out.
 */
export function xmrLimits(values: readonly (number | null)[], baselineCount: number): XmrLimits {
  if (!Number.isInteger(baselineCount) || baselineCount < 0) throw new RangeError("baselineCount is a whole number of ratings");
  const rated = values.flatMap((given, place) => {
    const value = ratedValue(given);
    return value === null ? [] : [{ value, place: place + 1 }];
  });
  if (baselineCount < FEWEST_IN_BASELINE) return notComputable("fewer-than-12-in-baseline");
  if (rated.length < baselineCount) return notComputable("baseline-not-complete");
  const baseline = rated.slice(0, baselineCount).map((each) => each.value);
  const movingRange = mean(baseline.slice(1).map((value, place) => Math.abs(value - at(baseline, place))));
  if (movingRange === 0) return notComputable("flat-baseline");
  const center = mean(baseline);
  const reach = (3 * movingRange) / D2;
  const [lower, upper] = [center - reach, center + reach];
  return { status: "computed", center, lower, upper, outside: rated.filter(({ value }) => value < lower || value > upper).map(({ place }) => place) };
}
