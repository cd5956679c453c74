/** A made-up questionnaire of three questions, four answers each, and what can be wrong with one. */

export type Json = Record<string, unknown>;

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

export function option(code: string, value: number | null, display = code): Json {
  const extension = value === null ? {} : { extension: [{ url: ORDINAL, valueDecimal: value }] };
  return { ...extension, valueCoding: { system: "http://chair.test/answers", code, display } };
}

export const OPTIONS = [option("never", 0), option("once", 1), option("often", 2), option("daily", 3)];

export function item(linkId: string, given: Json = {}): Json {
  return {
    linkId,
    type: "choice",
    text: `Made-up question ${linkId}?`,
    code: [{ system: "http://chair.test/items", code: `c-${linkId}` }],
    answerOption: OPTIONS,
    ...given,
  };
}

export function questionnaire(given: Json = {}): Json {
  return { resourceType: "Questionnaire", title: "Evening talks", version: "1", status: "active", item: [item("a"), item("b"), item("c")], ...given };
}

export function answered(linkId: string, code: string, given: Json = {}): Json {
  return { linkId, answer: [{ valueCoding: { system: "http://chair.test/answers", code } }], ...given };
}

export function response(given: Json = {}): Json {
  return {
    resourceType: "QuestionnaireResponse",
    status: "completed",
    authored: "2026-03-03T02:30:00Z",
    item: [answered("a", "once"), answered("b", "daily"), answered("c", "never")],
    ...given,
  };
}

export const asText = (json: unknown) => JSON.stringify(json, null, 2);
