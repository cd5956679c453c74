import { describe, expect, it } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { asForm, givenCase, givenSession, refusalFrom, requestKey, sessionBody } from "./given.ts";
import { openRecord, type TestClinician } from "./harness.ts";

async function startDraft(me: TestClinician, caseId: string, corrects: string | null = null) {
  return asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects }));
}

describe("a draft", () => {
  it("opens with the frame of the last hour and none of its answers", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await givenSession(me, caseId, {
      minutes: 80,
      setting: "video",
      ratings: [{ track: "tone", value: 7, rater: "active" }],
      note: { format: "free", sections: { text: "Last week's words" } },
    });
    const { body } = await startDraft(me, caseId);
    expect(body).toMatchObject({ day: "2026-03-09", minutes: "80", setting: "video", ratings: {}, noteSections: {}, stage: null });
  });

  it("keeps whatever is typed, ready or not", async () => {
    const me = await (await openRecord()).addClinician();
    const draft = await startDraft(me, await givenCase(me));
    const body = { ...draft.body, day: "next Tues", minutes: "abc", noteSections: { text: "half a sent" } };
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body, privateNote: "a hunch" });
    expect(await me.api.drafts.show({ draftId: draft.id })).toMatchObject({ body, privateNote: "a hunch", revision: 2 });
  });

  it("shows the second tab what the first one saved instead of overwriting it", async () => {
    const me = await (await openRecord()).addClinician();
    const draft = await startDraft(me, await givenCase(me));
    const typed = (text: string) => ({ draftId: draft.id, revision: 1, body: { ...draft.body, noteSections: { text } }, privateNote: "" });
    await me.api.drafts.save(typed("first tab"));
    const second = await me.api.drafts.save(typed("second tab"));
    expect(second).toMatchObject({ saved: false, theirs: { revision: 2, body: { noteSections: { text: "first tab" } } } });
    expect(asForm(await me.api.drafts.show({ draftId: draft.id })).body.noteSections).toEqual({ text: "first tab" });
  });

  it("becomes one session however often Finish is pressed, and is gone", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    const draft = await startDraft(me, caseId);
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body: { ...draft.body, stage: 0, presence: "absent" }, privateNote: "kept apart" });
    const finish = { draftId: draft.id, revision: 2, requestKey: requestKey() };
    const [first, again] = await Promise.all([me.api.sessions.finish(finish), me.api.sessions.finish(finish)]);
    expect(again).toEqual(first);
    const { versions } = await me.api.sessions.show({ caseId, sessionId: first.sessionId });
    expect(versions[0]?.observation).toMatchObject({ stage: 0, source: "told" });
    expect((await me.api.privateNotes.read({ caseId, sessionId: first.sessionId, version: 1 })).text).toBe("kept apart");
    expect(await refusalFrom(me.api.drafts.show({ draftId: draft.id }))).toBe("draft-gone");
  });

  it("names the field that is not ready and stays as it was", async () => {
    const me = await (await openRecord()).addClinician();
    const draft = await startDraft(me, await givenCase(me));
    const body = { ...draft.body, day: "31/02/2026" };
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body, privateNote: "" });
    expect(await refusalFrom(me.api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() }))).toBe("bad-input");
    expect(asForm(await me.api.drafts.show({ draftId: draft.id })).body.day).toBe("31/02/2026");
  });

  it("is nobody else's", async () => {
    const record = await openRecord();
    const [me, other] = [await record.addClinician(), await record.addClinician()];
    const draft = await startDraft(me, await givenCase(me));
    expect(await refusalFrom(other.api.drafts.show({ draftId: draft.id }))).toBe("draft-gone");
    expect(await refusalFrom(other.api.drafts.discard({ draftId: draft.id }))).toBe("draft-gone");
  });
});

describe("a correction", () => {
  it("supersedes the session and keeps the original readable", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const sessionId = await givenSession(me, caseId, { ratings: [{ track: "tone", value: 3, rater: "clinician" }], nextSessionOn: "2026-03-16" });
    const draft = await startDraft(me, caseId, sessionId);
    const body = { ...draft.body, ratings: { tone: { value: 8, rater: "clinician" } } };
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body, privateNote: "" });
    await me.api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() });
    const { versions } = await me.api.sessions.show({ caseId, sessionId });
    expect(versions.map(({ version, standing, ratings }) => [version, standing, ratings[0]?.value])).toEqual([
      [2, "current", 8],
      [1, "superseded", 3],
    ]);
    expect((await me.api.timeline.read({ caseId })).occasions).toHaveLength(1);
    expect((await me.api.cases.show({ caseId })).nextSessionOn).toBe("2026-03-16");
  });

  it("is refused when another correction came first, and its text is kept", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const sessionId = await givenSession(me, caseId);
    const [first, second] = [await startDraft(me, caseId, sessionId), await startDraft(me, caseId, sessionId)];
    await me.api.sessions.finish({ draftId: first.id, revision: 1, requestKey: requestKey() });
    expect(await refusalFrom(me.api.sessions.finish({ draftId: second.id, revision: 1, requestKey: requestKey() }))).toBe(
      "session-changed-meanwhile",
    );
    expect((await me.api.drafts.show({ draftId: second.id })).id).toBe(second.id);
  });

  it("of a session with a private note leaves a trace of reading that note", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    const { sessionId } = await me.api.sessions.log({ caseId, requestKey: requestKey(), body: sessionBody(), privateNote: "A hunch." });
    expect((await startDraft(me, caseId, sessionId)).privateNote).toBe("A hunch.");
    const entries = await record.services.database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } });
    expect(entries.map((entry) => entry.action)).toEqual(["case.opened", "session.logged", "draft.started", "private-note-read"]);
  });
});
