import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "#core/fields/session-fields.ts";
import { appRouter } from "#server/http/app-router.ts";
import { refusalFrom, requestKey, sessionBody } from "./given.ts";
import { A_SCORE, A_TOTAL, everything, givenARecord, type Owned } from "./given-records.ts";
import { type ApiCaller, openRecord } from "./harness.ts";

/**
 * The matrix is made from the router itself: a procedure that is added shows up here and fails until it says, below, what
 * it answers to somebody whose record it is not.
 */
const procedures = Object.keys(appRouter._def.procedures as Record<string, unknown>);

/** What anyone may ask before signing in. */
const FOR_ANYONE = ["practice.state", "practice.setUp"];

/** Ask for nothing of anyone's by id: they answer each clinician with their own. */
const OWN_ONLY = [
  "practice.me",
  "practice.edit",
  "practice.recoveryKey",
  "practice.themes",
  "practice.addTheme",
  "practice.tracks",
  "practice.addTrack",
  "cases.list",
  "cases.open",
  "caseload.read",
  "insights.read",
  "caseload.noteDownload",
  "imports.read",
  "imports.list",
  "measures.list",
  "measures.add",
  "measures.importQuestionnaire",
];

/** For each procedure that takes an id: a call that would work for its owner. */
function calls(owned: Owned): Record<string, (api: ApiCaller) => Promise<unknown>> {
  const { caseId, sessionId, goalId, thingId, concernId, draftId, themeId, trackId, markedDayId, checkInId, measureId, scoreId } = owned;
  const day = "2026-03-09";
  const keyed = () => ({ caseId, requestKey: requestKey() });
  const partner = { label: "X", pronouns: null, contact: null };
  const asked = { answeredBy: "active", about: "active", how: "self" } as const;
  const change = () => ({ ...keyed(), day, reason: null });
  return {
    "practice.changeTheme": (api) => api.practice.changeTheme({ themeId, name: "X", archived: true }),
    "practice.changeTrack": (api) => api.practice.changeTrack({ trackId, name: "X", archived: true }),
    "cases.show": (api) => api.cases.show({ caseId }),
    "cases.edit": (api) =>
      api.cases.edit({
        caseId,
        revision: 1,
        label: "X",
        active: partner,
        observing: partner,
        presentingConcern: "",
        secretsPolicy: "no-secrets",
        collateralConsentOn: null,
        nextSessionOn: null,
        nextSessionStart: null,
      }),
    "cases.pause": (api) => api.cases.pause(change()),
    "cases.resume": (api) => api.cases.resume(change()),
    "cases.close": (api) => api.cases.close({ ...change(), outcome: "ended" }),
    "cases.reopen": (api) => api.cases.reopen(change()),
    "cases.recordRole": (api) => api.cases.recordRole({ ...keyed(), seat: "observing", role: "joined", fromDay: day }),
    "cases.scheduleNext": (api) => api.cases.scheduleNext({ caseId, nextSessionOn: day, nextSessionStart: null }),
    "cases.openConcern": (api) => api.cases.openConcern({ ...keyed(), openedOn: day, wording: "w", action: "" }),
    "cases.closeConcern": (api) => api.cases.closeConcern({ caseId, concernId, closedOn: day, closingWords: null }),
    "goals.add": (api) => api.goals.add({ ...keyed(), wording: "X", openedOn: day }),
    "goals.change": (api) => api.goals.change({ caseId, goalId, wording: "X", standing: "reached", day }),
    "goals.addThing": (api) => api.goals.addThing({ ...keyed(), wording: "X", agreedOn: day }),
    "goals.changeThing": (api) => api.goals.changeThing({ caseId, thingId, wording: "X", standing: "done", day }),
    "drafts.start": (api) => api.drafts.start({ ...keyed(), corrects: null }),
    "drafts.show": (api) => api.drafts.show({ draftId }),
    "drafts.save": async (api) => api.drafts.save({ draftId, revision: 1, body: EMPTY_DRAFT, privateNote: "X" }),
    "drafts.discard": (api) => api.drafts.discard({ draftId }),
    "sessions.log": (api) => api.sessions.log({ ...keyed(), body: sessionBody(), privateNote: null }),
    "sessions.finish": (api) => api.sessions.finish({ draftId, revision: 1, requestKey: requestKey() }),
    "sessions.show": (api) => api.sessions.show({ caseId, sessionId }),
    "sessions.move": (api) => api.sessions.move({ ...keyed(), sessionId, version: 1, toCaseId: randomUUID(), reason: "X" }),
    "sessions.void": (api) => api.sessions.void({ ...keyed(), sessionId, version: 1, reason: "X" }),
    "privateNotes.read": (api) => api.privateNotes.read({ caseId, sessionId, version: 1 }),
    "between.note": (api) => api.between.note({ ...keyed(), day, observation: null, shifts: [], note: "X" }),
    "caseload.dismiss": (api) => api.caseload.dismiss({ caseId, panel: "moved", upTo: 9, reason: null }),
    "timeline.read": (api) => api.timeline.read({ caseId }),
    "timeline.noteDownload": (api) => api.timeline.noteDownload({ caseId, chart: "timeline", kind: "svg" }),
    "measures.archive": (api) => api.measures.archive({ measureId, archived: true }),
    "scores.ofCase": (api) => api.scores.ofCase({ caseId }),
    "scores.versions": (api) => api.scores.versions({ caseId, scoreId }),
    "scores.record": (api) => api.scores.record({ ...keyed(), ...A_SCORE }),
    "scores.recordResponse": (api) => api.scores.recordResponse({ ...keyed(), ...asked, measure: "phq-9", text: A_TOTAL, day }),
    "scores.correct": (api) => api.scores.correct({ ...keyed(), ...A_SCORE, scoreId, version: 1 }),
    "scores.answerPrompt": (api) => api.scores.answerPrompt({ caseId, scoreId, version: 1, answer: "in-hand" }),
    "scores.void": (api) => api.scores.void({ ...keyed(), scoreId, version: 1, reason: "X" }),
    "focus.choose": (api) => api.focus.choose({ ...keyed(), tracks: [] }),
    "markedDays.mark": (api) => api.markedDays.mark({ ...keyed(), day, wording: "X", origin: "day" }),
    "markedDays.unmark": (api) => api.markedDays.unmark({ caseId, markedDayId }),
    "guesses.note": (api) =>
      api.guesses.note({ ...keyed(), day, corrects: { checkInId, version: 1 }, pairs: [{ track: "tone", guess: 9, actual: 1 }] }),
  };
}

const NOT_FOUND = /^(not-found|draft-gone)$/;

describe("somebody else's record", () => {
  it("has a say for every procedure there is", () => {
    const known = new Set([...FOR_ANYONE, ...OWN_ONLY, ...Object.keys(calls({} as Owned)), ...IMPORTS]);
    expect(procedures.filter((path) => !known.has(path))).toEqual([]);
  });

  it.each([
    ["a colleague in the same practice", true],
    ["a clinician of another practice", false],
  ])("is not found by %s, whatever is asked, and stays as it was", async (_, samePractice) => {
    const record = await openRecord();
    const owner = await record.addClinician();
    const owned = await givenARecord(owner);
    const practiceId = samePractice ? owner.practiceId : await record.addPractice({ name: "Elsewhere" });
    const stranger = await record.addClinician({ practiceId });
    const before = await everything(record);
    const answers: Record<string, string> = {};
    for (const [path, call] of Object.entries(calls(owned))) {
      // Themes, tracks and measures are the practice's: a colleague shares them.
      if (samePractice && (path.startsWith("practice.") || path === "measures.archive")) continue;
      answers[path] = await refusalFrom(call(stranger.api));
    }
    expect(Object.entries(answers).filter(([, code]) => !NOT_FOUND.test(code))).toEqual([]);
    expect(await everything(record)).toBe(before);
  });

  it("is not even looked for by somebody who is not signed in, or locked", async () => {
    const record = await openRecord();
    const owner = await record.addClinician();
    const owned = await givenARecord(owner);
    for (const [path, call] of Object.entries(calls(owned))) {
      expect([path, await refusalFrom(call(record.asNobody))]).toEqual([path, "not-signed-in"]);
      expect([path, await refusalFrom(call(owner.lockedApi))]).toEqual([path, "locked"]);
    }
  });

  it("shows in no list", async () => {
    const record = await openRecord();
    await givenARecord(await record.addClinician());
    const stranger = await record.addClinician();
    expect(await stranger.api.cases.list()).toEqual([]);
    expect((await stranger.api.caseload.read()).rows).toEqual([]);
  });
});

/** Covered with their own files in tests/server/imports.test.ts. */
const IMPORTS = ["imports.preview", "imports.commit", "imports.undo"];
