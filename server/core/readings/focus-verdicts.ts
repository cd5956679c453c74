/** The verdicts a focus track may get, each from the ratings since it was chosen and the limits of focus-thresholds.ts. */
import { mannKendall, type TrendDirection } from "#core/statistics/mann-kendall.ts";
import { median } from "#core/statistics/median.ts";
import { pettitt } from "#core/statistics/pettitt.ts";
import { runChart } from "#core/statistics/run-chart.ts";
import { xmrLimits } from "#core/statistics/xmr-limits.ts";
import { FOCUS_THRESHOLDS } from "./focus-thresholds.ts";

/** What each verdict needs at least: the minimum of the statistic it is made from (docs/statistics.md). */
export const RATINGS_FOR_DIRECTION = 6;
export const USEFUL_FOR_RUN = 10;
/** The first ratings since the choice make the usual range: fixed, not moved along. */
export const RATINGS_IN_BASELINE = 12;
export const RATINGS_FOR_STRETCH = 15;

/** `one-sided`: too few lie on one of the two sides of the median, so that no run can be told from none. */
export type RunVerdict =
  | { readonly status: "cannot-tell-yet"; readonly usefulCount: number }
  | { readonly status: "one-sided"; readonly usefulCount: number }
  | {
      readonly status: "computed";
      readonly unusual: boolean;
      /** What was unusual: too long on one side, or too seldom across. Both may hold. */
      readonly isLong: boolean;
      readonly isSeldomAcross: boolean;
      /** Ratings off their median; the others are on no side. */
      readonly usefulCount: number;
      readonly longestRun: number;
      readonly crossings: number;
      readonly median: number;
    };

/** `flat`: the baseline is all one number. */
export type RangeVerdict =
  | { readonly status: "cannot-tell-yet" }
  | { readonly status: "flat" }
  /** Many of the first ratings stand at one end of the scale: what lies beyond the end was not seen, so the usual spread is not known. */
  | { readonly status: "at-an-end" }
  | {
      readonly status: "computed";
      readonly center: number;
      /** The limits drawn; they may lie beyond the ends of the scale. */
      readonly lower: number;
      readonly upper: number;
      /** How many ratings were held against them: the newest ones after the baseline. */
      readonly compared: number;
      /** 0-based places, among the ratings given, of those beyond a limit. */
      readonly outside: readonly number[];
    };

/** 0-based places of the last rating that may still be before the shift, and of the first that may already be after it. */
export interface StretchVerdict {
  readonly from: number;
  readonly to: number;
}

/** Rising, falling, no clear direction; null = cannot tell yet. @param values ratings in order of time, none missing */
export function directionVerdict(values: readonly number[]): TrendDirection | null {
  const trend = mannKendall(values);
  if (trend.status !== "computed") return null;
  return trend.p <= limitFor(FOCUS_THRESHOLDS.directionP, values.length) ? trend.direction : "no-clear-direction";
}

/**
 * Is there an unusual run? Long: longer than ln(n(1 − q)/a)/−ln q, with n ratings off the median, q the chance of staying on a side and
 * a the chance left to a stable series. Seldom across: fewer crossings than (1 − q)(n − 1) − c√((n − 1)q(1 − q)).
 */
export function runVerdict(values: readonly number[]): RunVerdict {
  const line = values.length === 0 ? null : median(values);
  const [above, below] = [
    values.filter((value) => line !== null && value > line).length,
    values.filter((value) => line !== null && value < line).length,
  ];
  const usefulCount = above + below;
  const chart = runChart(values);
  if (chart.status !== "computed") return { status: "cannot-tell-yet", usefulCount };
  const { sameSide, longestRunChance, crossingsSpreads, smallerSide } = FOCUS_THRESHOLDS.run;
  if (Math.min(above, below) < smallerSide * usefulCount) return { status: "one-sided", usefulCount };
  const longestUsual = Math.log((usefulCount * (1 - sameSide)) / longestRunChance) / -Math.log(sameSide);
  const steps = usefulCount - 1;
  const fewestUsual = (1 - sameSide) * steps - crossingsSpreads * Math.sqrt(steps * sameSide * (1 - sameSide));
  const [isLong, isSeldomAcross] = [chart.longestRun > longestUsual, chart.crossings < fewestUsual];
  const { longestRun, crossings } = chart;
  return { status: "computed", unusual: isLong || isSeldomAcross, isLong, isSeldomAcross, usefulCount, longestRun, crossings, median: chart.median };
}

/** Which of the newest ratings lie outside the usual range of the first 12? @param scale both ends of the track */
export function rangeVerdict(values: readonly number[], scale: { readonly lowest: number; readonly highest: number }): RangeVerdict {
  const limits = xmrLimits(values, RATINGS_IN_BASELINE);
  if (limits.status !== "computed") return { status: limits.reason === "flat-baseline" ? "flat" : "cannot-tell-yet" };
  const { sigmas, leastReach, newest } = FOCUS_THRESHOLDS.range;
  const { center } = limits;
  const baseline = values.slice(0, RATINGS_IN_BASELINE);
  const piled = Math.max(...[scale.lowest, scale.highest].map((end) => baseline.filter((value) => value === end).length));
  if (piled >= FOCUS_THRESHOLDS.range.mostAtAnEnd) return { status: "at-an-end" };
  const reach = Math.max(((limits.upper - center) / 3) * sigmas, leastReach * (scale.highest - scale.lowest));
  const from = Math.max(RATINGS_IN_BASELINE, values.length - newest);
  const outside = values.flatMap((value, place) => (place >= from && Math.abs(value - center) > reach ? [place] : []));
  return { status: "computed", center, lower: center - reach, upper: center + reach, compared: values.length - from, outside };
}

/** The stretch in which a series shifted, somewhere; null where none stands out or none can be told yet. */
export function stretchVerdict(values: readonly number[]): StretchVerdict | null {
  const shift = pettitt(values);
  if (shift.status !== "computed" || shift.p > limitFor(FOCUS_THRESHOLDS.stretchP, values.length)) return null;
  const within = shift.profile.flatMap((u, place) => (Math.abs(u) >= FOCUS_THRESHOLDS.stretchShare * shift.u ? [place] : []));
  const [from, last] = [within[0], within.at(-1)];
  // U_k speaks of what lies between the k-th rating and the next; it is 0 at the last, so that there always is a next.
  return from === undefined || last === undefined ? null : { from, to: last + 1 };
}

function limitFor(steps: readonly { readonly from: number; readonly p: number }[], ratings: number): number {
  return steps.findLast((step) => ratings >= step.from)?.p ?? 0;
}
