import { describe, expect, it } from "vitest";
import { asForm, givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { bring, givenImporter, SHEET, upload } from "./given-imports.ts";
import { storeText } from "./given-stored.ts";
import { openRecord } from "./harness.ts";

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  const start = async (corrects: string | null = null) => asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects }));
  const draft = await start();
  const store = (text: string | object) =>
    storeText(record, { table: "draft", column: "body", by: ["id", draft.id] }, typeof text === "string" ? text : JSON.stringify(text));
  const show = () => me.api.drafts.show({ draftId: draft.id });
  return { record, me, caseId, draft, start, store, show };
}

describe("a draft from an earlier version", () => {
  it("is opened as it was stored before stored text had a version", async () => {
    const { draft, store, show } = await given();
    await store({ ...draft.body, evidence: "Half" });
    expect(asForm(await show()).body).toEqual({ ...draft.body, evidence: "Half" });
  });

  it("opens a draft that was begun before the form had its newest field", async () => {
    const { me, draft, store, show } = await given();
    const { newTries: _, activePresent: __, setting: ___, ...older } = { ...draft.body, evidence: "Half" };
    await store(older);
    const { body } = asForm(await show());
    expect(body).toEqual({ ...draft.body, evidence: "Half", newTries: [], activePresent: true, setting: "" });
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body, privateNote: "" });
    expect(await me.api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() })).toHaveProperty("sessionId");
  });

  it("drops a field that the form no longer has where it is empty", async () => {
    const { draft, store, show } = await given();
    await store({ ...draft.body, mood: "", moods: [], allMoods: { one: " ", other: null }, moody: false });
    expect(asForm(await show()).body).toEqual(draft.body);
  });

  it.each([
    ["text", { mood: "Quiet all hour" }, ["Quiet all hour"]],
    ["a number", { moodLevel: 3 }, []],
    [
      "text inside a shift",
      { shifts: [{ kind: "healthy-conversation", direction: "toward", who: "observing", source: "seen", remark: "", where: "At the door" }] },
      ["At the door"],
    ],
  ])("offers the text instead of dropping a field that holds %s", async (_, more, texts) => {
    const { draft, store, show } = await given();
    await store({ ...draft.body, ...more });
    expect(await show()).toMatchObject({ broken: true, texts });
  });
});

const NEWER = { version: 9, value: { story: { hour: "He came in by himself" }, hopes: ["More quiet"] } };

describe("a draft that cannot be read", () => {
  it.each([
    ["is of a newer version", JSON.stringify(NEWER), ["He came in by himself", "More quiet"]],
    ["has a field of the wrong type", JSON.stringify({ evidence: ["He sighed"], attendance: "held", minutes: 50 }), ["He sighed"]],
    ["was cut off", '{"version":1,"value":{"evidence":"He sig', ['{"version":1,"value":{"evidence":"He sig']],
    ["is empty", "", []],
    ["is no object", "null", []],
  ])("offers the text of a draft that cannot be read: it %s", async (_, text, texts) => {
    const { me, caseId, draft, store, show } = await given();
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body: draft.body, privateNote: "A hunch" });
    await store(text);
    expect(await show()).toEqual({ id: draft.id, caseId, kind: "session", corrects: null, broken: true, texts, privateNote: "A hunch" });
  });

  it("is neither finished nor saved over, and can be discarded", async () => {
    const { me, draft, store, show } = await given();
    await store(NEWER);
    expect(await refusalFrom(me.api.drafts.save({ draftId: draft.id, revision: 1, body: draft.body, privateNote: "" }))).toBe("draft-unreadable");
    expect(await refusalFrom(me.api.sessions.finish({ draftId: draft.id, revision: 1, requestKey: requestKey() }))).toBe("draft-unreadable");
    expect(await show()).toMatchObject({ broken: true });
    await me.api.drafts.discard({ draftId: draft.id });
    expect(await refusalFrom(show())).toBe("draft-gone");
  });

  it("stays what it is for everybody else: not theirs", async () => {
    const { record, draft, store } = await given();
    await store(NEWER);
    const other = await record.addClinician();
    expect(await refusalFrom(other.api.drafts.show({ draftId: draft.id }))).toBe("draft-gone");
  });

  it("does not keep the case or the caseload from being read", async () => {
    const { me, caseId, draft, store } = await given();
    await store('{"day":');
    expect((await me.api.cases.show({ caseId })).drafts).toMatchObject([{ id: draft.id, day: draft.body.day }]);
    expect((await me.api.caseload.read()).toFinish).toMatchObject([{ draftId: draft.id, day: draft.body.day, draftKind: "session" }]);
  });

  it("is not written over when a new log is begun beside it", async () => {
    const { draft, start, store, show } = await given();
    await store(NEWER);
    const next = await start();
    expect(next.id).not.toBe(draft.id);
    expect((await start()).id).toBe(next.id);
    expect(await show()).toMatchObject({ broken: true, texts: ["He came in by himself", "More quiet"] });
  });

  it("is answered as such when the request that began it comes a second time", async () => {
    const { me, caseId, record } = await given();
    const sessionId = await givenSession(me, caseId);
    const request = { caseId, requestKey: requestKey(), corrects: sessionId };
    const { id } = await me.api.drafts.start(request);
    await storeText(record, { table: "draft", column: "body", by: ["id", id] }, "[]");
    expect(await me.api.drafts.start(request)).toMatchObject({ id, kind: "correction", corrects: sessionId, broken: true, texts: [] });
  });

  it("does not keep an import from being undone, and keeps the themes it names", async () => {
    const { record, clinician } = await givenImporter();
    const own = await givenCase(clinician);
    const { result } = await bring(clinician, upload(SHEET));
    const theme = (await clinician.api.practice.themes()).find(({ name }) => name === "Money")?.theme as string;
    const draft = await clinician.api.drafts.start({ caseId: own, requestKey: requestKey(), corrects: null });
    await storeText(record, { table: "draft", column: "body", by: ["id", draft.id] }, `{"themes":["${theme}"`);
    const undone = await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
    expect(undone.removed).toBe(3);
    expect((await clinician.api.practice.themes()).filter(({ builtIn }) => !builtIn).map(({ name }) => name)).toEqual(["Money"]);
  });

  it("is written to the log by its kind and its case, without its text", async () => {
    const { record, caseId, store, show } = await given();
    await store(NEWER);
    await show();
    const line = record.logLines.find((each) => each.includes("stored-text-unreadable")) as string;
    expect(JSON.parse(line)).toMatchObject({ code: "draft", caseId });
    expect(line).not.toContain("He came");
  });
});
