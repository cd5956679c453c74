import { describe, expect, it } from "vitest";
import type { DraftBody } from "#core/contracts/draft.ts";
import type { SessionBody } from "#core/contracts/session.ts";
import { EMPTY_DRAFT } from "#core/rules/draft.ts";
import { newId } from "#server/database/new-id.ts";
import { appRouter } from "#server/http/app-router.ts";
import { asForm, givenCase, givenSession, refusalFrom, requestKey, sessionBody } from "./given.ts";
import { A_SCORE, everything, givenARecord, type Owned } from "./given-records.ts";
import { type ApiCaller, openRecord, type TestClinician, type TestRecord } from "./harness.ts";

/** Somebody else's things beside a case of one's own: the case's id alone must not open the door for the other ids. */
interface Beside {
  readonly mine: { readonly caseId: string; readonly sessionId: string };
  readonly theirs: Owned;
}

const DAY = "2026-03-09";

/** For each procedure that takes an id besides the case's: a call in my own case with an id that is not of it. */
function calls({ mine, theirs }: Beside): Record<string, (api: ApiCaller) => Promise<unknown>> {
  const { caseId } = mine;
  const { goalId, thingId, concernId, sessionId, draftId, markedDayId, checkInId, scoreId } = theirs;
  const pairs = [{ track: "tone", guess: 9, actual: 1 }];
  const aside = () => ({ caseId, version: 1, reason: "X", requestKey: requestKey() });
  return {
    "goals.change goalId": (api) => api.goals.change({ caseId, goalId, wording: "X", standing: "reached", day: DAY }),
    "goals.changeThing thingId": (api) => api.goals.changeThing({ caseId, thingId, wording: "X", standing: "done", day: DAY }),
    "cases.closeConcern concernId": (api) => api.cases.closeConcern({ caseId, concernId, closedOn: DAY, closingWords: null }),
    "sessions.show sessionId": (api) => api.sessions.show({ caseId, sessionId }),
    "sessions.void sessionId": (api) => api.sessions.void({ ...aside(), sessionId }),
    "sessions.move sessionId": async (api) => api.sessions.move({ ...aside(), sessionId, toCaseId: await givenAnother(api) }),
    "sessions.move toCaseId": (api) => api.sessions.move({ ...aside(), sessionId: mine.sessionId, toCaseId: theirs.caseId }),
    "scores.versions scoreId": (api) => api.scores.versions({ caseId, scoreId }),
    "scores.correct scoreId": (api) => api.scores.correct({ caseId, requestKey: requestKey(), ...A_SCORE, scoreId, version: 1 }),
    "scores.answerPrompt scoreId": (api) => api.scores.answerPrompt({ caseId, scoreId, version: 1, answer: "in-hand" }),
    "scores.void scoreId": (api) => api.scores.void({ ...aside(), scoreId }),
    "markedDays.unmark markedDayId": (api) => api.markedDays.unmark({ caseId, markedDayId }),
    "guesses.note corrects": (api) => api.guesses.note({ caseId, requestKey: requestKey(), day: DAY, corrects: { checkInId, version: 1 }, pairs }),
    "privateNotes.read sessionId": (api) => api.privateNotes.read({ caseId, sessionId, version: 1 }),
    "drafts.start corrects": (api) => api.drafts.start({ caseId, requestKey: requestKey(), corrects: sessionId }),
    "drafts.show draftId": (api) => api.drafts.show({ draftId }),
    "drafts.save draftId": (api) => api.drafts.save({ draftId, revision: 1, body: EMPTY_DRAFT, privateNote: "X" }),
    "drafts.discard draftId": (api) => api.drafts.discard({ draftId }),
    "sessions.finish draftId": (api) => api.sessions.finish({ draftId, revision: 1, requestKey: requestKey() }),
  };
}

/** My other open case, made before the record was looked at. */
async function givenAnother(api: ApiCaller): Promise<string> {
  const other = (await api.cases.list()).find((each) => each.label === "Mine too");
  if (!other) throw new Error("no other case");
  return other.id;
}

/** Taken by what they hold, not by a case: the practice's (tests/server/isolation.test.ts) and imports (imports.test.ts). */
const ELSEWHERE = /^((practice|imports)\.|measures\.archive )/;

/** What is somebody else's inside a session, as logged whole and as typed into a draft. */
function bodies({ theirs, boundTrackId }: { theirs: Owned; boundTrackId: string }): Record<string, [Partial<SessionBody>, Partial<DraftBody>]> {
  const { goalId, thingId, themeId, trackId } = theirs;
  const rated = (track: string): [Partial<SessionBody>, Partial<DraftBody>] => [
    { ratings: [{ track, value: 2, rater: "clinician" }] },
    { ratings: { [track]: { value: 2, rater: "clinician" } } },
  ];
  return {
    goal: [{ goalsTouched: [goalId] }, { goalsTouched: [goalId] }],
    thing: [{ triesAnswered: [{ thingId, standing: "done" }] }, { triesAnswered: { [thingId]: "done" } }],
    "thing said to be open": [{ triesAnswered: [{ thingId, standing: "open" }] }, { triesAnswered: { [thingId]: "open" } }],
    "track of their case": rated(boundTrackId),
    "theme of their practice": [{ themes: [themeId] }, { themes: [themeId] }],
    "track of their practice": rated(trackId),
  };
}

const REFUSED = /^(not-found|unknown-goal|unknown-theme|unknown-track|session-set-aside|draft-gone)$/;

const WHOSE = ["a colleague's", "another practice's", "my own other case's"] as const;

/** One of everything that is not of my case, and a track that an import bound to theirs. */
async function givenBeside(record: TestRecord, whose: (typeof WHOSE)[number]) {
  const me = await record.addClinician();
  const practiceId = whose === "another practice's" ? await record.addPractice({ name: "Elsewhere" }) : me.practiceId;
  const owner: TestClinician = whose === "my own other case's" ? me : await record.addClinician({ practiceId });
  const theirs = await givenARecord(owner);
  const caseId = await givenCase(me, "Mine");
  await givenCase(me, "Mine too");
  const sessionId = await givenSession(me, caseId);
  const boundTrackId = newId();
  const { practiceId: theirPractice } = owner;
  const bound = { id: boundTrackId, practiceId: theirPractice, name: "Bound", lowest: 0, highest: 10, better: "higher", caseId: theirs.caseId };
  await record.services.database.transaction(owner.scope, (tx) => tx.insert("track", [{ ...bound, createdAt: record.clock.now() }]));
  return { me, mine: { caseId, sessionId }, theirs, boundTrackId };
}

/** Keys of an input that name something besides the case. */
function otherIdsOf(path: string): string[] {
  const { inputs } = (appRouter._def.procedures as unknown as Record<string, { _def: { inputs: { shape?: object }[] } }>)[path]?._def ?? {
    inputs: [],
  };
  const keys = inputs.flatMap((input) => Object.keys(input.shape ?? {}));
  return [...new Set(keys)].filter((key) => key !== "caseId" && (key.endsWith("Id") || key === "corrects"));
}

describe("an id that is not of the case it is used in", () => {
  it("has a say for every such id there is", () => {
    const known = new Set(Object.keys(calls({ mine: {}, theirs: {} } as Beside)));
    const asked = Object.keys(appRouter._def.procedures as object)
      .filter((path) => !ELSEWHERE.test(`${path} `))
      .flatMap((path) => otherIdsOf(path).map((key) => `${path} ${key}`));
    expect(asked).toContain("goals.change goalId");
    expect(asked.filter((each) => !known.has(each))).toEqual([]);
  });

  it.each(WHOSE)("is not found when it is %s, and everything stays as it was", async (whose) => {
    const record = await openRecord();
    const { me, mine, theirs } = await givenBeside(record, whose);
    const before = await everything(record);
    const answers: Record<string, string> = {};
    for (const [id, call] of Object.entries(calls({ mine, theirs }))) {
      // A draft knows its case, and a session may well move to another case of mine.
      if (whose === "my own other case's" && /draftId|toCaseId/.test(id)) continue;
      answers[id] = await refusalFrom(call(me.api));
    }
    expect(Object.entries(answers).filter(([, code]) => !REFUSED.test(code))).toEqual([]);
    expect(await everything(record)).toBe(before);
  });

  it.each(WHOSE)("inside a session, logged or finished from a draft, is unknown when it is %s", async (whose) => {
    const record = await openRecord();
    const { me, mine, theirs, boundTrackId } = await givenBeside(record, whose);
    const { caseId } = mine;
    const answers: Record<string, string> = {};
    for (const [what, [logged, typed]] of Object.entries(bodies({ theirs, boundTrackId }))) {
      // Themes and tracks of a practice are everybody's in it.
      if (whose !== "another practice's" && what.endsWith("practice")) continue;
      const { id: draftId, revision } = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
      const body = { ...EMPTY_DRAFT, day: "2026-03-03", ...typed };
      await me.api.drafts.save({ draftId, revision, body, privateNote: "" });
      const before = await everything(record);
      answers[`${what}, logged`] = await refusalFrom(
        me.api.sessions.log({ caseId, requestKey: requestKey(), body: sessionBody(logged), privateNote: null }),
      );
      const finish = { draftId, revision: revision + 1, requestKey: requestKey() };
      answers[`${what}, finished`] = await refusalFrom(me.api.sessions.finish(finish));
      expect([what, (await everything(record)) === before]).toEqual([what, true]);
    }
    expect(Object.entries(answers).filter(([, code]) => !REFUSED.test(code))).toEqual([]);
  });
});
