import { describe, expect, it } from "vitest";
import type { SessionBody } from "#core/contracts/session.ts";
import { givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { openRecord, type TestClinician } from "./harness.ts";

const observed = (
  stage: 0 | 1 | 2 | 3 | 4 | 5 | 6 | null,
  source: "seen" | "told" | null = stage === null ? null : "seen",
): SessionBody["observation"] => ({
  presence: "absent",
  stage,
  source,
  evidence: null,
  stances: [],
});

/** Three weeks of one couple: listening, listening, curious; one rating of each kind, a theme twice, two shifts. */
async function givenThreeWeeks(me: TestClinician, label = "Harbor"): Promise<{ caseId: string; sessions: string[] }> {
  const caseId = await givenCase(me, label);
  const bodies: Partial<SessionBody>[] = [
    { observation: observed(2, "told"), themes: ["unmet-needs"], ratings: [{ track: "tone", value: 0, rater: "clinician" }] },
    {
      observation: observed(2),
      themes: ["unmet-needs"],
      ratings: [
        { track: "self-support", value: 4, rater: "active" },
        { track: "tone", value: null, rater: "clinician" },
      ],
    },
    {
      observation: observed(3),
      shifts: [
        { kind: "partner-asked", direction: "toward", who: "observing", source: "told", remark: null },
        { kind: "own-voice", direction: "toward", who: "active", source: "told", remark: null },
      ],
    },
  ];
  const sessions: string[] = [];
  for (const [week, body] of bodies.entries())
    sessions.push(await givenSession(me, caseId, { day: `2026-02-${String(9 + 7 * week).padStart(2, "0")}`, ...body }));
  return { caseId, sessions };
}

describe("insights, from the record", () => {
  it("counts what the sessions hold: moves, themes, missing ratings, where evidence comes from", async () => {
    const me = await (await openRecord()).addClinician();
    await givenThreeWeeks(me);
    const view = await me.api.insights.read();
    expect(view).toMatchObject({ today: "2026-03-09", from: null, to: "2026-03-09", cases: 1, sessions: 3 });
    expect(view.stages.periods).toMatchObject([
      { label: "Feb 2026", cases: 1, at: { 3: 1 }, notRated: 0, unfinished: false },
      { label: "Mar 2026", cases: 0, unfinished: true },
    ]);
    expect(view.firstMoves).toEqual({ waits: [{ days: 14, end: "moved" }], neverRated: 0, ratedOnce: 0, atTop: 0, openedBefore: 0 });
    expect(view.themes).toMatchObject({
      cases: 1,
      sessions: 3,
      withoutTheme: 1,
      themes: [{ name: "Unmet needs", cases: 1, cameBackIn: 1, sessions: 2 }],
    });
    expect(view.missing).toEqual({ cases: 1, sessions: 3, stage: 0, climate: 2, grounding: 2 });
    expect(view.sources).toEqual({ cases: 1, seen: 2, told: 2, ownWords: 0, notRecorded: 0 });
  });

  it("counts current versions only: what was corrected or voided counts nowhere", async () => {
    const me = await (await openRecord()).addClinician();
    const { caseId, sessions } = await givenThreeWeeks(me);
    await me.api.sessions.void({ caseId, requestKey: requestKey(), sessionId: sessions[2] as string, version: 1, reason: "Another couple's hour" });
    const { firstMoves, sessions: held, sources } = await me.api.insights.read();
    expect(held).toBe(2);
    expect(firstMoves.waits).toEqual([{ days: 7, end: "waiting" }]);
    expect(sources).toMatchObject({ seen: 1, told: 1 });
  });

  it("reads the days asked for and no others", async () => {
    const me = await (await openRecord()).addClinician();
    await givenThreeWeeks(me);
    const view = await me.api.insights.read({ window: { from: "2026-02-10", to: "2026-02-20" } });
    expect(view).toMatchObject({ from: "2026-02-10", to: "2026-02-20", cases: 1, sessions: 1, firstMoves: { waits: [], openedBefore: 1 } });
  });

  it("refuses days that are none, and an end before its beginning", async () => {
    const me = await (await openRecord()).addClinician();
    expect(await refusalFrom(me.api.insights.read({ window: { from: "2026-02-30" } }))).toBe("bad-input");
    expect(await refusalFrom(me.api.insights.read({ window: { from: "2026-03-02", to: "2026-03-01" } }))).toBe("bad-input");
  });

  it("tells a case that closed by its outcome", async () => {
    const me = await (await openRecord()).addClinician();
    const { caseId } = await givenThreeWeeks(me);
    await me.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-02", reason: null, outcome: "ended" });
    expect((await me.api.insights.read()).outcomes).toMatchObject({ closed: 1, open: 0, counts: { ended: 1 } });
  });

  it("leaves a guess out: it rates the guesser's eye, not the climate", async () => {
    const me = await (await openRecord()).addClinician();
    const { caseId } = await givenThreeWeeks(me);
    await me.api.guesses.note({
      caseId,
      requestKey: requestKey(),
      day: "2026-02-16",
      corrects: null,
      pairs: [{ track: "tone", guess: 3, actual: null }],
    });
    expect((await me.api.insights.read()).missing).toEqual({ cases: 1, sessions: 3, stage: 0, climate: 2, grounding: 2 });
  });

  it("says the same with an open safety concern as without one, and names no case", async () => {
    const me = await (await openRecord()).addClinician();
    const { caseId } = await givenThreeWeeks(me, "Harbor");
    const before = await me.api.insights.read();
    await me.api.cases.openConcern({ caseId, requestKey: requestKey(), openedOn: "2026-03-02", wording: "w", action: "" });
    const after = await me.api.insights.read();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`Harbor|Dana|Kit|${caseId}`));
  });
});

describe("whose cases count", () => {
  it.each([
    ["a colleague in the same practice", true],
    ["a clinician of another practice", false],
  ])("not those of %s, in no figure", async (_, samePractice) => {
    const record = await openRecord();
    const me = await record.addClinician();
    await givenThreeWeeks(me);
    const mine = await me.api.insights.read();
    const other = await record.addClinician({ practiceId: samePractice ? me.practiceId : await record.addPractice({ name: "Elsewhere" }) });
    const { caseId } = await givenThreeWeeks(other, "Cedar");
    await givenThreeWeeks(other, "Elm");
    await other.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-02", reason: null, outcome: "deepened" });
    expect(await me.api.insights.read()).toEqual(mine);
  });

  it("are nobody's for somebody without a case: everything is none, and nothing fails", async () => {
    const me = await (await openRecord()).addClinician();
    expect(await me.api.insights.read()).toMatchObject({
      cases: 0,
      sessions: 0,
      stages: { periods: [] },
      firstMoves: { waits: [] },
      outcomes: { closed: 0, open: 0 },
    });
  });
});
