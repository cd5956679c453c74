import { sentenceCase } from "#client/format.ts";
import type { Choice } from "#client/ui/ChoiceRow.tsx";
import type { MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { ANSWERED_BY_WORDS, type AnsweredBy, SCORE_ABOUT_WORDS, SCORE_HOW_WORDS, type ScoreAbout, type ScoreHow } from "#core/vocabulary/measure.ts";
import { aboutsOf, answerersOf, howsOf } from "./score-defaults.ts";
import type { ScoreWay } from "./typed-score.ts";

function numbered<Value extends string>(values: readonly Value[], words: Record<Value, string>): Choice<Value>[] {
  return values.map((value, at) => ({ value, label: words[value], keys: [String(at + 1)] }));
}

export function answeredByChoices(measure: MeasureView | undefined): readonly Choice<AnsweredBy>[] {
  return numbered(answerersOf(measure), ANSWERED_BY_WORDS);
}

/** A guess is named for what it is: one person's word in another's place. */
export function howChoices(measure: MeasureView | undefined, answeredBy: AnsweredBy): readonly Choice<ScoreHow>[] {
  return numbered(howsOf(measure, answeredBy), SCORE_HOW_WORDS);
}

export function aboutChoices(
  measure: MeasureView | undefined,
  answering: { readonly answeredBy: AnsweredBy; readonly how: ScoreHow },
): readonly Choice<ScoreAbout>[] {
  return numbered(aboutsOf(measure, answering), SCORE_ABOUT_WORDS);
}

const WAY_WORDS: Record<ScoreWay, string> = { answers: "answer by answer", total: "the total only", file: "a file with the answers" };
export const WAY_CHOICES: readonly Choice<ScoreWay>[] = numbered(["answers", "total", "file"], WAY_WORDS);

/** "0–21, higher is better". */
export function rangeWords({ lowest, highest, better }: Pick<MeasureView, "lowest" | "highest" | "better">): string {
  return `${lowest}–${highest}, ${better} is better`;
}

/** "Self-report by the active partner, about the relationship"; "Guess by …, on the other partner's behalf, about …". */
export function lineWords({ answeredBy, about, how }: Pick<ScoreView, "answeredBy" | "about" | "how">): string {
  const subject = SCORE_ABOUT_WORDS[about];
  if (how === "guess") return `${sentenceCase(possessive(answeredBy))} guess on the other’s behalf, about ${subject}`;
  if (how === "clinician") return `Rated by you, about ${subject}`;
  return `${sentenceCase(ANSWERED_BY_WORDS[answeredBy])}’s own answers, about ${about === answeredBy ? "themselves" : subject}`;
}

/** What tells the files of two lines apart, first in their names, which are cut where they are long: "observing", "self", "relationship". */
export function lineFile({ answeredBy, about, how }: Pick<ScoreView, "answeredBy" | "about" | "how">): string[] {
  return [answeredBy, how, about];
}

function possessive(answeredBy: AnsweredBy): string {
  return answeredBy === "clinician" ? "your" : `${ANSWERED_BY_WORDS[answeredBy]}’s`;
}
