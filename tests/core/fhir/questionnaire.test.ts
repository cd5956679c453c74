import { describe, expect, it } from "vitest";
import { asMeasure } from "#core/fhir/as-measure.ts";
import { readQuestionnaire } from "#core/fhir/questionnaire.ts";
import { asText, item, type Json, option, questionnaire } from "./given.ts";
import { PUBLISHED_FILES } from "./published.ts";

const read = (json: Json) => {
  const found = readQuestionnaire(asText(json));
  if (!found.read) throw new Error(found.faults.map(({ words }) => words).join(" "));
  return found;
};
const faultsOf = (text: string) => {
  const found = readQuestionnaire(text);
  return found.read ? "read" : found.faults.map(({ line, words }) => (line === null ? words : `Line ${line}: ${words}`));
};

describe("a questionnaire from a file", () => {
  it("becomes a form: its items in order, each with its options and their numbers", () => {
    const { questionnaire: found } = read(questionnaire());
    expect(found).toMatchObject({ name: "Evening talks", version: "1", lowest: 0, highest: 9, catalogue: null });
    expect(found.form.items.map(({ linkId }) => linkId)).toEqual(["a", "b", "c"]);
    expect(found.form.items[0]).toEqual({
      linkId: "a",
      codes: ["http://chair.test/items|c-a"],
      text: "Made-up question a?",
      safety: false,
      options: ["never", "once", "often", "daily"].map((label, value) => ({ label, value, codes: [`http://chair.test/answers|${label}`] })),
    });
  });

  it("keeps items of nested groups and leaves headings out", () => {
    const nested = [
      { linkId: "t", type: "display", text: "Please answer all" },
      { linkId: "g", type: "group", item: [item("a"), { linkId: "h", type: "group", item: [item("b")] }] },
      item("c"),
    ];
    const { questionnaire: found, remarks } = read(questionnaire({ item: nested }));
    expect(found.form.items.map(({ linkId }) => linkId)).toEqual(["a", "b", "c"]);
    expect(remarks).toEqual([]);
  });

  it("leaves out a total and a question whose options carry no number, and says so", () => {
    const bare = item("d", { answerOption: [option("yes", null), option("no", null)] });
    const { questionnaire: found, remarks } = read(questionnaire({ item: [item("a"), { linkId: "sum", type: "decimal" }, bare] }));
    expect(found.form.items).toHaveLength(1);
    expect(remarks).toEqual([
      "Item 2 of 3 (linkId “sum”) has no options to choose from: it is left out of the score.",
      "Item 3 of 3 (linkId “d”) has options without numbers: it is left out of the score.",
    ]);
  });

  it("finds numbers on the option's coding, as item weights, and in a value set it contains", () => {
    const weight = { url: "http://hl7.org/fhir/StructureDefinition/itemWeight", valueDecimal: 1.5 };
    const onCoding = item("a", { answerOption: [{ valueCoding: { code: "x", extension: [weight] } }, option("y", 0)] });
    const concept = (code: string, valueDecimal: number) => ({ code, display: code, extension: [{ ...weight, valueDecimal }] });
    const contained = [
      {
        resourceType: "ValueSet",
        id: "own",
        compose: { include: [{ system: "http://chair.test/v", concept: [concept("low", 0), concept("high", 4)] }] },
      },
    ];
    const inSet = item("b", { answerOption: undefined, answerValueSet: "#own" });
    const { questionnaire: found } = read(questionnaire({ contained, item: [onCoding, inSet] }));
    expect(found.form.items.map((each) => each.options.map(({ value }) => value))).toEqual([
      [1.5, 0],
      [0, 4],
    ]);
    expect(found.form.items[1]?.options[0]?.codes).toEqual(["http://chair.test/v|low"]);
    expect(found).toMatchObject({ lowest: 0, highest: 5.5 });
  });

  it("keeps markup in a text as the letters it is made of", () => {
    const { questionnaire: found } = read(questionnaire({ item: [item("a", { text: "<b>Bold</b> & <script>x</script>" })] }));
    expect(found.form.items[0]?.text).toBe("<b>Bold</b> & <script>x</script>");
  });

  it("keeps no control characters of a text", () => {
    const { questionnaire: found } = read(questionnaire({ title: "Evening\u0000\ttalks", item: [item("a", { text: "One\r\nTwo" })] }));
    expect([found.name, found.form.items[0]?.text]).toEqual(["Evening talks", "One Two"]);
  });

  it("says nothing of which way is better, so that it must be asked for", () => {
    const { questionnaire: found } = read(questionnaire());
    expect(asMeasure(found, null)).toBeNull();
    expect(asMeasure(found, "higher")).toMatchObject({ better: "higher", items: 3, cutOff: null, changePoints: null, normSd: null });
  });
});

describe("a questionnaire that cannot be read whole", () => {
  it("with a missing comma names its line", () => {
    const lines = asText(questionnaire()).split("\n");
    const place = lines.findIndex((line) => line.includes('"version"'));
    lines[place] = (lines[place] as string).replace(/,$/, "");
    expect(faultsOf(lines.join("\n"))).toEqual([
      expect.stringMatching(new RegExp(`^Line ${place + 1}: a comma is missing here, before line ${place + 2} goes on`)),
    ]);
  });

  it.each<[string, Json, string]>([
    ["is another resource", { resourceType: "Bundle" }, "This is a Bundle. A FHIR Questionnaire is needed."],
    ["is no resource", { resourceType: undefined }, "This is JSON, but no FHIR resource. A FHIR Questionnaire is needed."],
    ["has no name", { title: " " }, "The questionnaire has neither a title nor a name: it needs one to be found by."],
    ["asks nothing", { item: [] }, "No item of this questionnaire can be scored: none has options that carry a number (ordinalValue)."],
    ["has one linkId twice", { item: [item("a"), item("b"), item("a")] }, "Item 3 of 3 (linkId “a”) has the linkId of an earlier item."],
    [
      "has an item without linkId",
      { item: [item("a"), item("b", { linkId: undefined })] },
      "Item 2 of 2 has no linkId, so no answer can be matched to it.",
    ],
    [
      "has an option without a number among others that have one",
      { item: [item("a"), item("b", { answerOption: [option("x", 1), option("y", null)] })] },
      "Item 2 of 2 (linkId “b”): option 2 of 2 carries no number (ordinalValue), while others do.",
    ],
    [
      "takes its options from elsewhere",
      { item: [item("a", { answerOption: undefined, answerValueSet: "http://chair.test/vs" })] },
      "Item 1 of 1 (linkId “a”) takes its options from a value set that is not in this file (http://chair.test/vs).",
    ],
    [
      "lets several be chosen",
      { item: [item("a", { repeats: true })] },
      "Item 1 of 1 (linkId “a”) lets several answers be chosen: it cannot be scored by a sum.",
    ],
    [
      "has a number past all scores",
      { item: [item("a", { answerOption: [option("x", 1e308), option("y", 0)] })] },
      "Item 1 of 1 (linkId “a”) has an option with a number past 1000000.",
    ],
    [
      "has two options of one code",
      { item: [item("a", { answerOption: [option("x", 1), option("x", 2)] })] },
      "Item 1 of 1 (linkId “a”) has two options with the same code.",
    ],
    [
      "cannot differ",
      { item: [item("a", { answerOption: [option("x", 1), option("y", 1)] })] },
      "Every option carries the same number: no score can differ from another.",
    ],
  ])("because it %s says so, with the item's place", (_, wrong, words) => expect(faultsOf(asText(questionnaire(wrong)))).toEqual([words]));

  it.each(["[]", "null", "3", '"Questionnaire"'])("because it is only %s says so", (text) =>
    expect(faultsOf(text)).toEqual(["This is JSON, but no FHIR resource. A FHIR Questionnaire is needed."]),
  );

  it("names all that is wrong at once", () =>
    expect(faultsOf(asText(questionnaire({ title: "", item: [item("a"), item("a"), item("b", { repeats: true })] })))).toHaveLength(3));
});

/** A made-up form that carries the LOINC codes of the PHQ-9, as many items as asked for. */
const coded = (items: number, codes: Json) =>
  questionnaire({
    code: [{ system: "http://loinc.org", code: "44249-1" }],
    item: Array.from({ length: items }, (_, index) => item(`q${index + 1}`, codes)),
  });

describe("a questionnaire that names a published instrument", () => {
  it("is a form of it, with its direction, where it asks as many items over the same range", () => {
    const { questionnaire: found, remarks } = read(coded(9, {}));
    expect([found.catalogue, remarks]).toEqual(["phq-9", []]);
    expect(asMeasure(found, "higher")).toMatchObject({ better: "lower", form: { catalogue: "phq-9" } });
  });

  it("knows the ninth item of the PHQ-9 as the one on self-harm even where the file gives it no code", () =>
    expect(
      read(coded(9, {}))
        .questionnaire.form.items.map((each) => each.safety)
        .indexOf(true),
    ).toBe(8));

  it("knows the item on self-harm by its code, wherever it stands", () => {
    const items = [item("z", { code: [{ code: "44260-8" }] }), item("a")];
    expect(read(questionnaire({ item: items })).questionnaire.form.items.map(({ safety }) => safety)).toEqual([true, false]);
  });

  it("is a measure of its own where it asks fewer: a cut-off would be read off another scale", () => {
    const { questionnaire: found, remarks } = read(coded(8, {}));
    expect(found.catalogue).toBeNull();
    expect(remarks).toEqual([
      "It carries the code of the PHQ-9 but scores 8 items from 0 to 24, not 9 from 0 to 27: its cut-off and change points are not used.",
    ]);
  });
});

for (const { name, isAbsent, phq9, gad7 } of PUBLISHED_FILES)
  describe.skipIf(isAbsent)(`the questionnaires ${name}`, () => {
    it("PHQ-9: nine items from 0 to 27, the ninth on self-harm; its total and its question without numbers are left out", () => {
      const found = readQuestionnaire(phq9());
      if (!found.read) throw new Error("not read");
      expect(found.questionnaire).toMatchObject({ catalogue: "phq-9", lowest: 0, highest: 27, name: "PHQ-9 Example" });
      expect(found.questionnaire.form.items.map(({ safety }) => safety)).toEqual([...Array<boolean>(8).fill(false), true]);
      expect(found.remarks).toHaveLength(2);
    });

    it("GAD-7: seven items from 0 to 21, though its codes name no system", () => {
      const found = readQuestionnaire(gad7());
      if (!found.read) throw new Error("not read");
      expect(found.questionnaire).toMatchObject({ catalogue: "gad-7", lowest: 0, highest: 21 });
      expect(found.questionnaire.form.items).toHaveLength(7);
    });

    it.each([["PHQ-9", phq9] as const, ["GAD-7", gad7] as const])("%s names the line of a comma taken out, wherever that is", (_, file) => {
      const lines = file().split("\n");
      const commas = lines.flatMap((line, index) => (line.trimEnd().endsWith(",") ? [index] : []));
      for (const place of commas.filter((_, index) => index % 17 === 0)) {
        const broken = lines.map((line, index) => (index === place ? line.trimEnd().slice(0, -1) : line)).join("\n");
        const found = readQuestionnaire(broken);
        expect(found.read ? null : found.faults.map(({ line }) => line)).toEqual([place + 1]);
      }
    });
  });
