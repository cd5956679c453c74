/** The verdicts a focus track may get, each from the ratings since it was chosen and the thresholds of focus-thresholds.ts. */
import { mannKendall, type TrendDirection } from "#core/statistics/mann-kendall.ts";
import { pettitt } from "#core/statistics/pettitt.ts";
import { runChart } from "#core/statistics/run-chart.ts";
import { xmrLimits } from "#core/statistics/xmr-limits.ts";
import { FOCUS_THRESHOLDS } from "./focus-thresholds.ts";

/** The first ratings since the choice that make the usual range: fixed, not moved along. */
export const BASELINE_RATINGS = 12;

export interface RunVerdict {
  readonly unusual: boolean;
  /** Ratings off their median; the others say nothing about a side. */
  readonly usefulCount: number;
  readonly longestRun: number;
  readonly crossings: number;
  readonly median: number;
}

export type RangeVerdict =
  | { readonly status: "cannot-tell-yet" }
  | { readonly status: "flat" }
  | {
      readonly status: "computed";
      readonly center: number;
      readonly lower: number;
      readonly upper: number;
      /** 0-based places, among the judged ratings, of those beyond a limit; the baseline itself is not judged. */
      readonly outside: readonly number[];
    };

/** 0-based places among the judged ratings, both ends included. */
export interface StretchVerdict {
  readonly from: number;
  readonly to: number;
}

export function directionVerdict(values: readonly number[]): TrendDirection | null {
  const trend = mannKendall(values);
  if (trend.status !== "computed") return null;
  return trend.p <= FOCUS_THRESHOLDS.directionP ? trend.direction : "no-clear-direction";
}

export function runVerdict(values: readonly number[]): RunVerdict | null {
  const chart = runChart(values);
  if (chart.status !== "computed") return null;
  const { usefulCount, longestRun, crossings, median } = chart;
  const unusual =
    longestRun > chart.longestRunLimit + FOCUS_THRESHOLDS.longestRunMargin || crossings < chart.crossingsMinimum - FOCUS_THRESHOLDS.crossingsMargin;
  return { unusual, usefulCount, longestRun, crossings, median };
}

export function rangeVerdict(values: readonly number[]): RangeVerdict {
  const limits = xmrLimits(values, BASELINE_RATINGS);
  if (limits.status !== "computed") return { status: limits.reason === "flat-baseline" ? "flat" : "cannot-tell-yet" };
  const { center } = limits;
  const reach = ((limits.upper - center) / 3) * FOCUS_THRESHOLDS.rangeSigmas;
  const [lower, upper] = [center - reach, center + reach];
  const outside = values.flatMap((value, place) => (place >= BASELINE_RATINGS && (value < lower || value > upper) ? [place] : []));
  return { status: "computed", center, lower, upper, outside };
}

export function stretchVerdict(values: readonly number[]): StretchVerdict | null {
  const change = pettitt(values);
  if (change.status !== "computed" || change.p > FOCUS_THRESHOLDS.stretchP) return null;
  const within = change.profile.flatMap((u, place) => (Math.abs(u) >= FOCUS_THRESHOLDS.stretchShare * change.u ? [place] : []));
  const [from, to] = [within[0], within.at(-1)];
  return from === undefined || to === undefined ? null : { from, to: Math.min(to + 1, values.length - 1) };
}
