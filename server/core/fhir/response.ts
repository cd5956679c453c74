import type { FileFault, FormItem, MeasureForm, MeasureView } from "#core/contracts/measure.ts";
import { type Day, dayIn, isDay } from "#core/day.ts";
import { type GivenAnswer, scoreForm } from "#core/measures/form-score.ts";
import { plainCode } from "./answer-options.ts";
import { instrumentOfTotal } from "./instruments.ts";
import { readJson } from "./json.ts";
import { readTotal } from "./observation.ts";
import { codeOf, codesIn, isParts, listIn, numberIn, type Parts, partIn, placeWords, sameCode, textIn } from "./parts.ts";
import { whatItIs } from "./questionnaire.ts";
import { flatItems } from "./questionnaire-items.ts";

/** What a file says of one sitting: the answers by item, or a total alone. */
export type ReadResponse =
  | {
      readonly read: true;
      readonly answers: readonly GivenAnswer[] | null;
      readonly total: number | null;
      /** The answer to the item on self-harm that stands beside a total; null where it is not known, and where the answers say it. */
      readonly safetyItem: number | null;
      /** The file's own day, in the practice's time zone; null where it has none. */
      readonly day: Day | null;
      /** Never a number: they may be read before the safety prompt. */
      readonly remarks: readonly string[];
    }
  | { readonly read: false; readonly faults: readonly FileFault[] };

/**
 * Reads a FHIR R4 QuestionnaireResponse against the form of a measure, or an Observation that holds its total.
 *
 * An answer is matched to its item by code before `linkId`, because link ids of the same item differ from file to file ("/44250-9",
 * "44250-9", "H1/T1/Q1"); what it counts is looked up in the form alone, never in a table of codes.
 *
 * @returns the answers (an item not answered is null, never 0), or what is wrong with its place.
 * Source: HL7 FHIR R4 QuestionnaireResponse and Observation (hl7.org/fhir/R4).
 */
export function readResponse(text: string, measure: MeasureView, timeZone: string): ReadResponse {
  const json = readJson(text);
  if (!json.read) return { read: false, faults: [{ line: json.line, words: json.words }] };
  const resource = json.value;
  const type = isParts(resource) ? resource.resourceType : null;
  if (!isParts(resource) || (type !== "QuestionnaireResponse" && type !== "Observation"))
    return faulty([`${whatItIs(resource)} A QuestionnaireResponse, or an Observation with a total, is needed.`]);
  if (resource.status === "entered-in-error" || resource.status === "cancelled")
    return faulty(["The file says of itself that it was entered in error or cancelled: nothing is taken from it."]);
  if (type === "Observation") {
    const found = readTotal(resource, measure);
    if ("fault" in found) return faulty([found.fault]);
    return { read: true, answers: null, ...found, day: dayOf(resource, ["effectiveDateTime", "issued"], timeZone), remarks: unfinished(resource) };
  }
  if (measure.form === null) return faulty([`There is no form of ${measure.name} here yet: bring its questionnaire in first.`]);
  const { answers, faults } = readAnswers(resource, measure.form);
  if (faults.length === 0 && answers.every((answer) => answer.value === null)) faults.push(`None of its answers belongs to ${measure.name}.`);
  if (faults.length > 0) return faulty(faults);
  const day = dayOf(resource, ["authored"], timeZone);
  const remarks = [...unfinished(resource), ...remarksOn(resource, { form: measure.form, answers })];
  return { read: true, answers, total: null, safetyItem: null, day, remarks };
}

export const NO_DAY: FileFault = { line: null, words: "The file does not say on which day it was answered: choose the day." };

function faulty(sentences: readonly string[]): ReadResponse {
  return { read: false, faults: sentences.map((words) => ({ line: null, words })) };
}

function readAnswers(resource: Parts, form: MeasureForm): { answers: GivenAnswer[]; faults: string[] } {
  const faults: string[] = [];
  const given = new Map<string, number | null>();
  for (const item of flatItems(resource)) {
    const at = form.items.findIndex((each) => isThe(each, item, form));
    const asked = form.items[at];
    if (!asked) continue;
    const place = placeWords(at, form.items.length, asked.linkId);
    const answers = listIn(item, "answer");
    if (given.has(asked.linkId) || answers.length > 1) faults.push(`There is more than one answer to ${place}.`);
    else {
      const value = answers[0] ? countOf(answers[0], asked) : null;
      if (value === undefined) faults.push(`The answer to ${place} is none that its questionnaire offers${saidAs(answers[0])}.`);
      given.set(asked.linkId, value ?? null);
    }
  }
  return { answers: form.items.map(({ linkId }) => ({ linkId, value: given.get(linkId) ?? null })), faults };
}

/** By code first; by linkId where no item of the form has that code. */
function isThe(asked: FormItem, item: Parts, { items }: MeasureForm): boolean {
  const codes = codesOf(item);
  const hasCode = (each: FormItem) => each.codes.some((code) => codes.some((other) => sameCode(code, other)));
  return hasCode(asked) || (asked.linkId === textIn(item, "linkId") && !items.some(hasCode));
}

/** The codes an answer carries; only where it carries none, the one that ends its linkId ("/44250-9"). */
function codesOf(item: Parts): readonly string[] {
  const carried = codesIn(item, "code");
  return carried.length > 0 ? carried : [`|${(textIn(item, "linkId") ?? "").split("/").at(-1)}`];
}

/** What the answer counts: null where it holds none, undefined where the form does not offer it. */
function countOf(answer: Parts, asked: FormItem): number | null | undefined {
  const coding = partIn(answer, "valueCoding");
  const code = coding && codeOf(coding);
  const number = numberIn(answer, "valueInteger") ?? numberIn(answer, "valueDecimal");
  const words = textIn(answer, "valueString");
  if (code !== null) return asked.options.find((option) => option.codes.some((each) => sameCode(each, code)))?.value;
  if (number !== null) return asked.options.find((option) => option.codes.includes(plainCode(String(number))) || option.value === number)?.value;
  if (words !== null)
    return asked.options.find((option) => option.codes.includes(plainCode(words)) || plainCode(option.label) === plainCode(words))?.value;
  return Object.keys(answer).some((key) => key.startsWith("value")) ? undefined : null;
}

function saidAs(answer: Parts | undefined): string {
  const coding = answer && partIn(answer, "valueCoding");
  const code = coding ? textIn(coding, "code") : null;
  return code === null ? "" : `: “${code.slice(0, 40)}”`;
}

/** Taken as it stands, with a word: an answer that is there was given, and may ask for its safety prompt. */
function unfinished({ status }: Parts): string[] {
  if (status !== "in-progress" && status !== "stopped" && status !== "preliminary" && status !== "registered") return [];
  return ["The file says of itself that it is not finished: it is taken as it stands."];
}

function remarksOn(resource: Parts, { form, answers }: { form: MeasureForm; answers: readonly GivenAnswer[] }): string[] {
  const scored = scoreForm(form, answers, 0);
  const missing = answers.filter((answer) => answer.value === null).length;
  const totals = flatItems(resource).filter((item) => instrumentOfTotal(codesOf(item)) !== null);
  const saysOther = totals.some((item) =>
    listIn(item, "answer").some((answer) => {
      const said = numberIn(answer, "valueDecimal") ?? numberIn(answer, "valueInteger");
      return said !== null && scored.fits && scored.score !== null && said !== scored.score;
    }),
  );
  return [
    ...(missing > 0 ? [`${missing} of ${answers.length} answers ${missing === 1 ? "is" : "are"} missing: too many for a score.`] : []),
    ...(saysOther ? ["The file’s own total is not the sum of its answers; the sum is kept."] : []),
  ];
}

/** The calendar day of the first of these that the file has: a day as it is, a moment where the practice is. */
function dayOf(resource: Parts, keys: readonly string[], timeZone: string): Day | null {
  const said = keys.map((key) => textIn(resource, key)).find((each) => each !== null) ?? textIn(partIn(resource, "effectivePeriod") ?? {}, "start");
  if (said === null) return null;
  if (isDay(said)) return said;
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(said) ? new Date(said) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : dayIn(moment, timeZone);
}
