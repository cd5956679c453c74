import { numberTyped } from "#client/format.ts";
import type { MeasureView, RecordResponse, RecordScore, ScoreVersionView } from "#core/contracts/measure.ts";
import { isDay } from "#core/day.ts";
import { isOnStep } from "#core/measures/published.ts";
import { safetyMisfit, safetyRanges } from "#core/measures/safety-item.ts";
import type { AnsweredBy, ScoreAbout, ScoreHow } from "#core/vocabulary/measure.ts";
import { answersGiven } from "./form-answers.ts";
import { aboutByDefault, aboutsOf, answerersOf, howsOf } from "./score-defaults.ts";

/** How a score comes in: its total, the answers themselves, or a file with them. */
export type ScoreWay = "total" | "answers" | "file";

/** The score as it stands on the form: numbers as they were typed, so that a wrong one stays to be put right. */
export interface TypedScore {
  /** "" until one is chosen. */
  readonly measure: string;
  readonly way: ScoreWay;
  readonly total: string;
  /** The answer to the item on self-harm; "" = not known. */
  readonly safety: string;
  /** By the item's `linkId`; an item that is not here is not answered. */
  readonly answers: Readonly<Record<string, number>>;
  readonly file: string;
  readonly answeredBy: AnsweredBy;
  /** Null = as the measure usually has it. */
  readonly about: ScoreAbout | null;
  readonly how: ScoreHow;
  /** "" only where a file says it. */
  readonly day: string;
}

export function emptyScore(measure: MeasureView | undefined, today: string): TypedScore {
  return withMeasure(
    {
      measure: "",
      way: "total",
      total: "",
      safety: "",
      answers: {},
      file: "",
      answeredBy: "active",
      about: null,
      how: "self",
      day: today,
    },
    measure,
    today,
  );
}

/** Another measure asks other things: its form stands open where it has one. When stays as it is, and who answered where that fits. */
export function withMeasure(typed: TypedScore, measure: MeasureView | undefined, today: string): TypedScore {
  if (measure === undefined) return typed;
  const kept = typed.measure === measure.id ? typed.answers : {};
  const answerers = answerersOf(measure);
  const answeredBy = answerers.includes(typed.answeredBy) ? typed.answeredBy : (answerers[0] ?? typed.answeredBy);
  const answering = withAnsweredBy({ ...typed, measure: measure.id, answers: kept, about: null }, answeredBy, measure);
  return withWay(answering, { way: measure.form === null ? "total" : "answers", today });
}

/** A file knows its own day; everything else is asked for it, today to begin with. */
export function withWay(typed: TypedScore, { way, today }: { readonly way: ScoreWay; readonly today: string }): TypedScore {
  if (way === "file") return { ...typed, way, day: typed.day === today ? "" : typed.day };
  return { ...typed, way, day: typed.day === "" ? today : typed.day };
}

/** Who answered decides how: nobody but the clinician rates as the clinician. */
export function withAnsweredBy(typed: TypedScore, answeredBy: AnsweredBy, measure: MeasureView | undefined): TypedScore {
  const hows = howsOf(measure, answeredBy);
  const how = hows.includes(typed.how) ? typed.how : hows[0];
  return how === undefined ? typed : { ...typed, answeredBy, how };
}

/** Whom it is about: as chosen while that fits who answered and how, else as the measure usually has it. */
export function aboutOf(typed: TypedScore, measure: MeasureView | undefined): ScoreAbout {
  return typed.about !== null && aboutsOf(measure, typed).includes(typed.about) ? typed.about : aboutByDefault(measure, typed);
}

/** The highest answer to the item on self-harm, where the scale says it: items that all weigh the same. */
export function highestSafetyAnswer(measure: MeasureView): number {
  const highest = safetyRanges(measure)?.item.highest ?? Number.NaN;
  return Number.isInteger(highest) ? highest : 10;
}

interface Missing {
  readonly field: string;
  readonly sentence: string;
}

/** What is still needed, with the field to go to; null = ready. */
export function whatIsMissing(typed: TypedScore, measure: MeasureView | undefined, today: string): Missing | null {
  if (measure === undefined) return { field: "measure", sentence: "Choose a measure." };
  return contentMissing(typed, measure) ?? (typed.way === "file" && typed.day === "" ? null : dayMissing(typed.day, today));
}

function contentMissing(typed: TypedScore, measure: MeasureView): Missing | null {
  if (typed.way === "file") return typed.file.trim() === "" ? { field: "file", sentence: "Choose the file with the answers, or paste it." } : null;
  if (typed.way === "answers") {
    return Object.keys(typed.answers).length === 0 ? { field: "answers", sentence: "Nothing is answered yet." } : null;
  }
  return totalMissing(typed, measure) ?? safetyMissing(typed, measure);
}

function totalMissing({ total }: TypedScore, measure: MeasureView): Missing | null {
  const { lowest, highest, name, step } = measure;
  const score = numberTyped(total);
  const range = `${name} runs from ${lowest} to ${highest}`;
  if (total.trim() === "") return { field: "total", sentence: `Give the score. ${range}.` };
  if (score === null) return { field: "total", sentence: `“${total.trim()}” is not a number. ${range}.` };
  if (score < lowest || score > highest) return { field: "total", sentence: `${range}; ${total.trim()} lies outside it.` };
  if (!isOnStep(measure, score)) {
    const steps = step === 1 ? `${name} gives whole numbers` : `${name} goes in steps of ${step}: ${lowest}, ${lowest + (step ?? 1)} … ${highest}`;
    return { field: "total", sentence: `${steps}; ${total.trim()} is none of them.` };
  }
  return null;
}

function safetyMissing({ safety, total }: TypedScore, measure: MeasureView): Missing | null {
  if (measure.safetyItem === null || safety.trim() === "") return null;
  const answer = numberTyped(safety);
  const highest = highestSafetyAnswer(measure);
  if (answer !== null && Number.isInteger(answer) && answer >= 0 && answer <= highest) {
    const sentence = misfitWords(measure, { score: numberTyped(total), safetyItem: answer });
    return sentence === null ? null : { field: "safety", sentence };
  }
  return { field: "safety", sentence: `A whole number from 0 to ${highest}, or nothing where it is not known.` };
}

/** Each by itself would do; together they cannot come out. One of the two was mistyped, so both are named. */
function misfitWords(measure: MeasureView, { score, safetyItem }: { score: number | null; safetyItem: number }): string | null {
  const misfit = score === null ? null : safetyMisfit(measure, { score, safetyItem });
  if (misfit === "above-total") return `Item ${measure.safetyItem} is part of the total: with ${safetyItem} here it cannot be ${score}.`;
  if (misfit !== "below-total") return null;
  const most = safetyRanges(measure)?.others.highest;
  return `The other ${(measure.items ?? 1) - 1} items reach at most ${most}: with ${safetyItem} here the total cannot be ${score}.`;
}

function dayMissing(day: string, today: string): Missing | null {
  if (!isDay(day)) return { field: "day", sentence: "Give the day it was answered." };
  return day > today ? { field: "day", sentence: "This day is still to come." } : null;
}

/** The file with the answers as the server takes it. */
export function responseOf(typed: TypedScore, measure: MeasureView): Omit<RecordResponse, "caseId" | "requestKey"> {
  const { answeredBy, how, file, day } = typed;
  return { measure: measure.id, text: file, day: day === "" ? null : day, answeredBy, about: aboutOf(typed, measure), how };
}

/** The score as the server takes it, once nothing is missing and it does not come as a file. */
export function scoreOf(typed: TypedScore, measure: MeasureView): Omit<RecordScore, "caseId" | "requestKey"> {
  const byAnswers = typed.way === "answers" && measure.form !== null;
  return {
    measure: measure.id,
    day: typed.day,
    answeredBy: typed.answeredBy,
    about: aboutOf(typed, measure),
    how: typed.how,
    score: byAnswers ? null : numberTyped(typed.total),
    answers: byAnswers && measure.form !== null ? answersGiven(measure.form, typed.answers) : null,
    safetyItem: byAnswers || measure.safetyItem === null ? null : numberTyped(typed.safety),
  };
}

/** A score as it was written, back on the form to be corrected: by its answers where they are known. */
export function typedFrom(written: ScoreVersionView, measure: MeasureView): TypedScore {
  const items = measure.form?.items ?? [];
  const answers = Object.fromEntries((written.answers ?? []).flatMap(({ linkId, value }) => (value === null ? [] : [[linkId, value]])));
  // A form changed since no longer holds these answers; the total then stands for itself.
  const stillFit = written.answers?.every(({ linkId }) => items.some((item) => item.linkId === linkId)) === true;
  return {
    measure: measure.id,
    way: stillFit && items.length > 0 ? "answers" : "total",
    total: written.score === null ? "" : String(written.score),
    safety: written.safetyItem === null ? "" : String(written.safetyItem),
    answers: stillFit ? answers : {},
    file: "",
    answeredBy: written.answeredBy,
    about: written.about,
    how: written.how,
    day: written.day,
  };
}
