import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { mean } from "./mean.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValue } from "./rated-value.ts";
import { withoutNoise } from "./without-noise.ts";

const SHARE = 0.25;
/** How many sessions on either side are looked at, and how many of them must be rated. */
const WINDOW = 3;
const FEWEST = 2;

export type SuddenGain =
  | Computed<{
      /** 0-based places in `values` of the session before each gain: values[place] → values[place + 1] is the jump. */
      gains: readonly number[];
      /** The same for the steps that could not be judged, because of missing ratings or for want of sessions around them. */
      untested: readonly number[];
    }>
  | NotComputable<"defined-for-lower-is-better-only" | "no-reliable-change-points" | "fewer-than-2-ratings-each-side">;

/**
 * Was there a jump between two sessions that is large in itself, for its level, and beside the fluctuation around it?
 *
 * Formula: a step from a to b is a sudden gain where a − b ≥ the points of reliable change, a − b ≥ 25 % of a, and the mean of up
 * to 3 sessions before (a included) − the mean of up to 3 after (b included) > t(.975; n₁ + n₂ − 2)·√pooled variance, with a and b
 * rated and n₁, n₂ ≥ 2.
 *
 * @param values scores of one measure in order of time, in its points; null = not scored: it keeps its place, so that a jump
 *   is one between neighbouring sessions and never across a missing one.
 * @param options `reliableChangePoints` > 0, null where none are known; `lowerIsBetter`: of the measure.
 * @returns `gains` and `untested`. Not computable where higher is better (a quarter of the score means nothing there: the zero of the
 *   scale is at the wrong end), without points of reliable change, or where no step has 2 scores on either side.
 * @throws TypeError, RangeError as `ratedValue` does; RangeError for points not above 0.
 * Source: Tang & DeRubeis 1999, JCCP 67:894–904. Variants, as in Wiedemann et al. 2020 (R's suddengains): the first criterion is
 * reliable change instead of 7 points; t follows the number of scores there are (Tang & DeRubeis: 2.776 always); the third
 * criterion has √pooled variance, without the √(1/n₁ + 1/n₂) of a t test.
 */
export function suddenGain(values: readonly (number | null)[], options: { reliableChangePoints: number | null; lowerIsBetter: boolean }): SuddenGain {
  const scores = values.map(ratedValue);
  const points = ratedValue(options.reliableChangePoints);
  if (points !== null && points <= 0) throw new RangeError("points of reliable change are above 0");
  if (!options.lowerIsBetter) return notComputable("defined-for-lower-is-better-only");
  if (points === null) return notComputable("no-reliable-change-points");
  const judged = scores.slice(1).map((_, place) => ({ place, gain: isGain(scores, place, points) }));
  if (judged.every(({ gain }) => gain === null)) return notComputable("fewer-than-2-ratings-each-side");
  const placesWhere = (answer: boolean | null) => judged.filter(({ gain }) => gain === answer).map(({ place }) => place);
  return { status: "computed", gains: placesWhere(true), untested: placesWhere(null) };
}

/** Null where the step cannot be judged. */
function isGain(scores: readonly (number | null)[], place: number, points: number): boolean | null {
  const [from = null, to = null] = scores.slice(place, place + 2);
  const before = scores.slice(Math.max(0, place + 1 - WINDOW), place + 1).filter((score) => score !== null);
  const after = scores.slice(place + 1, place + 1 + WINDOW).filter((score) => score !== null);
  if (from === null || to === null || before.length < FEWEST || after.length < FEWEST) return null;
  const drop = withoutNoise(from - to);
  // Below 0 a quarter of the score would be no hurdle at all; no measure here goes there.
  if (drop < points || from <= 0 || drop < withoutNoise(SHARE * from)) return false;
  const freedom = before.length + after.length - 2;
  const pooled = (squaresAround(before) + squaresAround(after)) / freedom;
  return withoutNoise(mean(before) - mean(after)) > tQuantile(0.975, freedom) * Math.sqrt(pooled);
}

function squaresAround(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0);
}
