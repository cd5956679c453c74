/** Every figure of the two pictures in words: one place, so that readout and table cannot disagree. */
import type { StagePeriod } from "#core/contracts/insights.ts";
import { FEW_WORDS, spanWords } from "#core/sentences/insight-words.ts";
import { counted } from "#core/sentences/wording.ts";
import type { Figure } from "#core/series/figures.ts";
import type { Readout } from "#core/series/stops.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import { FEW_CASES, isFew } from "./few-cases.ts";
import type { CurveStop } from "./first-move-curve.ts";

/** "63 of 100": a share as a count that can be pictured. */
export function ofHundred(share: number): string {
  return `${Math.round(share * 100)} of 100`;
}

/** "35–82 of 100"; null where there is none. */
export function roughRange({ lower, upper }: Pick<CurveStop, "lower" | "upper">): string | null {
  return lower === null || upper === null ? null : `${Math.round(lower * 100)}–${Math.round(upper * 100)} of 100`;
}

/** Everything known at one day of the curve. */
export function curveReadout(stop: CurveStop): Readout {
  const range = roughRange(stop);
  const ends = [
    ...(stop.moved > 0 ? [`${counted(stop.moved, "case")} moved up`] : []),
    ...(stop.waiting > 0 ? [`${counted(stop.waiting, "case")} not followed further: open, without an upward move`] : []),
    ...(stop.closed > 0 ? [`${counted(stop.closed, "case")} not followed further: closed without an upward move`] : []),
    ...(isFew(stop.followed) ? [`Followed: ${FEW_WORDS}`] : []),
  ];
  return {
    title: stop.x === 0 ? "First rating" : `${spanWords(stop.x)} after the first rating`,
    figures: [
      given("share", "Without an upward move", ofHundred(stop.share)),
      ...(range === null ? [] : [given("range", "Rough range", range)]),
      given("followed", "Cases followed up to here", String(stop.followed)),
    ],
    marks: ends,
  };
}

/** Everything known of one period. */
export function periodReadout(period: StagePeriod): Readout {
  const title = `${period.label}${period.unfinished ? ", so far" : ""}: ${counted(period.cases, "case")}`;
  if (period.cases === 0) return { title, figures: [], marks: ["No case was seen."] };
  return {
    title,
    figures: [
      ...STAGES.toReversed()
        .filter((stage) => period.at[stage] > 0)
        .map((stage) => given(String(stage), STAGE_WORDS[stage], String(period.at[stage]))),
      ...(period.notRated > 0 ? [given("not-rated", NOT_RATED, String(period.notRated))] : []),
    ],
    marks: period.cases < FEW_CASES ? [`${FEW_WORDS.charAt(0).toUpperCase()}${FEW_WORDS.slice(1)}`] : [],
  };
}

function given(key: string, label: string, words: string): Figure {
  return { key, label, words, standing: "given" };
}
