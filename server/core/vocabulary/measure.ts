/** The words of a score: who answered, about whom, and how the answer came about. */

export const ANSWERED_BY = ["active", "observing", "clinician"] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

export const SCORE_ABOUT = ["active", "observing", "relationship"] as const;
export type ScoreAbout = (typeof SCORE_ABOUT)[number];

/** `guess`: answered on the partner's behalf. It never joins that partner's own scores in one line. */
export const SCORE_HOW = ["self", "clinician", "guess"] as const;
export type ScoreHow = (typeof SCORE_HOW)[number];

export const ANSWERED_BY_WORDS: Record<AnsweredBy, string> = {
  active: "the active partner",
  observing: "the observing partner",
  clinician: "me",
};

export const SCORE_ABOUT_WORDS: Record<ScoreAbout, string> = {
  active: "the active partner",
  observing: "the observing partner",
  relationship: "the relationship",
};

export const SCORE_HOW_WORDS: Record<ScoreHow, string> = {
  self: "self-report",
  clinician: "rated by the clinician",
  guess: "a guess on the partner’s behalf",
};

/** What was done about an answer above zero on self-harm before its score was shown: it is seen to already, or it stands in a safety concern. */
export const PROMPT_ANSWERS = ["in-hand", "concern"] as const;
export type PromptAnswer = (typeof PROMPT_ANSWERS)[number];
/** `owed`: the prompt was not answered yet, and the score is shown nowhere. */
export type SafetyPromptState = "owed" | PromptAnswer;

export const PROMPT_ANSWER_WORDS: Record<PromptAnswer, string> = { "in-hand": "already in hand", concern: "in a safety concern" };

/** What a published measure asks about: the relationship, one person, or that person's work with the therapist. */
export const MEASURE_SUBJECTS = ["relationship", "person", "work"] as const;
export type MeasureSubject = (typeof MEASURE_SUBJECTS)[number];

/** Which way of a measure is better. Never flipped silently. */
export const MEASURE_BETTER = ["higher", "lower"] as const;
export type MeasureBetter = (typeof MEASURE_BETTER)[number];

/**
 * Which scores are on the distressed side of a cut-off, its own value included or not, as published. `at-unknown`: a number was published,
 * and not which side it is itself on.
 */
export const CUT_OFF_SIDES = ["below", "at-or-below", "below-at-unknown", "at-or-above", "above", "above-at-unknown"] as const;
export type CutOffSide = (typeof CUT_OFF_SIDES)[number];

/** The highest number an option may carry, and the bounds of a measure's range. */
export const MOST_POINTS = 1_000_000;
