import { hasReference, referenceFile, unlessAbsent } from "../../reference.ts";
import { asText, item, type Json, option } from "./given.ts";

/** Files of two published instruments: forms, one response, and its total. */
export interface PublishedFiles {
  readonly name: string;
  readonly isAbsent: boolean;
  phq9(): string;
  phq9Response(): string;
  phq9Total(): string;
  gad7(): string;
}

/**
 * LOINC's codes of the items of panel 44249-1 (PHQ-9) and of 69737-5 (GAD-7), and of the answers "not at all" to "nearly every
 * day", in the order of their scores 0 to 3 (loinc.org). The wording of the items is made up.
 */
const PHQ_9_ITEMS = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"];
const GAD_7_ITEMS = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"];
const ANSWERS = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"];
/** The third answer of the GAD-7 has this code in one list of LOINC and LA6570-1 in another: a file may hold both. */
const MORE_DAYS_THAN_NOT = "LA18938-3";

/** Without a system where it is empty, as some files have their codes. */
const coding = (system: string, code: string): Json => (system === "" ? { code } : { system, code });
const optionsOf = (system: string, codes: readonly string[]) =>
  codes.map((code, value) => ({ ...option(code, value), valueCoding: coding(system, code) }));
const itemsOf = (system: string, codes: readonly string[], answersOf: (place: number) => readonly string[]) =>
  codes.map((code, place) =>
    item(`/${code}`, { code: [coding(system, code)], answerOption: optionsOf(system, answersOf(place)), text: `Made-up question ${place + 1}?` }),
  );

const LOINC = "http://loinc.org";

/** Nine items, then the total that the form works out itself, then a question whose answers have no numbers. */
const phq9 = (): string =>
  asText({
    resourceType: "Questionnaire",
    status: "active",
    title: "PHQ-9 Example",
    code: [{ system: LOINC, code: "44249-1" }],
    item: [
      ...itemsOf(LOINC, PHQ_9_ITEMS, () => ANSWERS),
      { linkId: "/44261-6", type: "decimal", text: "Made-up total", code: [{ system: LOINC, code: "44261-6" }] },
      item("/69722-7", { code: [{ system: LOINC, code: "69722-7" }], answerOption: [option("LA6572-7", null), option("LA6573-5", null)] }),
    ],
  });

/** Four times 2, four times 1 and a 0 on the ninth: 12. */
const SCORES = [2, 2, 2, 2, 1, 1, 1, 1, 0];
const phq9Response = (): string =>
  asText({
    resourceType: "QuestionnaireResponse",
    status: "completed",
    authored: "2022-11-29T20:50:32.718Z",
    item: PHQ_9_ITEMS.map((code, place) => ({
      linkId: `/${code}`,
      answer: [{ valueCoding: { system: LOINC, code: ANSWERS[SCORES[place] ?? 0] } }],
    })),
  });

const phq9Total = (): string =>
  asText({
    resourceType: "Observation",
    status: "final",
    code: { coding: [{ system: LOINC, code: "44261-6" }] },
    effectiveDateTime: "2022-11-29T20:50:32.718000+00:00",
    valueString: "12",
  });

const gad7 = (): string =>
  asText({
    resourceType: "Questionnaire",
    status: "draft",
    title: "Generalized anxiety disorder 7 item (GAD-7)",
    code: [{ code: "69737-5" }],
    item: [
      { linkId: "introduction", type: "display", text: "Made-up introduction" },
      ...itemsOf("", GAD_7_ITEMS, (place) => (place % 2 === 0 ? ANSWERS : ANSWERS.with(2, MORE_DAYS_THAN_NOT))),
    ],
  });

const fromFolder = (file: string) => () => referenceFile(`fhir/${file}`).toString("utf8");

export const PUBLISHED_FILES: readonly PublishedFiles[] = [
  { name: "typed in", isAbsent: false, phq9, phq9Response, phq9Total, gad7 },
  {
    name: `of US Core and UW CIRG${unlessAbsent}`,
    isAbsent: !hasReference,
    phq9: fromFolder("us-core_Questionnaire-phq-9.json"),
    phq9Response: fromFolder("us-core_QuestionnaireResponse-phq-9.json"),
    phq9Total: fromFolder("us-core_Observation-phq9-total-44261-6.json"),
    gad7: fromFolder("uwcirg_Questionnaire-GAD7.json"),
  },
];
