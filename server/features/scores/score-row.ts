import type { MeasureView } from "#core/contracts/measure.ts";
import { storedAnswers } from "#core/contracts/stored-measure.ts";
import { pickFields, type ValuesOf } from "#core/fields/field.ts";
import { ANSWERING_FIELDS, type GIVEN_SCORE_FIELDS, type ScoreRow } from "#core/fields/score-fields.ts";
import { scoreForm } from "#core/measures/form-score.ts";
import { isOnStep, versionAnswered } from "#core/measures/published.ts";
import { leastSafetyAnswer, safetyMisfit } from "#core/measures/safety-item.ts";
import { fitTogether } from "#core/measures/who-answered.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";

/** A score as it was given: a total, or the answers of a form. */
export type GivenScore = Readonly<ValuesOf<typeof GIVEN_SCORE_FIELDS>>;

/** What is stored of a score, or why it cannot be: nothing is rounded, filled in or turned round. */
export function scoreRow(measure: MeasureView, given: GivenScore): ScoreRow | Refusal {
  const { answeredBy, about, how, answers } = given;
  if (!fitTogether({ subject: measure.subject, answeredBy, about, how })) return refuse("answerer-mismatch", "how");
  const measureVersion = answers === null ? measure.version : versionAnswered(measure);
  const telling = { ...pickFields(ANSWERING_FIELDS, given), measure: measure.id, measureVersion };
  if (answers !== null) {
    if (measure.form === null) return refuse("answer-not-offered", "answers");
    const scored = scoreForm(measure.form, answers, measure.mostMissing ?? 0);
    if (!scored.fits) return refuse("answer-not-offered", `answers.${scored.linkId}`);
    const { score, asked, answered, safety } = scored;
    // Upwards: whatever is above 0 stays above 0.
    const safetyItem = safety === null ? null : Math.ceil(safety);
    const prompt = promptFor(measure, { score, safetyItem });
    return { ...telling, score, itemsAsked: asked, itemsAnswered: answered, safetyItem, answers: storedAnswers.write(answers), ...prompt };
  }
  const { score, safetyItem } = given;
  if (score === null) return refuse("bad-input", "score");
  if (score < measure.lowest || score > measure.highest) return refuse("value-out-of-range", "score");
  if (!isOnStep(measure, score)) return refuse("value-between-steps", "score");
  const misfit = safetyItem === null ? null : safetyMisfit(measure, { score, safetyItem });
  if (misfit !== null) return refuse(misfit === "not-offered" ? "value-out-of-range" : "answer-beside-total", "safetyItem");
  return { ...telling, score, itemsAsked: null, itemsAnswered: null, safetyItem, answers: null, ...promptFor(measure, { score, safetyItem }) };
}

/** An answer above zero, known or left over by the total, owes its prompt. */
function promptFor(measure: MeasureView, given: Pick<ScoreRow, "score" | "safetyItem">): Pick<ScoreRow, "safetyPrompt" | "promptAnsweredOn"> {
  const least = leastSafetyAnswer(measure, given);
  return { safetyPrompt: least !== null && least > 0 ? "owed" : null, promptAnsweredOn: null };
}

/**
 * A corrected score with what was answered to the prompt of the version before. It is asked again where the answer rose, where it was not
 * answered, and where the score is now of somebody or something else.
 */
export function promptCarriedOver(measure: MeasureView, { before, row }: { before: ScoreRow; row: ScoreRow }): ScoreRow {
  if (row.safetyPrompt === null || before.safetyPrompt === null || before.safetyPrompt === "owed") return row;
  const sameLine = (["measure", "answeredBy", "about", "how"] as const).every((each) => before[each] === row[each]);
  const [earlier, now] = [leastSafetyAnswer(measure, before), leastSafetyAnswer(measure, row)];
  if (!sameLine || earlier === null || now === null || now > earlier) return row;
  return { ...row, safetyPrompt: before.safetyPrompt, promptAnsweredOn: before.promptAnsweredOn };
}
