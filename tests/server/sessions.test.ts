import { describe, expect, it } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { givenCase, givenSession, refusalFrom, requestKey, sessionBody } from "./given.ts";
import { openRecord } from "./harness.ts";

describe("logging a session", () => {
  it("keeps every part as it was given, a rated 0 and an unrated track apart", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const sessionId = await givenSession(me, caseId, {
      observation: { presence: "in-room", stage: 0, source: "seen", evidence: "Looked at the door.", stances: ["unsure", "overwhelmed"] },
      ratings: [
        { track: "tone", value: 0, rater: "clinician" },
        { track: "boundaries", value: null, rater: "active" },
      ],
      themes: ["unmet-needs"],
      shifts: [{ kind: "own-voice", direction: "toward", who: "active", source: "seen", remark: null }],
      newGoals: ["Say it before I am angry"],
      newTries: ["Ten minutes, phones away"],
      note: { format: "dap", sections: { data: "d", assessment: "a", plan: "p" } },
    });
    const { versions, thingsAgreed } = await me.api.sessions.show({ caseId, sessionId });
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      observation: { presence: "in-room", stage: 0, source: "seen", evidence: "Looked at the door." },
      themes: ["unmet-needs"],
      note: { format: "dap", sections: { data: "d", assessment: "a", plan: "p" } },
      goalsTouched: [{ wording: "Say it before I am angry" }],
      hasPrivateNote: false,
    });
    expect(new Set(versions[0]?.ratings.map(({ track, value, rater }) => `${track} ${value} ${rater}`))).toEqual(
      new Set(["tone 0 clinician", "boundaries null active"]),
    );
    expect(thingsAgreed).toEqual(["Ten minutes, phones away"]);
  });

  it("makes one row of twenty requests sent at once with the same key", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    const input = { caseId, requestKey: requestKey(), body: sessionBody(), privateNote: null };
    const answers = await Promise.all(Array.from({ length: 20 }, () => me.api.sessions.log(input)));
    expect(new Set(answers.map((answer) => answer.sessionId)).size).toBe(1);
    expect(await record.services.database.read(NOBODY).prisma.occasion.count()).toBe(1);
  });

  it("refuses the same key with another body", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const key = requestKey();
    await me.api.sessions.log({ caseId, requestKey: key, body: sessionBody(), privateNote: null });
    const other = me.api.sessions.log({ caseId, requestKey: key, body: sessionBody({ minutes: 80 }), privateNote: null });
    expect(await refusalFrom(other)).toBe("key-reused");
  });

  it("takes several sessions on one day, in the order they were entered", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const morning = await givenSession(me, caseId, { startTime: "09:00" });
    const evening = await givenSession(me, caseId, { startTime: "18:00" });
    const { occasions } = await me.api.timeline.read({ caseId });
    expect(occasions.map((each) => each.id)).toEqual([morning, evening]);
  });

  it("keeps the order of entry when the clock goes back an hour", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    const first = await givenSession(me, caseId);
    record.clock.forward(-3_600_000);
    const second = await givenSession(me, caseId);
    const { occasions } = await me.api.timeline.read({ caseId });
    expect(occasions.map((each) => each.id)).toEqual([first, second]);
  });

  it.each(["cancelled", "no-show"] as const)("counts a %s as what it is, not as a session held", async (attendance) => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await givenSession(me, caseId, { attendance, minutes: null, setting: null });
    expect((await me.api.cases.show({ caseId })).sessionsHeld).toBe(0);
    expect((await me.api.timeline.read({ caseId })).occasions[0]?.attendance).toBe(attendance);
  });

  it.each([
    ["a session that is still to come", { day: "2026-03-10" }, "future-day"],
    ["a rating off its scale", { ratings: [{ track: "tone", value: 11, rater: "clinician" as const }] }, "value-out-of-range"],
    ["a track nobody keeps", { ratings: [{ track: "charm", value: 1, rater: "clinician" as const }] }, "unknown-track"],
    ["a theme nobody added", { themes: ["weather"] }, "unknown-theme"],
  ])("refuses %s and writes nothing", async (_, given, refusal) => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    expect(await refusalFrom(givenSession(me, caseId, given))).toBe(refusal);
    expect(await record.services.database.read(NOBODY).prisma.occasion.count()).toBe(0);
  });

  it("refuses a stage that does not say where it was seen", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const silent = { presence: "absent" as const, stage: 2 as const, source: null, evidence: null, stances: [] };
    expect(await refusalFrom(givenSession(me, caseId, { observation: silent }))).toBe("bad-input");
  });

  it("refuses a session in a closed case until it is reopened", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await me.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-09", reason: null, outcome: "shifted" });
    expect(await refusalFrom(givenSession(me, caseId))).toBe("case-closed");
    await me.api.cases.reopen({ caseId, requestKey: requestKey(), day: "2026-03-09", reason: null });
    await givenSession(me, caseId);
    const { events, outcome } = await me.api.cases.show({ caseId });
    expect(outcome).toBeNull();
    expect(events.map((event) => [event.kind, event.outcome])).toEqual([
      ["opened", null],
      ["closed", "shifted"],
      ["reopened", null],
    ]);
  });
});

describe("setting a session aside", () => {
  it("voids it with a reason: it counts nowhere and stays readable", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const sessionId = await givenSession(me, caseId);
    await me.api.sessions.void({ caseId, sessionId, version: 1, reason: "Logged twice", requestKey: requestKey() });
    const { occasions, setAside } = await me.api.timeline.read({ caseId });
    expect(occasions).toHaveLength(0);
    expect(setAside).toEqual([{ id: sessionId, kind: "session", day: "2026-03-02", standing: "voided", reason: "Logged twice" }]);
    expect((await me.api.sessions.show({ caseId, sessionId })).versions[0]).toMatchObject({ standing: "voided", standingReason: "Logged twice" });
  });

  it("moves it to the right case with its private note, and says so on both sides", async () => {
    const me = await (await openRecord()).addClinician();
    const [wrong, right] = [await givenCase(me, "Elm"), await givenCase(me, "Cedar")];
    const { sessionId } = await me.api.sessions.log({
      caseId: wrong,
      requestKey: requestKey(),
      body: sessionBody({ observation: { presence: "online", stage: 3, source: "seen", evidence: null, stances: ["unsure"] } }),
      privateNote: "A hunch about the father.",
    });
    const moved = await me.api.sessions.move({
      caseId: wrong,
      sessionId,
      version: 1,
      toCaseId: right,
      reason: "Wrong couple",
      requestKey: requestKey(),
    });
    const there = await me.api.sessions.show({ caseId: right, sessionId: moved.sessionId });
    expect(there.versions[0]).toMatchObject({
      standing: "current",
      movedFromCaseLabel: "Elm",
      observation: { stage: 3, stances: ["unsure"] },
      hasPrivateNote: true,
    });
    expect((await me.api.privateNotes.read({ caseId: right, sessionId: moved.sessionId, version: 1 })).text).toBe("A hunch about the father.");
    const here = await me.api.sessions.show({ caseId: wrong, sessionId });
    expect(here.versions[0]).toMatchObject({ standing: "moved", movedToCaseLabel: "Cedar" });
    expect((await me.api.timeline.read({ caseId: wrong })).occasions).toHaveLength(0);
  });

  it("does not move it into somebody else's case", async () => {
    const record = await openRecord();
    const [me, other] = [await record.addClinician(), await record.addClinician()];
    const [mine, theirs] = [await givenCase(me), await givenCase(other)];
    const sessionId = await givenSession(me, mine);
    const move = me.api.sessions.move({ caseId: mine, sessionId, version: 1, toCaseId: theirs, reason: "x", requestKey: requestKey() });
    expect(await refusalFrom(move)).toBe("not-found");
    expect((await me.api.timeline.read({ caseId: mine })).occasions).toHaveLength(1);
  });
});
