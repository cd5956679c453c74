import { describe, expect, it } from "vitest";
import { asForm, givenCase, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";

describe("a log opened and left by its address", () => {
  it("without a key is taken up again instead of leaving a heap of empty drafts; one with words is not", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const start = async () => asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
    const [first, again] = [await start(), await start()];
    expect(again.id).toBe(first.id);
    await me.api.drafts.save({ draftId: first.id, revision: 1, body: { ...first.body, evidence: "Half" }, privateNote: "" });
    expect((await start()).id).not.toBe(first.id);
  });

  it("keeps a note of 200,000 characters as a draft; only Finish refuses it", async () => {
    const me = await (await openRecord()).addClinician();
    const draft = asForm(await me.api.drafts.start({ caseId: await givenCase(me), requestKey: requestKey(), corrects: null }));
    const body = { ...draft.body, evidence: "Kept.", noteSections: { text: "x".repeat(200_000) } };
    expect(await me.api.drafts.save({ draftId: draft.id, revision: 1, body, privateNote: "" })).toMatchObject({ saved: true });
    await expect(me.api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() })).rejects.toThrow();
  });
});
