import { describe, expect, it } from "vitest";
import type { MeasureView } from "#core/contracts/measure.ts";
import { readQuestionnaire } from "#core/fhir/questionnaire.ts";
import { readResponse } from "#core/fhir/response.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { scoreForm } from "#core/measures/form-score.ts";
import { answered, asText, item, type Json, option, questionnaire, response } from "./given.ts";
import { PUBLISHED_FILES } from "./published.ts";

const ZONE = "America/New_York";
const entry = (id: string) => inCatalogue(id) as MeasureView;

/** A measure with the form of a file. */
function measureOf(text: string, base: MeasureView = entry("phq-9")): MeasureView {
  const found = readQuestionnaire(text);
  if (!found.read) throw new Error("not read");
  return { ...base, name: found.questionnaire.name, form: found.questionnaire.form };
}
const EVENINGS = measureOf(asText(questionnaire()));

const read = (json: Json, measure = EVENINGS) => {
  const found = readResponse(asText(json), measure, ZONE);
  if (!found.read) throw new Error(found.faults.map(({ words }) => words).join(" "));
  return found;
};
const faultsOf = (json: Json, measure = EVENINGS) => {
  const found = readResponse(asText(json), measure, ZONE);
  return found.read ? "read" : found.faults.map(({ words }) => words);
};
const scoreOf = (json: Json, measure = EVENINGS) => {
  const scored = scoreForm(measure.form ?? { items: [] }, read(json, measure).answers ?? [], 0);
  return scored.fits ? scored.score : "does not fit";
};

describe("a filled-in form", () => {
  it("counts each answer by the number its questionnaire gives it", () => expect(scoreOf(response())).toBe(1 + 3 + 0));

  it("is of the day it was where the practice is, not where the file counts its hours", () => expect(read(response()).day).toBe("2026-03-02"));

  it("has its own day, or none where it says less", () => {
    expect(read(response({ authored: "2026-03-04" })).day).toBe("2026-03-04");
    expect(read(response({ authored: "2026-03" })).day).toBeNull();
    expect(read(response({ authored: undefined })).day).toBeNull();
  });

  it("left partly open has no score, and an open answer is not a 0", () => {
    const open = response({ item: [answered("a", "once"), { linkId: "b" }] });
    expect(read(open).answers).toEqual([
      { linkId: "a", value: 1 },
      { linkId: "b", value: null },
      { linkId: "c", value: null },
    ]);
    expect(scoreOf(open)).toBeNull();
    expect(read(open).remarks).toEqual(["2 of 3 answers are missing: too many for a score."]);
  });

  it("matches its items by code before linkId: the same item has other link ids elsewhere", () => {
    const swapped = response({
      item: [
        answered("H1/T1/Q1", "daily", { code: [{ code: "c-a" }] }),
        // Its linkId is another item's; its code says which it is.
        answered("c", "once", { code: [{ system: "http://chair.test/items", code: "c-b" }] }),
        answered("/c-c", "often"),
      ],
    });
    expect(read(swapped).answers?.map(({ value }) => value)).toEqual([3, 1, 2]);
  });

  it("with a code of its own is that item, whichever item's code its linkId ends with", () => {
    const crossed = response({ item: [answered("/c-a", "once", { code: [{ system: "http://chair.test/items", code: "c-b" }] })] });
    expect(read(crossed).answers?.map(({ value }) => value)).toEqual([null, 1, null]);
  });

  it("is read out of groups, and from beneath another answer", () => {
    const inside = { linkId: "g", item: [{ linkId: "a", answer: [{ valueCoding: { code: "once" }, item: [answered("b", "often")] }] }] };
    expect(read(response({ item: [inside, answered("c", "daily")] })).answers?.map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it("may give the number or the words of an option instead of its code", () => {
    const spelled = [
      { linkId: "a", answer: [{ valueInteger: 2 }] },
      { linkId: "b", answer: [{ valueString: "Daily" }] },
      { linkId: "c", answer: [{ valueDecimal: 0 }] },
    ];
    expect(scoreOf(response({ item: spelled }))).toBe(5);
  });

  it("maps an unusual code by its questionnaire, never by a table of codes", () => {
    const unusual = item("b", { answerOption: [option("LA6568-5", 3), option("LA18938-3", 0)] });
    const measure = measureOf(asText(questionnaire({ item: [item("a"), unusual] })));
    expect(scoreOf(response({ item: [answered("a", "never"), answered("b", "LA6568-5")] }), measure)).toBe(3);
  });

  it.each(["in-progress", "stopped"])("that is %s is taken with a word", (status) =>
    expect(read(response({ status })).remarks).toEqual(["The file says of itself that it is not finished: it is taken as it stands."]),
  );

  it("says, without a number, when its own total is another", () => {
    const total = (valueDecimal: number) =>
      response({ item: [answered("a", "once"), answered("b", "once"), answered("c", "once"), { linkId: "/44261-6", answer: [{ valueDecimal }] }] });
    expect(read(total(4)).remarks).toEqual(["The file’s own total is not the sum of its answers; the sum is kept."]);
    expect(read(total(3)).remarks).toEqual([]);
  });

  it.each<[string, Json, string]>([
    [
      "an answer that is not offered",
      { item: [answered("a", "always"), answered("b", "once")] },
      "The answer to item 1 of 3 (linkId “a”) is none that its questionnaire offers: “always”.",
    ],
    [
      "two answers to one item",
      { item: [answered("a", "once"), answered("a", "often")] },
      "There is more than one answer to item 1 of 3 (linkId “a”).",
    ],
    ["answers to another form", { item: [answered("x", "once")] }, "None of its answers belongs to Evening talks."],
    ["no answers", { item: [] }, "None of its answers belongs to Evening talks."],
    [
      "an entry in error",
      { status: "entered-in-error" },
      "The file says of itself that it was entered in error or cancelled: nothing is taken from it.",
    ],
    ["another resource", { resourceType: "Patient" }, "This is a Patient. A QuestionnaireResponse, or an Observation with a total, is needed."],
  ])("with %s is told by its place", (_, wrong, words) => expect(faultsOf(response(wrong))).toEqual([words]));

  it("of a measure without a form needs the questionnaire first", () =>
    expect(faultsOf(response(), entry("csi-4"))).toEqual(["There is no form of CSI-4 here yet: bring its questionnaire in first."]));

  it("that is broken names its line", () => {
    const found = readResponse(asText(response()).replace('"completed",', '"completed"'), EVENINGS, ZONE);
    expect(found).toMatchObject({ read: false, faults: [{ line: 3 }] });
  });
});

const total = (given: Json, code = "44261-6"): Json => ({
  resourceType: "Observation",
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code }] },
  effectiveDateTime: "2026-03-04",
  ...given,
});

describe("a total alone", () => {
  it.each<[string, Json]>([
    ["text", { valueString: " 12 " }],
    ["a whole number", { valueInteger: 12 }],
    ["a decimal", { valueDecimal: 12 }],
    ["a quantity", { valueQuantity: { value: 12, unit: "{score}" } }],
  ])("is read from %s", (_, value) => expect(read(total(value), entry("phq-9"))).toMatchObject({ total: 12, answers: null, day: "2026-03-04" }));

  it("is read from the component that carries its code", () => {
    const component = [
      { code: { coding: [{ code: "70273-8" }] }, valueInteger: 2 },
      { code: { coding: [{ code: "70274-6" }] }, valueInteger: 15 },
    ];
    expect(read(total({ component }, "other"), entry("gad-7"))).toMatchObject({ total: 15 });
  });

  it("of zero is a total", () => expect(read(total({ valueInteger: 0 }), entry("phq-9"))).toMatchObject({ total: 0 }));

  describe("with an answer to the item on self-harm beside it", () => {
    const beside = (...answers: Json[]) =>
      total({
        valueInteger: 12,
        component: answers.map((answer) => ({ code: { coding: [{ system: "http://loinc.org", code: "44260-8" }] }, ...answer })),
      });
    const UNREAD = "This file also holds an answer to item 9 of PHQ-9, on self-harm, that cannot be read: enter the total with that answer yourself.";

    it("keeps that answer, a 0 too", () => {
      expect(read(beside({ valueInteger: 3 }), entry("phq-9"))).toMatchObject({ total: 12, safetyItem: 3 });
      expect(read(beside({ valueInteger: 0 }), entry("phq-9"))).toMatchObject({ total: 12, safetyItem: 0 });
    });

    it("does not know it where it was not answered", () => {
      expect(read(beside(), entry("phq-9"))).toMatchObject({ total: 12, safetyItem: null });
      expect(read(beside({ dataAbsentReason: { text: "asked and not answered" } }), entry("phq-9"))).toMatchObject({ total: 12, safetyItem: null });
    });

    it("looks a code up in the form, and takes nothing where no form gives it a number", () => {
      const items = Array.from({ length: 9 }, (_, index) => item(`q${index + 1}`, index === 8 ? { code: [{ code: "44260-8" }] } : {}));
      const withForm = measureOf(asText(questionnaire({ item: items })));
      const coded = beside({ valueCodeableConcept: { coding: [{ system: "http://chair.test/answers", code: "often" }] } });
      expect(read(coded, withForm)).toMatchObject({ safetyItem: 2 });
      expect(faultsOf(coded, entry("phq-9"))).toEqual([UNREAD]);
    });

    it.each<[string, Json[]]>([
      ["words for it", [{ valueString: "yes" }]],
      ["half an answer", [{ valueDecimal: 0.5 }]],
      ["a bound of it", [{ valueQuantity: { value: 1, comparator: ">=" } }]],
      ["two answers", [{ valueInteger: 0 }, { valueInteger: 1 }]],
    ])("is not taken with %s: the prompt would be lost with it", (_, answers) =>
      expect(faultsOf(beside(...answers), entry("phq-9"))).toEqual([UNREAD]),
    );
  });

  it.each(["<", "<=", ">=", ">"])("that is only said to be %s a number is no score", (comparator) =>
    expect(faultsOf(total({ valueQuantity: { value: 12, comparator } }), entry("phq-9"))).toEqual([
      "The total of PHQ-9 in this file is only said to be more or less than a number: that is not a score.",
    ]),
  );

  it("that was entered in error or cancelled is not taken", () => {
    for (const status of ["entered-in-error", "cancelled"])
      expect(faultsOf(total({ status, valueInteger: 12 }), entry("phq-9"))).toEqual([
        "The file says of itself that it was entered in error or cancelled: nothing is taken from it.",
      ]);
  });

  it("that is preliminary is taken with a word", () =>
    expect(read(total({ status: "preliminary", valueInteger: 12 }), entry("phq-9"))).toMatchObject({
      total: 12,
      remarks: ["The file says of itself that it is not finished: it is taken as it stands."],
    }));

  it.each<[string, Json, string]>([
    ["no value", {}, "The total of PHQ-9 in this file is not a number."],
    ["words for a value", { valueString: "twelve" }, "The total of PHQ-9 in this file is not a number."],
    ["a value outside the range", { valueInteger: 28 }, "The total in this file is outside the range of PHQ-9, 0 to 27."],
    ["another measure's code", { code: { coding: [{ code: "70274-6" }] }, valueInteger: 3 }, "This file holds a total of GAD-7, not of PHQ-9."],
    ["no code", { code: {}, valueInteger: 3 }, "This Observation carries no code (LOINC) of a total that is known here."],
  ])("with %s is told", (_, wrong, words) => expect(faultsOf(total(wrong), entry("phq-9"))).toEqual([words]));
});

for (const { name, isAbsent, ...files } of PUBLISHED_FILES)
  describe.skipIf(isAbsent)(`the files ${name}`, () => {
    it("the response to the PHQ-9 scores 12, nothing on self-harm, on its own day", () => {
      const phq9 = measureOf(files.phq9());
      const json = JSON.parse(files.phq9Response()) as Json;
      expect(read(json, phq9)).toMatchObject({ day: "2022-11-29", remarks: [] });
      expect(scoreForm(phq9.form ?? { items: [] }, read(json, phq9).answers ?? [], 0)).toMatchObject({ score: 12, asked: 9, answered: 9, safety: 0 });
    });

    it("the total of the PHQ-9, kept as text, is 12", () =>
      expect(read(JSON.parse(files.phq9Total()) as Json, entry("phq-9"))).toMatchObject({
        total: 12,
        day: "2022-11-29",
      }));

    it("a GAD-7 answered with the third option throughout scores 14, by codes that differ from item to item", () => {
      const gad7 = measureOf(files.gad7(), entry("gad-7"));
      const items = (gad7.form?.items ?? []).map(({ linkId, options }) => ({
        linkId,
        answer: [{ valueCoding: { code: options[2]?.codes[0]?.split("|")[1] } }],
      }));
      expect(new Set(items.map(({ answer }) => answer[0]?.valueCoding.code)).size).toBe(2);
      expect(scoreOf(response({ item: items }), gad7)).toBe(14);
    });
  });
