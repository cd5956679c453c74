import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";

/** One that was followed: until the event came, or until nobody looked any further ("censored": it may have come later). */
export interface Followed {
  /** From the start of following, ≥ 0, in whatever unit the caller counts. */
  readonly time: number;
  readonly event: boolean;
}

/** What is known at one time at which the event came. */
export interface SurvivalStep {
  readonly time: number;
  /** Followed up to this time without the event, those whose following ends on it among them. */
  readonly atRisk: number;
  readonly events: number;
  /** Share still without the event after this time, 0–1. */
  readonly survival: number;
  /** Greenwood's; null where nobody is left without the event. */
  readonly standardError: number | null;
  /** 95 % interval, 0–1; null where nobody is left without the event. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export type KaplanMeier =
  | Computed<{
      followed: number;
      events: number;
      censored: number;
      /** One for each time at which the event came, ascending; none where it never came. */
      steps: readonly SurvivalStep[];
      /** The first time at which half or fewer are still without the event; null where that is not reached. */
      median: number | null;
    }>
  | NotComputable<"nobody-followed">;

/**
 * How long does it take until an event comes, where for some it has not come yet? Those still waiting are counted for as long as
 * they were followed, neither dropped nor taken for never.
 *
 * Formula: S(t) = Π (1 − dᵢ/nᵢ) over the times tᵢ ≤ t at which the event came, dᵢ of nᵢ at risk. Greenwood: SE = S·√Σ dᵢ/(nᵢ(nᵢ − dᵢ)).
 * Interval: S^exp(±1.96·√Σ / ln S), which stays between 0 and 1.
 *
 * @param followed one entry each, in any order; `time` finite and ≥ 0. A following that ends on the time of an event was at risk in it.
 * @returns the figures above; all censored: no steps, `median` null. Not computable where nobody is followed.
 * @throws RangeError for a time that is negative or no number.
 * Source: Kaplan & Meier 1958, JASA 53:457–481; Greenwood 1926. Variants: interval on the log(−log) scale (Kalbfleisch & Prentice),
 * as in SAS and in R's survfit with conf.type "log-log"; the median is the first time with S ≤ ½, not the middle of a stretch at ½.
 */
export function kaplanMeier(followed: readonly Followed[]): KaplanMeier {
  for (const { time } of followed) if (!(Number.isFinite(time) && time >= 0)) throw new RangeError("a time is a finite number, 0 or above");
  if (followed.length === 0) return notComputable("nobody-followed");
  const happened = followed.filter((each) => each.event);
  const times = [...new Set(happened.map((each) => each.time))].sort((a, b) => a - b);
  let [survival, sum] = [1, 0];
  const steps = times.map((time): SurvivalStep => {
    const atRisk = followed.filter((each) => each.time >= time).length;
    const events = happened.filter((each) => each.time === time).length;
    survival *= (atRisk - events) / atRisk;
    // Nobody is left: the term would be a division by zero, and this is the last step.
    sum += atRisk === events ? Number.POSITIVE_INFINITY : events / (atRisk * (atRisk - events));
    return { time, atRisk, events, survival, ...spread(survival, sum) };
  });
  const median = steps.find((step) => step.survival <= HALF)?.time ?? null;
  return { status: "computed", followed: followed.length, events: happened.length, censored: followed.length - happened.length, steps, median };
}

/** A product of fractions that is ½ on paper may miss it by a last digit. */
const HALF = 0.5 + 1e-9;
const CRITICAL = 1.96;

function spread(survival: number, sum: number): Pick<SurvivalStep, "standardError" | "lower" | "upper"> {
  if (!Number.isFinite(sum)) return { standardError: null, lower: null, upper: null };
  const reach = (CRITICAL * Math.sqrt(sum)) / Math.log(survival);
  return { standardError: survival * Math.sqrt(sum), lower: survival ** Math.exp(-reach), upper: survival ** Math.exp(reach) };
}
