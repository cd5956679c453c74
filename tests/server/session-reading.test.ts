import { describe, expect, it } from "vitest";
import { asForm, givenCase, givenSession, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";

describe("reading a session", () => {
  it("names a track that is no longer offered, even where only the version before a correction has it", async () => {
    const me = await (await openRecord()).addClinician({ role: "owner" });
    const caseId = await givenCase(me);
    const track = { name: "Nights slept well", lowest: 0, highest: 7, better: "higher" } as const;
    const { trackId } = await me.api.practice.addTrack({ requestKey: requestKey(), ...track });
    const sessionId = await givenSession(me, caseId, { ratings: [{ track: trackId, value: 0, rater: "active" }] });
    await me.api.practice.changeTrack({ trackId, name: track.name, archived: true });
    const draft = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: sessionId }));
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body: { ...draft.body, ratings: {} }, privateNote: "" });
    await me.api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() });
    const { versions, trackNames } = await me.api.sessions.show({ caseId, sessionId });
    expect(versions.map((version) => version.ratings.length)).toEqual([0, 1]);
    expect(trackNames).toEqual({ [trackId]: "Nights slept well" });
  });
});

describe("a correction that is begun", () => {
  it("names its session: two sessions of one day are told apart", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await givenSession(me, caseId, { startTime: "09:00" });
    const evening = await givenSession(me, caseId, { startTime: "18:00" });
    await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: evening });
    await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null });
    const { drafts } = await me.api.cases.show({ caseId });
    expect(new Set(drafts.map(({ kind, corrects }) => `${kind} ${corrects}`))).toEqual(new Set([`correction ${evening}`, "session null"]));
  });
});
