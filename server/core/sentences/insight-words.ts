/**
 * The two pictures across the caseload in words: counts with what they are out of, and what they cannot say. No case is named, no
 * cause, no verdict, nothing about safety concerns; fewer than five cases are always said to be that.
 */
import type { InsightsView, PeriodStep, StagePeriod } from "#core/contracts/insights.ts";
import { FEW_CASES, isFew } from "#core/readings/insights/few-cases.ts";
import type { CurveStop, FirstMoveCurve } from "#core/readings/insights/first-move-curve.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import { counted, dayWords, listed } from "#core/vocabulary/wording.ts";

export const FEW_WORDS = "fewer than 5 cases, so a description and not a pattern";

/** A figure's title and what is said beside it. */
export interface InsightWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** ": fewer than 5 …" where they are; nothing where there are enough, or none. */
export function fewAside(cases: number): string {
  return isFew(cases) ? ` (${FEW_WORDS})` : "";
}

/** "41 days"; from two weeks on with the weeks beside it: "42 days (6 weeks)". */
export function spanWords(days: number): string {
  return days < 14 ? counted(days, "day") : `${counted(days, "day")} (${counted(Math.round(days / 7), "week")})`;
}

const STEP_WORDS: Record<PeriodStep, string> = { month: "month", quarter: "quarter", year: "year" };

/** Where the observing partners stood, period by period. */
export function stagesWords({ stages }: InsightsView): InsightWords {
  const { periods } = stages;
  const newest = periods.findLast((period) => period.cases > 0);
  if (!newest) return { title: "No case has a session or a rated stage in these days: nothing to draw yet", sentences: [] };
  const step = STEP_WORDS[stages.step];
  const few = periods.filter((period) => isFew(period.cases)).length;
  const filled = periods.filter((period) => period.cases > 0).length;
  return {
    title: `${counted(newest.cases, "case")} seen in ${newest.label}${newest.unfinished ? " so far" : ""}: ${standingWords(newest)}`,
    sentences: [
      `Each case counts once a ${step}, at its last rating in it; with a session and no rating it is ${NOT_RATED}.`,
      ...(filled > 1 ? [`The cases of one ${step} are not those of the next: a count that changes is not a case that moved.`] : []),
      ...(few === 0 ? [] : [`In ${few === filled && filled === 1 ? `the only ${step}` : `${few} of ${counted(filled, step)}`}: ${FEW_WORDS}.`]),
      ...(filled < periods.length
        ? [`In ${counted(periods.length - filled, step)} no case was seen: ${periods.length - filled === 1 ? "it stays" : "they stay"} empty.`]
        : []),
    ],
  };
}

/** "2 listening, 3 curious and 1 not rated": stages in the order of the ladder, those without a case left out. */
export function standingWords({ at, notRated }: StagePeriod): string {
  const rated = STAGES.filter((stage) => at[stage] > 0).map((stage) => `${at[stage]} ${STAGE_WORDS[stage]}`);
  return listed([...rated, ...(notRated > 0 ? [`${notRated} ${NOT_RATED}`] : [])]);
}

/** How long until a first upward move. @param curve of the same view; null where no case is followed */
export function firstMoveWords({ firstMoves, from, today }: InsightsView, curve: FirstMoveCurve | null): InsightWords {
  const { neverRated, ratedOnce, atTop, openedBefore } = firstMoves;
  const apart = [
    ...(neverRated > 0 ? [`${neverRated} never rated`] : []),
    ...(ratedOnce > 0 ? [`${ratedOnce} rated once`] : []),
    ...(atTop > 0 ? [`${atTop} at ${STAGE_WORDS[6]} from the first rating on, with no step above`] : []),
    ...(openedBefore > 0 && from !== null ? [`${openedBefore} opened before ${dayWords(from, today)}`] : []),
  ];
  const notFollowed = apart.length === 0 ? [] : [`Not followed, and counted apart: ${listed(apart)}.`];
  if (!curve)
    return { title: `No case${from === null ? "" : " opened in these days"} has two rated stages: nothing to follow yet`, sentences: notFollowed };
  const { followed, events, censored } = curve.estimate;
  const still = censored === 0 ? "" : `; ${censored} ${censored === 1 ? "has" : "have"} not so far`;
  const moved =
    events === 0
      ? `None of ${followed} cases followed has moved up so far`
      : `Of ${followed} cases followed, ${events} moved up at least once${still}`;
  return {
    title: isFew(followed) ? `${counted(followed, "case")} followed, ${events} moved up: ${FEW_WORDS}` : moved,
    sentences: [
      ...(isFew(followed) ? [] : [halfWords(curve)]),
      ...(censored === 0 ? [] : [stillWords(curve)]),
      ...(isFew(followed) || curve.fewAfter === null
        ? []
        : [`After ${spanWords(curve.fewAfter)} fewer than 5 cases are still followed: there the line is dashed.`]),
      ...notFollowed,
      "A move up is a rating above the one before it, as you rated it: a case may have come down before, or moved back since.",
    ],
  };
}

/** When half had moved: said only where it is reached while at least five cases are followed. */
function halfWords({ estimate, stops, lastDay }: FirstMoveCurve): string {
  const { median } = estimate;
  const last = stops.at(-1) as CurveStop;
  if (median === null)
    return `Half is not reached: by this count ${Math.round(last.share * 100)} of 100 have no upward move in the ${spanWords(lastDay)} after their first rating.`;
  const there = stops.find((stop) => stop.x === median) as CurveStop;
  if (there.followed < FEW_CASES) return "Half is reached only where fewer than 5 cases are still followed: too few to say when.";
  return `Half have moved up within ${spanWords(median)} of their first rating, the cases without a move counted for as long as they were followed (${counted(there.followed, "case")} followed up to then).`;
}

function stillWords({ stops, estimate }: FirstMoveCurve): string {
  const sum = (end: "waiting" | "closed") => stops.reduce((total, stop) => total + stop[end], 0);
  const [waiting, closed] = [sum("waiting"), sum("closed")];
  const parts = [...(waiting > 0 ? [`${waiting} open`] : []), ...(closed > 0 ? [`${closed} closed`] : [])];
  return `${counted(estimate.censored, "case")} without an upward move (${listed(parts)}) ${estimate.censored === 1 ? "counts" : "count"} up to the last rating and no further; the curve takes ${estimate.censored === 1 ? "it" : "them"} to go on like the cases still followed, which may not be so.`;
}
