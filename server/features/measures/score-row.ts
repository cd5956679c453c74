import type { MeasureView, RecordScore } from "#core/contracts/measure.ts";
import { scoreForm } from "#core/measures/form-score.ts";
import { isOnStep, versionAnswered } from "#core/measures/published.ts";
import { fitTogether } from "#core/measures/who-answered.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";

/** A score as it was given: a total, or the answers of a form. */
export type GivenScore = Pick<RecordScore, "measure" | "answeredBy" | "about" | "how" | "score" | "answers" | "safetyItem">;

/** A score as it is stored, but for the occasion it hangs on. */
export interface ScoreRow extends Pick<RecordScore, "measure" | "answeredBy" | "about" | "how" | "score" | "safetyItem"> {
  readonly measureVersion: string;
  readonly itemsAsked: number | null;
  readonly itemsAnswered: number | null;
  /** JSON of the answers by item. */
  readonly answers: string | null;
}

/** What is stored of a score, or why it cannot be: nothing is rounded, filled in or turned round. */
export function scoreRow(measure: MeasureView, given: GivenScore): ScoreRow | Refusal {
  const { answeredBy, about, how, answers } = given;
  if (!fitTogether({ subject: measure.subject, answeredBy, about, how })) return refuse("answerer-mismatch", "how");
  const measureVersion = answers === null ? measure.version : versionAnswered(measure);
  const telling = { measure: measure.id, measureVersion, answeredBy, about, how };
  if (answers !== null) {
    if (measure.form === null) return refuse("answer-not-offered", "answers");
    const scored = scoreForm(measure.form, answers, measure.mostMissing ?? 0);
    if (!scored.fits) return refuse("answer-not-offered", `answers.${scored.linkId}`);
    const { score, asked, answered, safety } = scored;
    // Upwards: whatever is above 0 stays above 0.
    const safetyItem = safety === null ? null : Math.ceil(safety);
    return { ...telling, score, itemsAsked: asked, itemsAnswered: answered, safetyItem, answers: JSON.stringify(answers) };
  }
  const { score, safetyItem } = given;
  if (score === null) return refuse("bad-input", "score");
  if (score < measure.lowest || score > measure.highest) return refuse("value-out-of-range", "score");
  if (!isOnStep(measure, score)) return refuse("value-between-steps", "score");
  if (safetyItem !== null && !isAnswerOf(measure, { score, safetyItem })) return refuse("value-out-of-range", "safetyItem");
  return { ...telling, score, itemsAsked: null, itemsAnswered: null, safetyItem, answers: null };
}

/** Can one item be answered so, given the total? Only of a measure with an item on self-harm; one answer is never more than the whole. */
function isAnswerOf(
  { safetyItem: place, items, lowest, highest }: MeasureView,
  { score, safetyItem }: { score: number; safetyItem: number },
): boolean {
  return place !== null && items !== null && safetyItem <= (highest - lowest) / items && safetyItem <= score;
}
