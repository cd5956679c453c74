import type { MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { fitTogether } from "#core/measures/who-answered.ts";
import { ANSWERED_BY, type AnsweredBy, SCORE_ABOUT, SCORE_HOW, type ScoreAbout, type ScoreHow } from "#core/vocabulary/measure.ts";

/** Undefined until one is chosen: until then anything fits. */
type Chosen = MeasureView | undefined;

/** Who can have answered this measure. */
export function answerersOf(measure: Chosen): readonly AnsweredBy[] {
  return ANSWERED_BY.filter((answeredBy) => howsOf(measure, answeredBy).length > 0);
}

/** How an answer of this person can have come about, the usual one first. */
export function howsOf(measure: Chosen, answeredBy: AnsweredBy): readonly ScoreHow[] {
  return SCORE_HOW.filter((how) => aboutsOf(measure, { answeredBy, how }).length > 0);
}

/** Whom such an answer can be about. */
export function aboutsOf(measure: Chosen, answering: { readonly answeredBy: AnsweredBy; readonly how: ScoreHow }): readonly ScoreAbout[] {
  const subject = measure?.subject ?? null;
  return SCORE_ABOUT.filter((about) => fitTogether({ subject, about, answeredBy: answering.answeredBy, how: answering.how }));
}

/**
 * Whom a score is about until somebody says otherwise: the relationship, or, where a measure asks about one person, the first
 * it can be about (whoever answered, or for a guess the partner it stands for).
 */
export function aboutByDefault(measure: Chosen, answering: { readonly answeredBy: AnsweredBy; readonly how: ScoreHow }): ScoreAbout {
  return (measure === undefined || measure.subject === null ? undefined : aboutsOf(measure, answering)[0]) ?? "relationship";
}

/** The measure this case used last, by entry and not by day: what was in the hand a moment ago. */
export function lastMeasure(measures: readonly MeasureView[], scores: readonly Pick<ScoreView, "measure" | "sequence">[]): MeasureView | undefined {
  const newestFirst = [...scores].sort((a, b) => b.sequence - a.sequence);
  const offered = measures.filter((measure) => !measure.archived);
  for (const { measure } of newestFirst) {
    const found = offered.find(({ id }) => id === measure);
    if (found) return found;
  }
  return undefined;
}
