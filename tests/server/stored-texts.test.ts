import { describe, expect, it } from "vitest";
import { storedForm } from "#core/contracts/stored-measure.ts";
import { NOBODY } from "#server/database/database.ts";
import { asText, item, questionnaire, response } from "../core/fhir/given.ts";
import { asForm, givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { bring, givenImporter, SHEET, upload } from "./given-imports.ts";
import { storeText } from "./given-stored.ts";
import { openRecord } from "./harness.ts";

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  return { record, me, caseId: await givenCase(me), prisma: record.services.database.read(NOBODY).prisma };
}

describe("a note", () => {
  const NOTE = { format: "dap" as const, sections: { data: "He waited outside.", assessment: "", plan: "" } };
  async function givenNote(text: string) {
    const all = await given();
    const sessionId = await givenSession(all.me, all.caseId, { note: NOTE });
    const { occasionId } = await all.prisma.note.findFirstOrThrow();
    await storeText(all.record, { table: "note", column: "sections", by: ["occasionId", occasionId] }, text);
    return { ...all, sessionId, read: async () => (await all.me.api.sessions.show({ caseId: all.caseId, sessionId })).versions[0]?.note };
  }

  it("is read as it was stored before stored text had a version", async () => {
    expect(await (await givenNote(JSON.stringify(NOTE.sections))).read()).toEqual(NOTE);
  });

  it.each(['{"data":"He waited', '{"version":9,"value":{"hour":"He waited"}}', '{"data":["He waited"]}'])(
    "that cannot be read is shown as it is stored: %s",
    async (text) => {
      const { me, caseId, sessionId, read } = await givenNote(text);
      expect(await read()).toEqual({ format: "free", sections: { text } });
      const correction = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: sessionId }));
      expect(correction.body).toMatchObject({ noteFormat: "free", noteSections: { text } });
    },
  );
});

const FILE = asText(questionnaire());
async function givenForm() {
  const all = await given();
  const { api } = all.me;
  const bringIn = () => api.measures.importQuestionnaire({ requestKey: requestKey(), text: FILE, better: "lower" });
  const { measureId } = (await bringIn()) as { measureId: string };
  const { form } = await all.prisma.measure.findFirstOrThrow({ where: { id: measureId } });
  const store = (text: string) => storeText(all.record, { table: "measure", column: "form", by: ["id", measureId] }, text);
  const record = () =>
    api.scores.recordResponse({
      ...{ caseId: all.caseId, requestKey: requestKey(), measure: measureId, day: null, text: asText(response()) },
      ...{ answeredBy: "active", about: "active", how: "self" },
    });
  return { ...all, api, measureId, form: form as string, store, bringIn, respond: record };
}

describe("the form of a measure", () => {
  it("stored before stored text had a version is the same form as the file's", async () => {
    const { form, store, bringIn, measureId, respond } = await givenForm();
    const read = storedForm.read(form);
    await store(JSON.stringify(read.read && read.value));
    expect(await bringIn()).toMatchObject({ imported: true, measureId, already: true });
    expect(await respond()).toMatchObject({ recorded: true });
  });

  it("that cannot be read leaves the measure without a form; its totals are still recorded", async () => {
    const { api, caseId, measureId, store } = await givenForm();
    await store('{"items":');
    const measure = (await api.measures.list()).find(({ id }) => id === measureId);
    expect(measure).toMatchObject({ own: true, form: null, formId: null, mostMissing: null, safetyItem: null });
    const score = {
      measure: measureId,
      day: "2026-03-02",
      answeredBy: "active",
      about: "active",
      how: "self",
      score: 4,
      answers: null,
      safetyItem: null,
    } as const;
    expect(await api.scores.record({ caseId, requestKey: requestKey(), ...score })).toHaveProperty("scoreId");
    await api.measures.archive({ measureId, archived: true });
    expect(await api.measures.importQuestionnaire({ requestKey: requestKey(), text: FILE, better: "lower" })).toMatchObject({ imported: true });
  });

  it("of a published instrument that cannot be read stands aside, and the instrument is there without one", async () => {
    const { record, me, prisma } = await given();
    const text = asText(
      questionnaire({ code: [{ system: "http://loinc.org", code: "44249-1" }], item: Array.from({ length: 9 }, (_, at) => item(`q${at}`)) }),
    );
    await me.api.measures.importQuestionnaire({ requestKey: requestKey(), text, better: null });
    const { id } = await prisma.measure.findFirstOrThrow();
    await storeText(record, { table: "measure", column: "form", by: ["id", id] }, "no JSON");
    const measures = await me.api.measures.list();
    expect(measures.find((measure) => measure.id === "phq-9")).toMatchObject({ form: null });
    expect(measures.find((measure) => measure.id === id)).toMatchObject({ own: true, form: null });
  });
});

describe("the answers of a score", () => {
  async function givenAnswers(change: (stored: string) => string) {
    const { record, prisma, api, caseId, respond } = await givenForm();
    const { scoreId } = (await respond()) as { scoreId: string };
    const { answers, occasionId } = await prisma.measureScore.findFirstOrThrow();
    await storeText(record, { table: "measure_score", column: "answers", by: ["occasionId", occasionId] }, change(answers as string));
    const [version] = await api.scores.versions({ caseId, scoreId });
    return version;
  }

  it("are read as they were stored before stored text had a version", async () => {
    const version = await givenAnswers((stored) => JSON.stringify(JSON.parse(stored).value));
    expect(version?.answers).toHaveLength(3);
  });

  it("that cannot be read are as answers that were not kept; the score stands", async () => {
    expect(await givenAnswers(() => '[{"linkId":1}]')).toMatchObject({ score: 4, answers: null });
  });
});

describe("what the columns of an imported file were", () => {
  it.each([
    ["is remembered from before stored text had a version", (stored: string) => JSON.stringify(JSON.parse(stored).value), true],
    ["is not remembered where it cannot be read", () => '{"headers":["Datum"]}', false],
  ])("%s", async (_, change, remembered) => {
    const { record, clinician } = await givenImporter();
    const { result } = await bring(clinician, upload(SHEET));
    const { id, mapping } = await record.services.database
      .read(NOBODY)
      .prisma.importBatch.findFirstOrThrow({ where: { id: result.batchId as string } });
    expect(await clinician.api.imports.read(upload(SHEET))).toMatchObject({ remembered: true });
    await storeText(record, { table: "import_batch", column: "mapping", by: ["id", id] }, change(mapping));
    expect(await clinician.api.imports.read(upload(SHEET))).toMatchObject({ remembered });
  });
});

describe("the remembered answer of a request", () => {
  async function givenAnswer(change: (stored: string) => string) {
    const { record, me, caseId, prisma } = await given();
    const request = { caseId, requestKey: requestKey(), wording: "say it before it boils", openedOn: "2026-03-02" };
    const first = await me.api.goals.add(request);
    const { answer } = await prisma.idempotencyKey.findFirstOrThrow({ where: { key: request.requestKey } });
    await storeText(record, { table: "idempotency_key", column: "answer", by: ["key", request.requestKey] }, change(answer));
    return { first, again: () => me.api.goals.add(request), goals: async () => (await me.api.cases.show({ caseId })).goals };
  }

  it("is given again as it was stored before stored text had a version", async () => {
    const { first, again } = await givenAnswer((stored) => JSON.stringify(JSON.parse(stored).value));
    expect(await again()).toEqual(first);
  });

  it.each(["", "{}", '{"goalId":7}', '{"version":9,"value":{"id":"goal-1"}}'])(
    "that cannot be read is refused as done, and is not done again: %s",
    async (text) => {
      const { again, goals } = await givenAnswer(() => text);
      expect(await refusalFrom(again())).toBe("already-done");
      expect(await goals()).toHaveLength(1);
    },
  );
});
