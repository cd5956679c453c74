/** Whatever can stand in a session comes back from every place that it goes through. Sessions are drawn from the declared fields. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { SessionVersion } from "#core/contracts/record.ts";
import type { SessionBody } from "#core/contracts/session.ts";
import { namesOf, pickFields } from "#core/fields/field.ts";
import { EMPTY_DRAFT, FRAME_FIELDS, LAST_SEEN_FIELDS, WHOLE_DRAFT_FIELDS } from "#core/fields/session-fields.ts";
import { draftOf, emptyDraftBody } from "#core/rules/draft.ts";
import { contentOf } from "#core/rules/occasion-content.ts";
import { times } from "../campaign.ts";
import { expectSame, GOALS, session, THINGS } from "../given-fields.ts";
import { asForm, givenCase, requestKey } from "./given.ts";
import { storeText } from "./given-stored.ts";
import { openRecord, type TestClinician } from "./harness.ts";

const TODAY = "2026-03-09";
const RUNS = { numRuns: times({ usual: 30, campaign: 300 }), seed: 20_260_309 };
vi.setConfig({ testTimeout: times({ usual: 60_000, campaign: 900_000 }) });

/** A case with the goals and things that drawn sessions speak of. */
async function givenGoals(me: TestClinician) {
  const caseId = await givenCase(me);
  const ids = new Map<string, string>();
  for (const goal of GOALS) ids.set(goal, (await me.api.goals.add({ caseId, requestKey: requestKey(), wording: goal, openedOn: TODAY })).goalId);
  for (const thing of THINGS)
    ids.set(thing, (await me.api.goals.addThing({ caseId, requestKey: requestKey(), wording: thing, agreedOn: TODAY })).thingId);
  const idOf = (name: string) => ids.get(name) ?? name;
  const withIds = (body: SessionBody): SessionBody => ({
    ...body,
    goalsTouched: body.goalsTouched.map(idOf),
    triesAnswered: body.triesAnswered.map((answer) => ({ ...answer, thingId: idOf(answer.thingId) })),
  });
  return { caseId, withIds };
}

/** Types a session into a draft and finishes it. */
async function logged(
  me: TestClinician,
  { caseId, corrects, body }: { caseId: string; corrects: string | null; body: SessionBody },
): Promise<string> {
  const draft = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects }));
  await me.api.drafts.save({ draftId: draft.id, revision: draft.revision, body: draftOf(body), privateNote: "" });
  const { sessionId } = await me.api.sessions.finish({ draftId: draft.id, revision: draft.revision + 1, requestKey: requestKey() });
  return sessionId;
}

/** The lists of a session are sets: a record keeps what is in them, and no order. */
function unordered(said: object): object {
  return JSON.parse(JSON.stringify(said), (_, value) => (Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value));
}

/** What a session says that stays with its version; goals that were new in it became goals touched. */
function saidIn(body: SessionBody, newGoals: readonly string[]): object {
  const { newGoals: _new, triesAnswered: _answered, newTries: _tries, nextSessionOn: _on, nextSessionStart: _start, ...said } = body;
  return unordered({ ...said, goalsTouched: [...body.goalsTouched, ...newGoals] });
}

const backFrom = (version: SessionVersion | undefined) => version && unordered({ day: version.day, ...contentOf(version) });

function expectVersions(where: string, versions: readonly SessionVersion[], said: readonly object[]): void {
  expect(versions).toHaveLength(said.length);
  for (const [at, each] of said.entries()) expectSame(`${where}, version ${said.length - at}`, backFrom(versions[at]), each);
}

describe("a session with anything in it", () => {
  it(`comes back whole from the draft, the version, a correction, a move, the timeline and the last answers (${RUNS.numRuns} pairs)`, async () => {
    const me = await (await openRecord()).addClinician();
    const otherCase = await givenCase(me, "Cedar");
    await fc.assert(
      fc.asyncProperty(session, session, async (drawn, drawnLater) => {
        const { caseId, withIds } = await givenGoals(me);
        const [first, later] = [withIds(drawn), withIds(drawnLater)];
        const sessionId = await logged(me, { caseId, corrects: null, body: first });

        const shown = async () => (await me.api.sessions.show({ caseId, sessionId })).versions;
        const goalsNamed = async (wordings: readonly string[], after: number) =>
          (await me.api.cases.show({ caseId })).goals.slice(after).flatMap(({ id, wording }) => (wordings.includes(wording) ? [id] : []));
        const firstSaid = saidIn(first, await goalsNamed(first.newGoals, GOALS.length));
        const [version] = await shown();
        expectSame("the version that was logged", backFrom(version), firstSaid);

        await expectInCase(me, { caseId, body: first, withOne: version });

        const again = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: sessionId }));
        await me.api.sessions.finish({ draftId: again.id, revision: again.revision, requestKey: requestKey() });
        expectVersions("after a correction that changes nothing", await shown(), [firstSaid, firstSaid]);

        const goalsBefore = (await me.api.cases.show({ caseId })).goals.length;
        await logged(me, { caseId, corrects: sessionId, body: later });
        const laterSaid = saidIn(later, await goalsNamed(later.newGoals, goalsBefore));
        expectVersions("after a correction", await shown(), [laterSaid, firstSaid, firstSaid]);

        const moved = await me.api.sessions.move({
          ...{ caseId, sessionId, version: 3, toCaseId: otherCase },
          ...{ reason: "Wrong couple", requestKey: requestKey() },
        });
        const there = (await me.api.sessions.show({ caseId: otherCase, sessionId: moved.sessionId })).versions;
        // Goals of the old couple stay with it (set-aside.test.ts).
        const withoutGoals = there.map((each) => ({ ...each, goalsTouched: [] }));
        expectVersions("in the case it was moved to", withoutGoals, [saidIn({ ...later, goalsTouched: [] }, [])]);
      }),
      RUNS,
    );
  });
});

/** What a case knows of its only session: on the timeline, as last answers, as the next log's frame, and what it agreed. */
async function expectInCase(
  me: TestClinician,
  { caseId, body, withOne }: { caseId: string; body: SessionBody; withOne: SessionVersion | undefined },
): Promise<void> {
  const { occasions } = await me.api.timeline.read({ caseId });
  expect(occasions).toHaveLength(1);
  expectSame("on the timeline", unordered({ ...occasions[0] }), unordered(summaryOf(withOne)));

  const { last, things, nextSessionOn, nextSessionStart } = await me.api.cases.show({ caseId });
  expect({ nextSessionOn, nextSessionStart }).toEqual({ nextSessionOn: body.nextSessionOn, nextSessionStart: body.nextSessionStart });
  expect(things.map(({ wording }) => wording)).toEqual(expect.arrayContaining(body.newTries));
  for (const { thingId, standing } of body.triesAnswered) expect(things.find(({ id }) => id === thingId)?.standing).toBe(standing);
  const held = body.attendance === "held";
  if (held) {
    const { ratings, ...answers } = last ?? { ratings: {} };
    const seen = body.observation ?? { stage: null, source: null, stances: [] };
    const expected = { day: body.day, ...pickFields(FRAME_FIELDS, body), ...pickFields(LAST_SEEN_FIELDS, seen), stances: seen.stances };
    expectSame("the last answers", unordered(answers), unordered(expected));
    expect(Object.keys(ratings).sort()).toEqual([...new Set(body.ratings.map(({ track }) => track))].sort());
    for (const [track, rating] of Object.entries(ratings)) expect(body.ratings).toContainEqual({ track, ...rating });
  } else expect(last).toBeNull();

  const next = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
  expectSame("the next log", next.body, emptyDraftBody({ today: TODAY, last: held ? body : null, nextSessionOn, nextSessionStart }));
}

/** A version as the timeline tells it: without its narrative and its trail. */
function summaryOf(version: SessionVersion | undefined): object {
  if (!version) throw new Error("no version");
  const { standingReason: _reason, movedToCaseLabel: _to, movedFromCaseLabel: _from, goalsTouched: _goals, note: _note, ...rest } = version;
  const { hasPrivateNote: _private, loggedAt: _at, ...summary } = rest;
  return summary;
}

describe("a draft that was stored before a field was declared", () => {
  it.each(namesOf(WHOLE_DRAFT_FIELDS))("opens with nothing typed in it: %s", async (name) => {
    const record = await openRecord();
    const me = await record.addClinician();
    const draft = asForm(await me.api.drafts.start({ caseId: await givenCase(me), requestKey: requestKey(), corrects: null }));
    const { [name]: _, ...stored } = draft.body;
    await storeText(record, { table: "draft", column: "body", by: ["id", draft.id] }, JSON.stringify(stored));
    const { body } = asForm(await me.api.drafts.show({ draftId: draft.id }));
    expect(body).toEqual({ ...draft.body, [name]: EMPTY_DRAFT[name] });
  });
});
