import type { FileFault, MeasureForm } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { formRange } from "#core/measures/form-score.ts";
import { instrumentOfPanel, instrumentOfTotal } from "./instruments.ts";
import { readJson } from "./json.ts";
import { codesIn, isParts, type Parts, textIn } from "./parts.ts";
import { flatItems, readItems } from "./questionnaire-items.ts";

const LONGEST_NAME = 80;
/** As many answers as one score may have (contracts/measure.ts). */
const MOST_ITEMS = 300;

export interface Questionnaire {
  readonly name: string;
  readonly version: string;
  readonly form: MeasureForm;
  /** The published instrument it is a form of: then cut-off, bands and change points are that one's. */
  readonly catalogue: string | null;
  readonly lowest: number;
  readonly highest: number;
}

export type ReadQuestionnaire =
  | { readonly read: true; readonly questionnaire: Questionnaire; readonly remarks: readonly string[] }
  | { readonly read: false; readonly faults: readonly FileFault[] };

/**
 * Reads a FHIR R4 Questionnaire: which items count, with the numbers their options carry. What is not scored is named in the remarks.
 * Everything in it is text; nothing is ever rendered as markup, and no code outside the file is trusted with a number.
 *
 * @returns the questionnaire; or what is wrong, each fault with the line or the item it stands in.
 * Source: HL7 FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html), extension ordinalValue.
 */
export function readQuestionnaire(text: string): ReadQuestionnaire {
  const json = readJson(text);
  if (!json.read) return { read: false, faults: [{ line: json.line, words: json.words }] };
  const resource = json.value;
  if (!isParts(resource) || resource.resourceType !== "Questionnaire") return faulty([`${whatItIs(resource)} A FHIR Questionnaire is needed.`]);
  const name = (textIn(resource, "title") ?? textIn(resource, "name") ?? "").slice(0, LONGEST_NAME).trim();
  const { items, faults, remarks } = readItems(resource);
  const whole = [
    ...(name === "" ? ["The questionnaire has neither a title nor a name: it needs one to be found by."] : []),
    ...faults,
    ...(items.length === 0 && faults.length === 0 ? [nothingToScore(remarks)] : []),
    ...(items.length > MOST_ITEMS ? [`${items.length} items are more than the ${MOST_ITEMS} that one score can have.`] : []),
  ];
  if (whole.length > 0) return faulty(whole);
  const range = formRange({ items });
  if (range.lowest >= range.highest) return faulty(["Every option carries the same number: no score can differ from another."]);
  const version = (textIn(resource, "version") ?? textIn(resource, "date") ?? "").slice(0, LONGEST_NAME);
  const linked = linkTo(resource, { items });
  return {
    read: true,
    questionnaire: { name, version, form: linked.form, catalogue: linked.catalogue, ...range },
    remarks: [...linked.remarks, ...remarks],
  };
}

function faulty(sentences: readonly string[]): ReadQuestionnaire {
  return { read: false, faults: sentences.map((words) => ({ line: null, words })) };
}

/** "This is a Bundle." */
export function whatItIs(resource: unknown): string {
  const type = isParts(resource) ? textIn(resource, "resourceType") : null;
  if (type === null) return "This is JSON, but no FHIR resource.";
  const kind = type.slice(0, 60);
  return `This is ${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}.`;
}

function nothingToScore(remarks: readonly string[]): string {
  const first = remarks[0];
  return `No item of this questionnaire can be scored: none has options that carry a number (ordinalValue).${first ? ` ${first}` : ""}`;
}

/**
 * A file that names a published instrument is a form of it, if it asks as many items over the same range; otherwise its
 * figures would be read off another scale.
 */
function linkTo(resource: Parts, form: MeasureForm): { form: MeasureForm; catalogue: string | null; remarks: string[] } {
  const totals = flatItems(resource).flatMap((item) => codesIn(item, "code"));
  const named = instrumentOfPanel(codesIn(resource, "code")) ?? instrumentOfTotal(totals);
  const entry = named === null ? undefined : inCatalogue(named);
  if (!entry) return { form, catalogue: null, remarks: [] };
  const { lowest, highest } = formRange(form);
  if (form.items.length !== entry.items || lowest !== entry.lowest || highest !== entry.highest) {
    const words = `It carries the code of the ${entry.name} but scores ${form.items.length} items from ${lowest} to ${highest}, not ${entry.items} from ${entry.lowest} to ${entry.highest}: its cut-off and change points are not used.`;
    return { form, catalogue: null, remarks: [words] };
  }
  return { form: { items: withSafetyAt(form, entry.safetyItem) }, catalogue: entry.id, remarks: [] };
}

/** Where no item is recognised by its code, the instrument's own place holds: a question on self-harm is never missed for want of a code. */
function withSafetyAt({ items }: MeasureForm, safetyItem: number | null): MeasureForm["items"] {
  if (safetyItem === null || items.some((item) => item.safety)) return items;
  return items.map((item, index) => (index + 1 === safetyItem ? { ...item, safety: true } : item));
}
