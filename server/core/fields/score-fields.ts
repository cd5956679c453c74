/**
 * The fields of a score, each declared once. What is asked, stored, listed, withheld until the safety prompt is answered, and read of a
 * version follows from here.
 */

import {
  ANSWERED_BY,
  ANSWERED_BY_WORDS,
  PROMPT_ANSWER_WORDS,
  PROMPT_ANSWERS,
  type SafetyPromptState,
  SCORE_ABOUT,
  SCORE_ABOUT_WORDS,
  SCORE_HOW,
  SCORE_HOW_WORDS,
} from "#core/vocabulary/measure.ts";
import type { StoredOf } from "./field.ts";
import { choice, formAnswers, key, number, optionalDay, requiredChoice, wholeNumber } from "./kinds.ts";

/** Of which measure, whose answer, about whom and how: asked wherever a score comes in. */
export const ANSWERING_FIELDS = {
  measure: key({ label: "Measure" }),
  answeredBy: requiredChoice({ label: "Answered by", options: ANSWERED_BY, words: ANSWERED_BY_WORDS, usual: "active" }),
  about: requiredChoice({ label: "About", options: SCORE_ABOUT, words: SCORE_ABOUT_WORDS, usual: "relationship" }),
  how: requiredChoice({ label: "How", options: SCORE_HOW, words: SCORE_HOW_WORDS, usual: "self" }),
};

const score = number({ label: "Score" });
const answers = formAnswers({ label: "Answers" });
/** The answer to the item on self-harm, where the measure has one and it is known. */
const safetyItem = wholeNumber({ label: "Answer to the item on self-harm", lowest: 0, highest: 10 });

/** What is given when a score is recorded; the rest is worked out. */
export const GIVEN_SCORE_FIELDS = { ...ANSWERING_FIELDS, score, answers, safetyItem };

/** What the list of a case says of every score, also while its safety prompt is owed. */
export const LISTED_SCORE_FIELDS = { ...ANSWERING_FIELDS, measureVersion: key({ label: "Version of the measure" }), safetyItem };

/** What nothing is sent of before the safety prompt is answered. `score` null = too many answers missing. */
export const WITHHELD_SCORE_FIELDS = {
  score,
  itemsAsked: wholeNumber({ label: "Items asked", lowest: 0, highest: 500 }),
  itemsAnswered: wholeNumber({ label: "Items answered", lowest: 0, highest: 500 }),
};

const PROMPT_STATES: readonly SafetyPromptState[] = ["owed", ...PROMPT_ANSWERS];

/** Columns of `measure_score`. */
export const SCORE_FIELDS = {
  ...LISTED_SCORE_FIELDS,
  ...WITHHELD_SCORE_FIELDS,
  /** Null where no answer above zero is known. */
  safetyPrompt: choice({ label: "Safety prompt", options: PROMPT_STATES, words: PROMPT_ANSWER_WORDS }),
  promptAnsweredOn: optionalDay({ label: "Prompt answered on" }),
  answers,
};

/** A score as it is stored, but for the occasion it hangs on. */
export type ScoreRow = StoredOf<typeof SCORE_FIELDS>;
