import { at } from "./at.ts";
import { type CircularShift, circularShift } from "./circular-shift.ts";
import { detrended } from "./detrended.ts";
import { differenced } from "./differenced.ts";
import { longestStretch } from "./longest-stretch.ts";
import { mannKendall } from "./mann-kendall.ts";
import type { Computed, NotComputable } from "./not-computable.ts";
import { ratedValue } from "./rated-value.ts";

/** 22 sessions at lag 1, the fewest at which the smallest p of either test, 1/22 and 1/21, is below .05. */
const PAIRS_NEEDED = 21;
const ALPHA = 0.05;

export type RippleVerdict = "followed-by" | "moved-together" | "cannot-tell-yet";

/** The two tests of one direction. */
export interface RippleTests {
  readonly pDetrended: number;
  readonly pDifferenced: number;
}

interface Pairs {
  /** Pairs of x_t with y_{t + lag} in the stretch that is tested. */
  readonly pairs: number;
  /** How many a test takes. */
  readonly pairsNeeded: number;
}

export type Ripple =
  | Computed<
      Pairs & {
        verdict: RippleVerdict;
        /** Of the detrended x_t with y_{t + lag}: 1 = rises are followed by rises, −1 = by falls, 0 = neither. Spoken only of "followed-by". */
        sign: -1 | 0 | 1;
        /** x, then y. */
        forward: RippleTests;
        /** y, then x. */
        reverse: RippleTests;
        /** 1-based places, in the series as given, of the first and the last session tested. */
        firstPlace: number;
        lastPlace: number;
      }
    >
  | (NotComputable<"fewer-than-21-pairs"> & Pairs & { readonly verdict: "cannot-tell-yet" });

export interface RippleOptions {
  /** How many sessions later, a whole number ≥ 1, fixed beforehand: never searched for. */
  readonly lag?: number | undefined;
  /** "YYYY-MM-DD" of every session, in order of time. */
  readonly days?: readonly string[] | undefined;
}

/**
 * Is one's change followed by the other's? And if that cannot be told: did both move together?
 *
 * Formula: sessions at which either was not rated are dropped. Where days are given, the rest is split at gaps of more than three times
 * the median gap and only the longest stretch is tested. A direction passes where the circular-shift test (`circularShift`) gives
 * p ≤ .05 on the Theil–Sen-detrended series and on the first differences; it is clear where r has one sign in both, too (a
 * mood shared within sessions shows r > 0 in the one and < 0 in the other, and is no ripple).
 *   followed-by: x → y is clear, and y → x does not pass.
 *   moved-together: neither is followed by the other so, and Mann–Kendall gives p ≤ .05 for both series in one direction.
 *   cannot-tell-yet: anything else. It is no evidence against a ripple.
 *
 * @param x,y two series of one length, a value for each session in order of time, scales may differ; null = not rated.
 * @param options `lag` 1 by default; `days` optional.
 * @returns `verdict`, `sign`, `forward`, `reverse`, `pairs`, `pairsNeeded` and the places tested. Not computable with fewer than 21
 *   pairs; then too with `verdict` "cannot-tell-yet", `pairs` and `pairsNeeded`. Who rated, and an open safety concern, are the caller's
 *   to ask first. At 22 sessions a moderate ripple is found in about one case of five.
 * @throws TypeError, RangeError as `ratedValue` does; RangeError for series or days of unequal length, a lag that is no whole
 *   number ≥ 1, text that is no day, and days out of order.
 * Source: the tests as in `circularShift` (Lancaster et al. 2018) and `mannKendall`; lines by Theil 1950 and Sen 1968. Both lines and lag go
 * by session, not by day.
 */
export function ripple(x: readonly (number | null)[], y: readonly (number | null)[], options: RippleOptions = {}): Ripple {
  const { lag = 1, days } = options;
  if (!Number.isInteger(lag) || lag < 1) throw new RangeError("lag is a whole number of sessions, at least 1");
  if (x.length !== y.length || (days && days.length !== x.length)) throw new RangeError("both series, and the days, have one length");

  const rated = x.flatMap((given, place) => {
    const [one, other] = [ratedValue(given), ratedValue(at(y, place))];
    return one === null || other === null ? [] : [{ one, other, place }];
  });
  if (days) longestStretch(days); // Days that are none, or out of order, are a fault even where nothing was rated.
  const { from, to } = days ? longestStretch(rated.map(({ place }) => at(days, place))) : { from: 0, to: rated.length };
  const tested = rated.slice(from, to);
  const counts: Pairs = { pairs: Math.max(0, tested.length - lag), pairsNeeded: PAIRS_NEEDED };
  if (counts.pairs < PAIRS_NEEDED) return { status: "not-computable", reason: "fewer-than-21-pairs", verdict: "cannot-tell-yet", ...counts };

  const [ones, others] = [tested.map(({ one }) => one), tested.map(({ other }) => other)];
  const [first, second] = [withoutTrend(ones), withoutTrend(others)];
  const [forward, reverse] = [directionOf(first, second, lag), directionOf(second, first, lag)];
  return {
    status: "computed",
    verdict: verdictOf(forward, reverse, () => sameTrend(ones, others)),
    sign: forward.sign,
    forward: forward.tests,
    reverse: reverse.tests,
    ...counts,
    firstPlace: at(tested, 0).place + 1,
    lastPlace: at(tested, tested.length - 1).place + 1,
  };
}

function verdictOf(forward: Direction, reverse: Direction, trendIsShared: () => boolean): RippleVerdict {
  if (forward.clear && !reverse.passes) return "followed-by";
  const comesFirst = reverse.clear && !forward.passes;
  return !comesFirst && trendIsShared() ? "moved-together" : "cannot-tell-yet";
}

/** A series in the two ways that a shared drift is taken out of it. */
interface WithoutTrend {
  readonly leveled: readonly number[];
  readonly stepped: readonly number[];
}

function withoutTrend(values: readonly number[]): WithoutTrend {
  return { leveled: detrended(values), stepped: differenced(values) };
}

interface Direction {
  readonly tests: RippleTests;
  readonly sign: -1 | 0 | 1;
  readonly passes: boolean;
  readonly clear: boolean;
}

function directionOf(first: WithoutTrend, second: WithoutTrend, lag: number): Direction {
  const leveled = circularShift(first.leveled, second.leveled, lag);
  const stepped = circularShift(first.stepped, second.stepped, lag);
  const sign = signOf(leveled);
  const passes = leveled.p <= ALPHA && stepped.p <= ALPHA;
  return { tests: { pDetrended: leveled.p, pDifferenced: stepped.p }, sign, passes, clear: passes && sign !== 0 && sign === signOf(stepped) };
}

function signOf({ r }: CircularShift): -1 | 0 | 1 {
  return r > 0 ? 1 : r < 0 ? -1 : 0;
}

function sameTrend(ones: readonly number[], others: readonly number[]): boolean {
  const [one, other] = [mannKendall(ones), mannKendall(others)];
  if (one.status !== "computed" || other.status !== "computed") return false;
  return one.direction !== "no-clear-direction" && one.direction === other.direction;
}
