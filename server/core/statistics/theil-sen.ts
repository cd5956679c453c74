import { dayNumber } from "#core/day.ts";
import { at } from "./at.ts";
import { kendallVariance } from "./kendall-variance.ts";
import { medianSlopeLine } from "./median-slope-line.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValue } from "./rated-value.ts";

const FEWEST = 6;
const FEWEST_FOR_INTERVAL = 8;
const DAYS_PER_WEEK = 7;

export interface DatedRating {
  /** "YYYY-MM-DD". */
  readonly day: string;
  /** null = not rated. */
  readonly value: number | null;
}

export type TheilSen =
  | Computed<{
      slopePerWeek: number;
      /** The line's value on `fromDay`. */
      intercept: number;
      lower: number | null;
      upper: number | null;
      /** The earliest rated day: where the line begins. */
      fromDay: string;
    }>
  | NotComputable<"fewer-than-6-ratings" | "all-on-one-day">;

/**
 * Which way does a series go, and how fast? The Theil–Sen line over real days: a five-week gap weighs as five weeks.
 *
 * Formula: slope = median of the N pairwise slopes, pairs on one day skipped; intercept = median of value − slope·days since the
 * first rated day. 95 % interval: the sorted slopes at ranks round((N − C)/2) and round((N + C)/2) + 1, C = 1.96√Var S, with Var S
 * of the n values as `kendallVariance` gives it. Several ratings on one day make N smaller but not Var S, hence the interval
 * wider rather than narrower.
 *
 * @param points day and value, in any order, days may be shared; null values are dropped.
 * @returns `slopePerWeek` in points a week; `intercept` in points on `fromDay`; `lower` and `upper` in points a week, both null with
 *   fewer than 8 ratings or where a rank falls outside 1…N. Not computable with fewer than 6 ratings, or all on one day.
 * @throws TypeError, RangeError as `ratedValue` does; RangeError for text that is no day.
 * Source: Theil 1950; Sen 1968, JASA 63:1379–1389, for slope and interval. Variant: ties corrected in Var S and ranks rounded, as in
 * R's trend::sens.slope; the intercept is the median residual, not Conover's from the medians of both.
 */
export function theilSen(points: readonly DatedRating[]): TheilSen {
  const rated = points.flatMap(({ day, value }) => {
    const [number, checked] = [dayNumber(day), ratedValue(value)];
    return checked === null ? [] : [{ day, number, value: checked }];
  });
  const [first, ...others] = rated;
  if (first === undefined || rated.length < FEWEST) return notComputable("fewer-than-6-ratings");
  const from = others.reduce((earliest, each) => (each.number < earliest.number ? each : earliest), first);
  const values = rated.map((each) => each.value);
  const line = medianSlopeLine({ x: rated.map((each) => each.number - from.number), y: values });
  if (line === null) return notComputable("all-on-one-day");
  const interval = rated.length < FEWEST_FOR_INTERVAL ? { lower: null, upper: null } : senInterval(line.slopes, kendallVariance(values));
  return { status: "computed", slopePerWeek: line.slope * DAYS_PER_WEEK, intercept: line.intercept, ...interval, fromDay: from.day };
}

function senInterval(slopes: Float64Array, varianceS: number) {
  const c = 1.96 * Math.sqrt(varianceS);
  const [lowRank, highRank] = [Math.round((slopes.length - c) / 2), Math.round((slopes.length + c) / 2) + 1];
  if (lowRank < 1 || highRank > slopes.length) return { lower: null, upper: null };
  return { lower: at(slopes, lowRank - 1) * DAYS_PER_WEEK, upper: at(slopes, highRank - 1) * DAYS_PER_WEEK };
}
