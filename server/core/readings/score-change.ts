import type { MeasureView } from "#core/contracts/measure.ts";
import { reliableChange } from "#core/statistics/reliable-change.ts";
import { suddenGain } from "#core/statistics/sudden-gain.ts";
import type { ScoreHow } from "#core/vocabulary/measure.ts";
import { isBrokenBefore, type ScoreLine } from "./score-line.ts";

/** What a change on a measure is held against. */
export interface ChangeNorms {
  /** Points around a score that are still measurement error. */
  readonly points: number;
  /** With what confidence the points were published, where they say so. */
  readonly confidence: number | null;
  /** Published points are reached by a change of just so many; computed ones must be passed. */
  readonly reached: boolean;
  /** Something used here is from memory: every verdict says "norm unconfirmed". */
  readonly unconfirmed: boolean;
}

/**
 * Published norms are of people's own answers: a guess has none, nor has a clinician's rating on a questionnaire made for the
 * person's own. A measure of the practice's own brings the norms of its own way of being answered.
 */
export function normsApply({ own }: MeasureView, how: ScoreHow): boolean {
  return how === "self" || (how === "clinician" && own);
}

/** The points of change, published or from reliability and spread; null where neither is known. */
export function changeNorms(measure: MeasureView): ChangeNorms | null {
  const { changePoints, reliability, normSd } = measure;
  const same = reliableChange(0, 0, asNorm(measure));
  if (same.status === "not-computable") return null;
  if (changePoints) return { points: same.changePoints, reached: true, confidence: changePoints.confidence, unconfirmed: changePoints.recalled };
  return { points: same.changePoints, reached: false, confidence: null, unconfirmed: reliability?.recalled === true || normSd?.recalled === true };
}

function asNorm({ changePoints, reliability, normSd, better }: MeasureView) {
  return { sd: normSd?.value ?? null, reliability: reliability?.value ?? null, direction: better, changePoints: changePoints?.points ?? null };
}

/** −1, 0, 1: is the score reliably below, not reliably away from, or reliably above the first one? */
export function awayFromFirst(measure: MeasureView, first: number, score: number): -1 | 0 | 1 {
  const found = reliableChange(first, score, asNorm(measure));
  if (found.status === "not-computable" || !found.reliable) return 0;
  return found.difference > 0 ? 1 : -1;
}

/**
 * Which administrations confirm a change: the score and the one before it, given on another day and with nothing missed in between, are both
 * reliably away from the first score, in the same direction (docs/clinical-rules.md, "Change of a score").
 */
export function confirmedAt({ measure, administrations }: ScoreLine): readonly boolean[] {
  const first = administrations.find((each) => each.score !== null);
  return administrations.map(({ score, day }, at) => {
    const before = administrations[at - 1];
    if (!first || first.score === null || score === null || !before || before.score === null || before.day === day) return false;
    const away = awayFromFirst(measure, first.score, score);
    return away !== 0 && away === awayFromFirst(measure, first.score, before.score);
  });
}

/** Sudden gains of a line: null where they are not asked for (higher is better, or no points of change). */
export interface Gains {
  /** Places of the administrations that a gain leads to. */
  readonly to: readonly number[];
  /** How many steps could be judged, and how many there are. */
  readonly judged: number;
  readonly steps: number;
}

export function gainsOf(line: ScoreLine, norms: ChangeNorms | null): Gains | null {
  const { measure, administrations } = line;
  if (measure.better === "higher" || norms === null) return null;
  // A gap is told as a missing score: a fall across it is not one between two sittings.
  const values: (number | null)[] = [];
  const placeOf: number[] = [];
  administrations.forEach(({ score }, at) => {
    const hasScoreBefore = at > 0 && administrations[at - 1]?.score !== null;
    if (hasScoreBefore && isBrokenBefore(line, at)) values.push(null);
    placeOf.push(values.length);
    values.push(score);
  });
  const steps = administrations.length - 1;
  const found = suddenGain(values, { reliableChangePoints: norms.points, lowerIsBetter: true });
  if (found.status === "not-computable") return { to: [], judged: 0, steps };
  const judged = administrations.filter(
    (_, at) => at > 0 && placeOf[at - 1] === (placeOf[at] as number) - 1 && !found.untested.includes(placeOf[at - 1] as number),
  );
  return { to: found.gains.map((place) => placeOf.indexOf(place + 1)), judged: judged.length, steps };
}
