import type { MeasuresView, MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { addDays } from "#core/day.ts";
import { nothingLogged } from "#core/fields/field.ts";
import { LISTED_SCORE_FIELDS, WITHHELD_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import { CATALOGUE } from "#core/measures/catalogue.ts";
import { type ScoreReading, scoreReadings } from "#core/readings/score-reading.ts";
import { scoreBadge, scoreStopRemarks, scoreStopWords, scoreUnit } from "#core/sentences/score-stop-words.ts";
import { scoreCount, scoreSentences, scoreTitle } from "#core/sentences/score-words.ts";

/** Made-up scores, one a week from Monday 2 March 2026, answered by the active partner. */
export function scores(measure: string, values: readonly (number | null)[], given: Partial<ScoreView> = {}): ScoreView[] {
  return values.map((score, index) => ({
    ...{
      id: `${measure}-${given.how ?? "self"}-${index}`,
      version: 1,
      day: addDays("2026-03-02", 7 * index),
      sequence: index + 1,
    },
    ...nothingLogged({ ...LISTED_SCORE_FIELDS, ...WITHHELD_SCORE_FIELDS }),
    measure,
    measureVersion: "1",
    ...given,
    score,
  }));
}

export function viewOf(all: readonly ScoreView[], own: readonly MeasureView[] = []): MeasuresView {
  return { caseId: "case", today: "2026-11-27", measures: [...CATALOGUE, ...own], scores: all, voided: [], sessionDays: [], held: [] };
}

/** A line as it is read, with all that is said of it. */
export function withSentences(line: ScoreReading, { today }: Pick<MeasuresView, "today">) {
  return {
    ...line,
    title: scoreTitle(line, today),
    sentences: scoreSentences(line, today),
    badge: scoreBadge(line),
    stops: line.stops.map((stop) => ({ ...stop, words: scoreStopWords(line, stop), remarks: scoreStopRemarks(line, stop) })),
    facts: { unit: scoreUnit(line), n: line.points.length, count: scoreCount(line) },
  };
}

export type SpokenLine = ReturnType<typeof withSentences>;

/** The one line that these scores make. */
export function reading(measure: string, values: readonly (number | null)[], given: Partial<ScoreView> = {}): SpokenLine {
  const view = viewOf(scores(measure, values, given));
  const [found, ...more] = scoreReadings(view);
  if (!found || more.length > 0) throw new Error("not one line");
  return withSentences(found, view);
}

export const saidOf = ({ sentences }: SpokenLine, about?: string) =>
  sentences.filter((sentence) => about === undefined || sentence.about === about).map((sentence) => sentence.words);
