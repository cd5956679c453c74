import type { HeldScoreView, MeasuresView, MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { nothingLogged } from "#core/fields/field.ts";
import { LISTED_SCORE_FIELDS, WITHHELD_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import { CATALOGUE } from "#core/measures/catalogue.ts";
import { TODAY } from "../log/given.tsx";

let scores = 0;

export function givenScore(part: Partial<ScoreView> = {}): ScoreView {
  scores += 1;
  return {
    id: `score-${scores}`,
    version: 1,
    day: TODAY,
    sequence: scores,
    ...nothingLogged({ ...LISTED_SCORE_FIELDS, ...WITHHELD_SCORE_FIELDS }),
    measure: "csi-4",
    measureVersion: "Funk & Rogge 2007",
    score: 12,
    ...part,
  };
}

/** A score whose prompt is owed, as the server names it: without its number. */
export function givenHeld(part: Partial<HeldScoreView> = {}): HeldScoreView {
  const { score: _, itemsAsked: __, itemsAnswered: ___, ...held } = givenScore({ measure: "phq-9", about: "active", safetyItem: 2, ...part });
  return held;
}

const often = ["never", "sometimes", "often", "always"].map((label, value) => ({ label, value, codes: [] }));

/** A fictional form: three made-up items, the last of which is to be looked at alone. None may be missing. */
export const WEATHER: MeasureView = {
  id: "own-weather",
  name: "House weather",
  asks: "",
  subject: null,
  version: "1",
  own: true,
  archived: false,
  items: 3,
  lowest: 0,
  highest: 9,
  step: null,
  better: "higher",
  cutOff: null,
  bands: [],
  changePoints: null,
  reliability: null,
  normSd: null,
  source: "",
  form: {
    items: ["The kettle is on when I come home", "The hall light is left for me", "The door is closed quietly"].map((text, at) => ({
      linkId: `w${at + 1}`,
      codes: [],
      text,
      options: often,
      safety: at === 2,
    })),
  },
  formId: "own-weather",
  formVersion: null,
  mostMissing: 0,
  safetyItem: 3,
};

export function givenMeasures(part: Partial<MeasuresView> = {}): MeasuresView {
  return {
    caseId: "case-1",
    today: TODAY,
    measures: [...CATALOGUE, WEATHER],
    scores: [],
    voided: [],
    sessionDays: [],
    held: [],
    ...part,
  };
}
