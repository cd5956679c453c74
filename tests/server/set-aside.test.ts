import { describe, expect, it } from "vitest";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { mintCaseScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { markBornIn } from "#server/features/goals/store.ts";
import { givenCase, givenSession, requestKey } from "./given.ts";
import { A_SCORE } from "./given-records.ts";
import { openRecord, type TestClinician, type TestRecord } from "./harness.ts";

/** Two couples of one clinician, and an hour that was logged to the first though it was the second's. */
async function givenAMisfiledHour() {
  const record = await openRecord();
  const me = await record.addClinician();
  const [elm, cedar] = [await givenCase(me, "Elm"), await givenCase(me, "Cedar")];
  const { thingId } = await me.api.goals.addThing({ caseId: elm, requestKey: requestKey(), wording: "Elm's own thing", agreedOn: "2026-02-09" });
  const sessionId = await givenSession(me, elm, {
    newGoals: ["Say it before I am angry"],
    newTries: ["Ten minutes, phones away"],
    triesAnswered: [{ thingId, standing: "done" }],
  });
  const [goalId] = (await me.api.cases.show({ caseId: elm })).goals.map((goal) => goal.id);
  if (!goalId) throw new Error("the hour named no goal");
  await given(record, me, { caseId: elm, goalIds: [goalId], sessionId });
  return { record, me, elm, cedar, sessionId, goalId, thingId };
}

/** Says of goals that they were named in a session. */
async function given(
  { services }: TestRecord,
  me: TestClinician,
  { caseId, goalIds, sessionId }: { caseId: string; goalIds: string[]; sessionId: string },
): Promise<void> {
  await auditedWrite(services, { actor: me }, async (tx, note) => {
    const scope = await mintCaseScope(tx, me.scope, caseId);
    if (isRefusal(scope)) return scope;
    await markBornIn(tx, scope, { goalIds, sessionId });
    note({ action: "test", objectType: "goal", objectId: null });
    return {};
  });
}

const aside = (caseId: string, sessionId: string) => ({ caseId, sessionId, version: 1, reason: "Wrong couple", requestKey: requestKey() });

async function inWords(me: TestClinician, caseId: string) {
  const { goals, things } = await me.api.cases.show({ caseId });
  return {
    goals: goals.map(({ wording, standing, touchedOn }) => [wording, standing, ...touchedOn]),
    things: things.map(({ wording, standing, answeredOn }) => [wording, standing, answeredOn]),
  };
}

describe("a guess that was set aside", () => {
  it("stands among what was set aside as the check-in it was; a score, with the scores", async () => {
    const { me, elm, cedar } = await givenAMisfiledHour();
    const pairs = [{ track: "tone", guess: 3, actual: null }];
    const note = async (day: string) => (await me.api.guesses.note({ caseId: elm, requestKey: requestKey(), day, corrects: null, pairs })).checkInId;
    const [voided, moved] = [await note("2026-03-03"), await note("2026-03-04")];
    const { scoreId } = await me.api.scores.record({ caseId: elm, requestKey: requestKey(), ...A_SCORE });
    await me.api.sessions.void(aside(elm, voided));
    await me.api.sessions.move({ ...aside(elm, moved), toCaseId: cedar });
    await me.api.scores.void({ caseId: elm, scoreId, version: 1, reason: "Wrong couple", requestKey: requestKey() });
    expect((await me.api.timeline.read({ caseId: elm })).setAside).toEqual([
      { id: moved, kind: "check-in", day: "2026-03-04", standing: "moved", reason: "Wrong couple" },
      { id: voided, kind: "check-in", day: "2026-03-03", standing: "voided", reason: "Wrong couple" },
    ]);
    expect((await me.api.scores.ofCase({ caseId: elm })).voided).toMatchObject([{ id: scoreId }]);
  });
});

describe("moving a session to the right couple", () => {
  it("takes along what was agreed and named in it, and reopens what it answered here", async () => {
    const { me, elm, cedar, sessionId } = await givenAMisfiledHour();
    const moved = await me.api.sessions.move({ ...aside(elm, sessionId), toCaseId: cedar });
    expect(await inWords(me, elm)).toEqual({ goals: [], things: [["Elm's own thing", "open", null]] });
    expect(await inWords(me, cedar)).toEqual({
      goals: [["Say it before I am angry", "open", "2026-03-02"]],
      things: [["Ten minutes, phones away", "open", null]],
    });
    const there = await me.api.sessions.show({ caseId: cedar, sessionId: moved.sessionId });
    expect(there.thingsAgreed).toEqual(["Ten minutes, phones away"]);
    expect(there.versions[0]?.goalsTouched.map((goal) => goal.wording)).toEqual(["Say it before I am angry"]);
  });

  it("leaves a goal named in it that another hour of this couple worked on", async () => {
    const { me, elm, cedar, sessionId, goalId } = await givenAMisfiledHour();
    await givenSession(me, elm, { day: "2026-03-05", goalsTouched: [goalId] });
    const moved = await me.api.sessions.move({ ...aside(elm, sessionId), toCaseId: cedar });
    expect((await inWords(me, elm)).goals).toEqual([["Say it before I am angry", "open", "2026-03-05"]]);
    expect((await inWords(me, cedar)).goals).toEqual([]);
    expect((await me.api.sessions.show({ caseId: cedar, sessionId: moved.sessionId })).versions[0]?.goalsTouched).toEqual([]);
  });

  it("takes a goal along whose only other hour was voided", async () => {
    const { me, elm, cedar, sessionId, goalId } = await givenAMisfiledHour();
    const other = await givenSession(me, elm, { day: "2026-03-05", goalsTouched: [goalId] });
    await me.api.sessions.void(aside(elm, other));
    await me.api.sessions.move({ ...aside(elm, sessionId), toCaseId: cedar });
    expect((await inWords(me, cedar)).goals).toEqual([["Say it before I am angry", "open", "2026-03-02"]]);
  });

  it("brings everything back when it is moved back", async () => {
    const { me, elm, cedar, sessionId } = await givenAMisfiledHour();
    const there = await me.api.sessions.move({ ...aside(elm, sessionId), toCaseId: cedar });
    await me.api.sessions.move({ ...aside(cedar, there.sessionId), toCaseId: elm });
    expect(await inWords(me, cedar)).toEqual({ goals: [], things: [] });
    expect(await inWords(me, elm)).toEqual({
      goals: [["Say it before I am angry", "open", "2026-03-02"]],
      things: [
        ["Elm's own thing", "open", null],
        ["Ten minutes, phones away", "open", null],
      ],
    });
  });

  it("keeps an answer whose hour follows it to the same couple", async () => {
    const { me, elm, cedar, sessionId } = await givenAMisfiledHour();
    const agreed = (await me.api.cases.show({ caseId: elm })).things.find((thing) => thing.wording.startsWith("Ten"));
    if (!agreed) throw new Error("nothing was agreed");
    const next = await givenSession(me, elm, { day: "2026-03-05", triesAnswered: [{ thingId: agreed.id, standing: "partly" }] });
    await me.api.sessions.move({ ...aside(elm, sessionId), toCaseId: cedar });
    const moved = await me.api.sessions.move({ ...aside(elm, next), toCaseId: cedar });
    expect((await inWords(me, cedar)).things).toEqual([["Ten minutes, phones away", "partly", "2026-03-05"]]);
    await me.api.sessions.void(aside(cedar, moved.sessionId));
    expect((await inWords(me, cedar)).things).toEqual([["Ten minutes, phones away", "open", null]]);
  });

  it("says on both sides of the trail what went along", async () => {
    const { record, me, elm, cedar, sessionId, goalId, thingId } = await givenAMisfiledHour();
    await me.api.sessions.move({ ...aside(elm, sessionId), toCaseId: cedar });
    const trail = await record.services.database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } });
    const of = (caseId: string) => trail.filter((entry) => entry.caseId === caseId).map((entry) => [entry.action, entry.objectId]);
    expect(of(elm)).toContainEqual(["goal.moved-away", goalId]);
    expect(of(cedar)).toContainEqual(["goal.moved-here", goalId]);
    expect(of(elm)).toContainEqual(["thing.reopened", thingId]);
    expect(of(cedar).map(([action]) => action)).toContain("thing.moved-here");
  });
});

describe("voiding a session", () => {
  it("sets aside what was agreed and named in it, and reopens what it answered", async () => {
    const { me, elm, sessionId } = await givenAMisfiledHour();
    await me.api.sessions.void(aside(elm, sessionId));
    expect(await inWords(me, elm)).toEqual({
      goals: [["Say it before I am angry", "set-aside"]],
      things: [
        ["Elm's own thing", "open", null],
        ["Ten minutes, phones away", "set-aside", "2026-03-09"],
      ],
    });
  });

  it("leaves a goal that another hour worked on, and a thing that another hour answered", async () => {
    const { me, elm, sessionId, goalId } = await givenAMisfiledHour();
    const agreed = (await me.api.cases.show({ caseId: elm })).things.find((thing) => thing.wording.startsWith("Ten"));
    if (!agreed) throw new Error("nothing was agreed");
    await givenSession(me, elm, { day: "2026-03-05", goalsTouched: [goalId], triesAnswered: [{ thingId: agreed.id, standing: "done" }] });
    await me.api.sessions.void(aside(elm, sessionId));
    const left = await inWords(me, elm);
    expect(left.goals).toEqual([["Say it before I am angry", "open", "2026-03-05"]]);
    expect(left.things).toContainEqual(["Ten minutes, phones away", "done", "2026-03-05"]);
  });
});
