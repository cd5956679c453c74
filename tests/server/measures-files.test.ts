import { describe, expect, it } from "vitest";
import { asText, item, type Json, option, questionnaire, response } from "../core/fhir/given.ts";
import { PUBLISHED_FILES } from "../core/fhir/published.ts";
import { givenCase, refusalFrom, requestKey } from "./given.ts";
import { everything } from "./given-records.ts";
import { openRecord } from "./harness.ts";

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  const bring = (json: Json | string, better: "higher" | "lower" | null = "lower") =>
    me.api.measures.importQuestionnaire({ requestKey: requestKey(), text: typeof json === "string" ? json : asText(json), better });
  const respond = (measure: string, json: Json | string, other: { day?: string; requestKey?: string } = {}) =>
    me.api.scores.recordResponse({
      ...{ caseId, requestKey: requestKey(), measure, day: null, answeredBy: "active", about: "active", how: "self" },
      ...other,
      text: typeof json === "string" ? json : asText(json),
    });
  const ofCase = () => me.api.scores.ofCase({ caseId });
  return { record, me, caseId, bring, respond, ofCase };
}

/** The id a file was brought in under; the test fails where it was not. */
async function idOf(answer: Promise<unknown>): Promise<string> {
  const found = (await answer) as { imported: boolean; measureId: string };
  expect(found).toMatchObject({ imported: true });
  return found.measureId;
}

/** Nine made-up questions under the codes of the PHQ-9, so that the last asks about self-harm. */
const PHQ_9 = questionnaire({
  title: "Nine questions",
  code: [{ system: "http://loinc.org", code: "44249-1" }],
  item: Array.from({ length: 9 }, (_, index) => item(`q${index + 1}`)),
});
const answers = (...codes: string[]) =>
  response({ item: codes.map((code, index) => ({ linkId: `q${index + 1}`, answer: [{ valueCoding: { code } }] })) });

describe("a questionnaire brought in from a file", () => {
  it("is a measure of the practice's own that renders as a form and scores by its options", async () => {
    const { bring, respond, ofCase } = await given();
    const measureId = await idOf(bring(questionnaire()));
    const { measures } = await ofCase();
    expect(measures.find(({ id }) => id === measureId)).toMatchObject({
      ...{ name: "Evening talks", own: true, lowest: 0, highest: 9, better: "lower", items: 3, cutOff: null, mostMissing: 0 },
      form: { items: [{ linkId: "a" }, { linkId: "b" }, { linkId: "c" }] },
    });
    expect(await respond(measureId, response())).toEqual({ recorded: true, scoreId: expect.any(String), safetyPrompt: false, remarks: [] });
    expect((await ofCase()).scores).toMatchObject([{ measure: measureId, score: 4, itemsAsked: 3, itemsAnswered: 3, day: "2026-03-02" }]);
  });

  it("asks which way is better where the file is of no published instrument", async () => {
    const { record, bring } = await given();
    const before = await everything(record);
    expect(await bring(questionnaire(), null)).toMatchObject({ imported: false, needsDirection: true, faults: [{ line: null }] });
    expect(await everything(record)).toBe(before);
  });

  it("twice is one measure, and says so; archived, it comes back", async () => {
    const { me, bring } = await given();
    const measureId = await idOf(bring(questionnaire()));
    expect(await bring(questionnaire())).toMatchObject({ imported: true, measureId, already: true });
    await me.api.measures.archive({ measureId, archived: true });
    expect(await bring(questionnaire())).toMatchObject({ imported: true, measureId, already: true });
    expect((await me.api.measures.list()).filter(({ own, archived }) => own && !archived)).toHaveLength(1);
  });

  it("of the same title and other questions is told, and not brought in beside it", async () => {
    const { bring } = await given();
    await bring(questionnaire());
    expect(await bring(questionnaire({ item: [item("a")] }))).toMatchObject({
      imported: false,
      faults: [{ words: expect.stringMatching(/“Evening talks” is already here/) }],
    });
  });

  it("that is broken names the line, and leaves nothing behind", async () => {
    const { record, bring } = await given();
    const before = await everything(record);
    const answer = await bring(asText(questionnaire()).replace('"1",', '"1"'));
    expect(answer).toMatchObject({ imported: false, needsDirection: false, faults: [{ line: 4, words: expect.stringMatching(/comma/) }] });
    expect(await everything(record)).toBe(before);
  });
});

describe("the form of a published instrument", () => {
  it("joins that instrument: one measure, one line of scores, its cut-off and its bands", async () => {
    const { me, caseId, bring, respond, ofCase } = await given();
    const total = {
      measure: "phq-9",
      day: "2026-03-02",
      answeredBy: "active",
      about: "active",
      how: "self",
      score: 14,
      answers: null,
      safetyItem: null,
    } as const;
    await me.api.scores.record({ caseId, requestKey: requestKey(), ...total });
    expect(await idOf(bring(PHQ_9, null))).toBe("phq-9");
    await respond("phq-9", answers("often", "often", "often", "once", "once", "once", "never", "never", "never"), { day: "2026-03-05" });
    const { measures, scores } = await ofCase();
    expect(measures).toHaveLength(15);
    expect(measures.find(({ id }) => id === "phq-9")).toMatchObject({
      own: false,
      better: "lower",
      cutOff: { value: 10 },
      form: { items: { length: 9 } },
    });
    expect(scores.map(({ measure, score, safetyItem }) => [measure, score, safetyItem])).toEqual([
      ["phq-9", 14, null],
      ["phq-9", 9, 0],
    ]);
  });

  it("is named in the version of what was answered on it; a total alone is of the instrument's", async () => {
    const { me, caseId, bring, respond } = await given();
    const versionOf = async (json: Json) => {
      const { scoreId } = (await respond("phq-9", json)) as { scoreId: string };
      return (await me.api.scores.versions({ caseId, scoreId }))[0]?.measureVersion;
    };
    const none = answers(...Array.from({ length: 9 }, () => "never"));
    await bring({ ...PHQ_9, version: "2026-04-23" }, null);
    expect(await versionOf(none)).toBe("Kroenke et al. 2001; form 2026-04-23");
    await bring({ ...PHQ_9, version: undefined, date: "2025-11-02" }, null);
    expect(await versionOf(none)).toBe("Kroenke et al. 2001; form 2025-11-02");
    await bring({ ...PHQ_9, version: undefined }, null);
    expect(await versionOf(none)).toBe("Kroenke et al. 2001; form Nine questions");
    const total = { resourceType: "Observation", code: { coding: [{ code: "44261-6" }] }, valueInteger: 0, effectiveDateTime: "2026-03-02" };
    expect(await versionOf(total)).toBe("Kroenke et al. 2001");
  });

  it("asks for the safety prompt when its ninth item is above 0, without telling the score", async () => {
    const { bring, respond } = await given();
    await bring(PHQ_9, null);
    const answer = await respond("phq-9", answers("never", "never", "never", "never", "never", "never", "never", "never", "once"));
    expect(answer).toEqual({ recorded: true, scoreId: expect.any(String), safetyPrompt: true, remarks: [] });
  });

  it("asks for it too when other answers are missing and there is no score", async () => {
    const { me, caseId, bring, ofCase } = await given();
    await bring(PHQ_9, null);
    const input = {
      caseId,
      requestKey: requestKey(),
      measure: "phq-9",
      day: "2026-03-02",
      answeredBy: "active",
      about: "active",
      how: "self",
    } as const;
    const answer = await me.api.scores.record({ ...input, score: null, answers: [{ linkId: "q9", value: 2 }], safetyItem: null });
    expect(answer).toMatchObject({ safetyPrompt: true });
    const [held] = (await ofCase()).held;
    expect(held).toMatchObject({ safetyItem: 2 });
    await me.api.scores.answerPrompt({ caseId: input.caseId, scoreId: held?.id ?? "", version: 1, answer: "in-hand" });
    expect((await ofCase()).scores).toMatchObject([{ score: null, itemsAsked: 9, itemsAnswered: 1, safetyItem: 2 }]);
  });

  it("asks for it when the ninth item comes beside a total alone", async () => {
    const { me, caseId, respond } = await given();
    const coding = (code: string) => ({ code: { coding: [{ system: "http://loinc.org", code }] } });
    const component = [
      { ...coding("44261-6"), valueInteger: 12 },
      { ...coding("44260-8"), valueInteger: 3 },
    ];
    const answer = await respond("phq-9", { resourceType: "Observation", status: "final", effectiveDateTime: "2026-03-02", component });
    expect(answer).toMatchObject({ recorded: true, safetyPrompt: true });
    const { scoreId } = answer as { scoreId: string };
    expect(await me.api.scores.versions({ caseId, scoreId })).toMatchObject([{ score: 12, safetyItem: 3 }]);
  });

  it("is replaced by another one, can be put aside, and brought back", async () => {
    const { me, bring } = await given();
    const formIdNow = async () => (await me.api.measures.list()).find(({ id }) => id === "phq-9")?.formId ?? null;
    await bring(PHQ_9, null);
    const first = await formIdNow();
    expect(await bring({ ...PHQ_9, title: "Nine questions, newer" }, null)).toMatchObject({
      already: false,
      remarks: ["It takes the place of the form that was here before."],
    });
    const second = await formIdNow();
    expect(second).not.toBe(first);
    await me.api.measures.archive({ measureId: second ?? "", archived: true });
    expect(await formIdNow()).toBeNull();
    await me.api.measures.archive({ measureId: first ?? "", archived: false });
    expect(await formIdNow()).toBe(first);
    expect((await me.api.measures.list()).filter(({ own }) => own)).toMatchObject([{ id: second, archived: true }]);
  });
});

describe("answers brought in from a file", () => {
  it("are answered the same when sent again after the measure was put aside: the first answer may have been lost", async () => {
    const { me, bring, respond, ofCase } = await given();
    const measureId = await idOf(bring(questionnaire()));
    const input = { requestKey: requestKey() };
    const first = await respond(measureId, response(), input);
    await me.api.measures.archive({ measureId, archived: true });
    expect(await respond(measureId, response(), input)).toEqual(first);
    expect(await refusalFrom(respond(measureId, response()))).toBe("unknown-measure");
    expect((await ofCase()).scores).toHaveLength(1);
  });

  it("of the same request sent twice are one score", async () => {
    const { bring, respond, ofCase } = await given();
    const measureId = await idOf(bring(questionnaire()));
    const input = { requestKey: requestKey() };
    expect(await respond(measureId, response(), input)).toEqual(await respond(measureId, response(), input));
    expect((await ofCase()).scores).toHaveLength(1);
  });

  it("keep each answer, readable in the versions of the score", async () => {
    const { me, caseId, bring, respond } = await given();
    const measureId = await idOf(bring(questionnaire()));
    const { scoreId } = (await respond(measureId, response())) as { scoreId: string };
    expect((await me.api.scores.versions({ caseId, scoreId }))[0]?.answers).toEqual([
      { linkId: "a", value: 1 },
      { linkId: "b", value: 3 },
      { linkId: "c", value: 0 },
    ]);
  });

  it("without a day ask for it; on a day to come they are refused", async () => {
    const { bring, respond } = await given();
    const measureId = await idOf(bring(questionnaire()));
    const undated = response({ authored: undefined });
    expect(await respond(measureId, undated)).toMatchObject({ recorded: false, faults: [{ words: expect.stringMatching(/choose the day/) }] });
    expect(await respond(measureId, undated, { day: "2026-03-04" })).toMatchObject({ recorded: true });
    expect(await refusalFrom(respond(measureId, response({ authored: "2026-03-10" })))).toBe("future-day");
  });

  it("that do not belong to the measure are told, and leave nothing behind", async () => {
    const { record, bring, respond } = await given();
    const measureId = await idOf(bring(questionnaire({ item: [item("a", { answerOption: [option("x", 0), option("y", 1)] })] })));
    const before = await everything(record);
    expect(await respond(measureId, response())).toMatchObject({ recorded: false, faults: [{ words: expect.stringMatching(/item 1 of 1/) }] });
    expect(await refusalFrom(respond("nothing", response()))).toBe("unknown-measure");
    expect(await everything(record)).toBe(before);
  });
});

for (const { name, isAbsent, ...files } of PUBLISHED_FILES)
  describe.skipIf(isAbsent)(`the files ${name}`, () => {
    it("the PHQ-9 comes in, its response scores 12 and its total reads 12", async () => {
      const { bring, respond, ofCase } = await given();
      expect(await idOf(bring(files.phq9(), null))).toBe("phq-9");
      await respond("phq-9", files.phq9Response());
      await respond("phq-9", files.phq9Total());
      expect((await ofCase()).scores.map(({ score, day, itemsAnswered }) => [score, day, itemsAnswered])).toEqual([
        [12, "2022-11-29", 9],
        [12, "2022-11-29", null],
      ]);
    });

    it("the GAD-7 comes in as seven items", async () => {
      const { me, bring } = await given();
      await bring(files.gad7(), null);
      expect((await me.api.measures.list()).find(({ id }) => id === "gad-7")?.form?.items).toHaveLength(7);
    });
  });
