import type { MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { PERSONAL_MEASURES } from "#core/measures/personal-measures.ts";
import { fitTogether } from "#core/measures/who-answered.ts";
import { type AnsweredBy, SCORE_ABOUT, SCORE_HOW, type ScoreAbout, type ScoreHow } from "#core/vocabulary/measure.ts";

/** How an answer of this person can have come about, the usual one first. */
export function howsOf(answeredBy: AnsweredBy): readonly ScoreHow[] {
  return SCORE_HOW.filter((how) => SCORE_ABOUT.some((about) => fitTogether({ answeredBy, about, how })));
}

/** Whom such an answer can be about. */
export function aboutsOf(answering: { readonly answeredBy: AnsweredBy; readonly how: ScoreHow }): readonly ScoreAbout[] {
  return SCORE_ABOUT.filter((about) => fitTogether({ ...answering, about }));
}

/**
 * Whom a score is about until somebody says otherwise: the relationship, or, where a measure asks about one person, the first
 * it can be about (whoever answered, or for a guess the partner it stands for).
 */
export function aboutByDefault(measure: MeasureView | undefined, answering: { readonly answeredBy: AnsweredBy; readonly how: ScoreHow }): ScoreAbout {
  const isPersonal = PERSONAL_MEASURES.some(({ id }) => id === measure?.id);
  return (isPersonal ? aboutsOf(answering)[0] : undefined) ?? "relationship";
}

/** The measure this case used last, by entry and not by day: what was in the hand a moment ago. */
export function lastMeasure(measures: readonly MeasureView[], scores: readonly ScoreView[]): MeasureView | undefined {
  const newestFirst = [...scores].sort((a, b) => b.sequence - a.sequence);
  const offered = measures.filter((measure) => !measure.archived);
  for (const { measure } of newestFirst) {
    const found = offered.find(({ id }) => id === measure);
    if (found) return found;
  }
  return undefined;
}
