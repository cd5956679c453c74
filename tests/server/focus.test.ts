import { describe, expect, it } from "vitest";
import { givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { openRecord, type TestClinician } from "./harness.ts";

const TONE = { track: "tone", rater: "clinician" } as const;
const CLIENTS_TONE = { track: "tone", rater: "active" } as const;
const BOUNDARIES = { track: "boundaries", rater: "clinician" } as const;

const openBody = () => ({
  requestKey: requestKey(),
  label: "Fern",
  openedOn: "2026-02-02",
  active: { label: "Dana", pronouns: null, contact: null },
  observing: { label: "Kit", pronouns: null, contact: null },
  presentingConcern: "",
  secretsPolicy: "none-stated" as const,
  collateralConsentOn: null,
  nextSessionOn: null,
  nextSessionStart: null,
  goals: [],
  firstObservation: null,
});

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  const choose = (tracks: Parameters<TestClinician["api"]["focus"]["choose"]>[0]["tracks"]) =>
    me.api.focus.choose({ caseId, requestKey: requestKey(), tracks });
  const read = async () => (await me.api.timeline.read({ caseId })).focus;
  return { record, me, caseId, choose, read };
}

describe("the tracks a case is watched on", () => {
  it("carry the day they were chosen on, which is today and never an earlier one", async () => {
    const { record, choose, read } = await given();
    record.clock.set("2026-03-10T09:00:00Z");
    await choose([TONE]);
    expect(await read()).toEqual([{ ...TONE, chosenOn: "2026-03-10", droppedOn: null }]);
  });

  it("keep their day when another is chosen beside them", async () => {
    const { record, choose, read } = await given();
    record.clock.set("2026-03-10T09:00:00Z");
    await choose([TONE]);
    record.clock.set("2026-04-01T09:00:00Z");
    await choose([BOUNDARIES, TONE]);
    expect(await read()).toEqual([
      { ...TONE, chosenOn: "2026-03-10", droppedOn: null },
      { ...BOUNDARIES, chosenOn: "2026-04-01", droppedOn: null },
    ]);
  });

  it("begin anew when they were dropped in between: what was seen meanwhile was not chosen beforehand", async () => {
    const { record, choose, read } = await given();
    for (const [day, tracks] of [
      ["2026-03-10", [TONE]],
      ["2026-04-01", []],
      ["2026-05-01", [TONE]],
    ] as const) {
      record.clock.set(`${day}T09:00:00Z`);
      await choose([...tracks]);
    }
    expect(await read()).toEqual([
      { ...TONE, chosenOn: "2026-03-10", droppedOn: "2026-04-01" },
      { ...TONE, chosenOn: "2026-05-01", droppedOn: null },
    ]);
  });

  it("are at most two, and one series only once", async () => {
    const { choose, read } = await given();
    expect(await refusalFrom(choose([TONE, BOUNDARIES, CLIENTS_TONE]))).toBe("bad-input");
    expect(await refusalFrom(choose([TONE, TONE]))).toBe("bad-input");
    await choose([TONE, CLIENTS_TONE]);
    expect(await read()).toHaveLength(2);
  });

  it("are chosen when the case is opened, which is before any number", async () => {
    const { record, me } = await given();
    record.clock.set("2026-03-10T09:00:00Z");
    const { caseId } = await me.api.cases.open({ ...openBody(), focus: [TONE] });
    const { focus } = await me.api.timeline.read({ caseId });
    expect(focus).toEqual([{ ...TONE, chosenOn: "2026-03-10", droppedOn: null }]);
    expect(await refusalFrom(me.api.cases.open({ ...openBody(), focus: [{ track: "no-such", rater: "clinician" }] }))).toBe("unknown-track");
    expect((await me.api.cases.list()).filter((each) => each.label === "Fern")).toHaveLength(1);
  });

  it("are tracks this case is offered", async () => {
    const { me, choose, read } = await given();
    expect(await refusalFrom(choose([{ track: "no-such-track", rater: "clinician" }]))).toBe("unknown-track");
    const { trackId } = await me.api.practice.addTrack({ requestKey: requestKey(), name: "Sleep", lowest: 0, highest: 4, better: "higher" });
    await me.api.practice.changeTrack({ trackId, name: "Sleep", archived: true });
    expect(await refusalFrom(choose([{ track: trackId, rater: "active" }]))).toBe("unknown-track");
    expect(await read()).toEqual([]);
  });

  it("are not chosen on a closed case", async () => {
    const { me, caseId, choose } = await given();
    await me.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-09", reason: null, outcome: "ended" });
    expect(await refusalFrom(choose([TONE]))).toBe("case-closed");
  });

  it("chosen twice by a doubled request are one choice", async () => {
    const { me, caseId, read } = await given();
    const input = { caseId, requestKey: requestKey(), tracks: [TONE] };
    await Promise.all(Array.from({ length: 5 }, () => me.api.focus.choose(input)));
    expect(await read()).toHaveLength(1);
  });
});

describe("a marked day", () => {
  it("is kept until it is taken off, and is one mark however often it is marked", async () => {
    const { me, caseId } = await given();
    const mark = () => me.api.markedDays.mark({ caseId, requestKey: requestKey(), day: "2026-03-02", wording: "Own voice found", origin: "shift" });
    const { markedDayId } = await mark();
    expect((await mark()).markedDayId).toBe(markedDayId);
    const marks = async () => (await me.api.timeline.read({ caseId })).markedDays;
    expect(await marks()).toEqual([{ id: markedDayId, day: "2026-03-02", wording: "Own voice found", origin: "shift" }]);
    await me.api.markedDays.unmark({ caseId, markedDayId });
    expect(await marks()).toEqual([]);
    expect(await refusalFrom(me.api.markedDays.unmark({ caseId, markedDayId }))).toBe("not-found");
    expect((await mark()).markedDayId).not.toBe(markedDayId);
  });

  it("has come: there is nothing after a day that lies ahead", async () => {
    const { record, me, caseId } = await given();
    record.clock.set("2026-03-10T09:00:00Z");
    const mark = (day: string) => me.api.markedDays.mark({ caseId, requestKey: requestKey(), day, wording: "Moving house", origin: "day" });
    expect(await refusalFrom(mark("2026-03-11"))).toBe("future-day");
    await mark("2026-03-10");
    expect((await me.api.timeline.read({ caseId })).markedDays).toMatchObject([{ day: "2026-03-10" }]);
  });
});

describe("a guess beside the actual number", () => {
  it("hangs on a check-in, which is no session", async () => {
    const { me, caseId } = await given();
    await givenSession(me, caseId, { day: "2026-03-02" });
    const pairs = [{ track: "tone", guess: 0, actual: 6 }];
    await me.api.guesses.note({ caseId, requestKey: requestKey(), day: "2026-03-02", corrects: null, pairs });
    const { occasions } = await me.api.timeline.read({ caseId });
    expect(occasions.map(({ kind, ratings }) => ({ kind, ratings }))).toEqual([
      { kind: "session", ratings: [] },
      {
        kind: "check-in",
        ratings: expect.arrayContaining([
          { track: "tone", value: 0, rater: "guess" },
          { track: "tone", value: 6, rater: "observing" },
        ]),
      },
    ]);
    expect((await me.api.cases.show({ caseId })).sessionsHeld).toBe(1);
  });

  it("takes its actual number later, as a new version", async () => {
    const { me, caseId } = await given();
    const note = (corrects: { checkInId: string; version: number } | null, actual: number | null) =>
      me.api.guesses.note({ caseId, requestKey: requestKey(), day: "2026-03-02", corrects, pairs: [{ track: "tone", guess: 3, actual }] });
    const { checkInId } = await note(null, null);
    await note({ checkInId, version: 1 }, 7);
    const { occasions } = await me.api.timeline.read({ caseId });
    expect(occasions).toHaveLength(1);
    expect(occasions[0]).toMatchObject({ id: checkInId, version: 2 });
    expect(occasions[0]?.ratings).toHaveLength(2);
    expect(await refusalFrom(note({ checkInId, version: 1 }, 1))).toBe("session-changed-meanwhile");
  });

  it("is refused outside its range, in the future, on a grounding, and with no number at all", async () => {
    const { me, caseId } = await given();
    const note = (pair: { track: string; guess: number | null; actual: number | null }, day = "2026-03-02") =>
      refusalFrom(me.api.guesses.note({ caseId, requestKey: requestKey(), day, corrects: null, pairs: [pair] }));
    expect(await note({ track: "tone", guess: 11, actual: null })).toBe("value-out-of-range");
    expect(await note({ track: "tone", guess: 3, actual: null }, "2030-01-07")).toBe("future-day");
    expect(await note({ track: "self-support", guess: 3, actual: null })).toBe("unknown-track");
    expect(await note({ track: "tone", guess: null, actual: null })).toBe("bad-input");
  });

  it("never corrects a session", async () => {
    const { me, caseId } = await given();
    const sessionId = await givenSession(me, caseId, { day: "2026-03-02" });
    const corrects = { checkInId: sessionId, version: 1 };
    const pairs = [{ track: "tone", guess: 3, actual: null }];
    const note = me.api.guesses.note({ caseId, requestKey: requestKey(), day: "2026-03-02", corrects, pairs });
    expect(await refusalFrom(note)).toBe("session-set-aside");
  });
});
