import { describe, expect, it } from "vitest";
import type { SessionBody } from "#core/contracts/session.ts";
import { addDays } from "#core/day.ts";
import { NOBODY } from "#server/database/database.ts";
import { asForm, givenCase, givenSession, requestKey } from "./given.ts";
import { A_SCORE } from "./given-records.ts";
import { openRecord, type TestClinician } from "./harness.ts";

const FIRST = "2025-06-02";
const listening: SessionBody["observation"] = { presence: "absent", stage: 2, source: "told", evidence: null, stances: [] };

async function givenWeeks(
  me: TestClinician,
  { caseId, weeks }: { caseId: string; weeks: number },
  given: (week: number) => Partial<SessionBody>,
): Promise<void> {
  for (let week = 0; week < weeks; week += 1) await givenSession(me, caseId, { day: addDays(FIRST, week * 7), ...given(week) });
}

describe("the caseload, from the record", () => {
  it("tells a long stretch without a move with the growth since it began, and says 'or more'", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await givenWeeks(me, { caseId, weeks: 40 }, (week) => ({
      observation: listening,
      ratings: [{ track: "self-support", value: week < 20 ? 2 : 9, rater: "clinician" }],
    }));
    const { noMove } = await me.api.caseload.read();
    expect(noMove).toMatchObject([{ caseId, stage: 2, ratedSessions: 25, orMore: true }]);
    expect(noMove[0]?.gained).toEqual([{ kind: "grounding", from: 2, to: 9 }]);
  });

  it("shows a recent shift although many measurements were brought in since", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    await givenSession(me, caseId, { shifts: [{ kind: "own-voice", direction: "toward", who: "active", source: "seen", remark: null }] });
    const { database } = record.services;
    const measurements = Array.from({ length: 30 }, (_, each) => ({
      id: `measurement-${each}`,
      rootId: `measurement-${each}`,
      practiceId: me.practiceId,
      caseId,
      clinicianId: me.clinicianId,
      kind: "measurement",
      day: "2026-03-05",
      sequence: 100 + each,
      createdAt: record.clock.now(),
    }));
    await database.transaction(me.scope, (tx) => tx.insert("occasion", measurements));
    const { moved, rows } = await me.api.caseload.read();
    expect(moved).toMatchObject([{ caseId, moves: [{ kind: "shift", shift: "own-voice" }] }]);
    expect(rows[0]?.lastSessionOn).toBe("2026-03-02");
  });

  it.each<[string, (me: TestClinician, caseId: string) => Promise<unknown>]>([
    ["scores", (me, caseId) => me.api.scores.record({ caseId, requestKey: requestKey(), ...A_SCORE, day: "2026-03-09" })],
    [
      "guesses",
      (me, caseId) => {
        const pairs = [{ track: "tone", guess: 4, actual: null }];
        return me.api.guesses.note({ caseId, requestKey: requestKey(), day: "2026-03-09", corrects: null, pairs });
      },
    ],
  ])("still shows the grounding of 9 March, and the way since 2 March, after 26 %s that hold none", async (_, note) => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    for (const [day, value] of [
      ["2026-03-02", 4],
      ["2026-03-09", 6],
    ] as const)
      await givenSession(me, caseId, { day, ratings: [{ track: "self-support", value, rater: "clinician" }] });
    for (let each = 0; each < 26; each += 1) await note(me, caseId);
    const { rows } = await me.api.caseload.read();
    expect(rows[0]).toMatchObject({ grounding: 6, groundingRated: 1, groundingOn: "2026-03-09", groundingChange: "up" });
  });

  it("asks for the consent of a partner who was there once, long ago, and stops when it is signed", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await givenWeeks(me, { caseId, weeks: 30 }, (week) => ({ observation: { ...listening, presence: week === 0 ? "in-room" : "absent" } }));
    expect((await me.api.caseload.read()).rows[0]?.flags).toContain("consent-missing");
    expect((await me.api.cases.show({ caseId })).consentMissing).toBe(true);
    const { label, active, observing, presentingConcern, secretsPolicy, revision } = await me.api.cases.show({ caseId });
    const partner = ({ label: name, pronouns, contact }: typeof active) => ({ label: name, pronouns, contact });
    await me.api.cases.edit({
      caseId,
      revision,
      label,
      active: partner(active),
      observing: partner(observing),
      presentingConcern,
      secretsPolicy,
      collateralConsentOn: "2026-03-09",
      nextSessionOn: null,
      nextSessionStart: null,
    });
    expect((await me.api.caseload.read()).rows[0]?.flags).not.toContain("consent-missing");
    expect((await me.api.cases.show({ caseId })).consentMissing).toBe(false);
  });
});

describe("two windows at once", () => {
  it("close a case once, with one outcome, and log nothing into it afterwards", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    const close = (outcome: "ended" | "shifted") =>
      me.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-09", reason: null, outcome });
    const log = () => givenSession(me, caseId, { day: "2026-03-09" });
    const [ended, shifted, logged] = await Promise.allSettled([close("ended"), close("shifted"), log()]);
    expect([ended.status, shifted.status]).toEqual(["fulfilled", "rejected"]);
    const { events, outcome, sessionsHeld } = await me.api.cases.show({ caseId });
    expect(events.map((event) => event.kind)).toEqual(["opened", "closed"]);
    expect(outcome).toBe("ended");
    expect(sessionsHeld).toBe(logged.status === "fulfilled" ? 1 : 0);
    // A log may come before the close, whichever was asked first; none comes after it.
    const trail = await record.services.database.read(NOBODY).prisma.auditEntry.findMany({ where: { caseId }, orderBy: { sequence: "asc" } });
    expect(trail.at(-1)?.action).toBe("case.closed");
    await expect(log()).rejects.toThrow("case-closed");
  });

  it("do not wipe the next date that one of them agreed while the other had a log open", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const draft = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
    await me.api.cases.scheduleNext({ caseId, nextSessionOn: "2026-03-20", nextSessionStart: "10:00" });
    await me.api.sessions.finish({ draftId: draft.id, revision: 1, requestKey: requestKey() });
    expect(await me.api.cases.show({ caseId })).toMatchObject({ nextSessionOn: "2026-03-20", nextSessionStart: "10:00" });
  });

  it("take the next date away when the log says there is none", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    await me.api.cases.scheduleNext({ caseId, nextSessionOn: "2026-03-20", nextSessionStart: "10:00" });
    const draft = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
    expect(draft.body.nextSessionOn).toBe("2026-03-20");
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body: { ...draft.body, nextSessionOn: "" }, privateNote: "" });
    await me.api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() });
    expect((await me.api.cases.show({ caseId })).nextSessionOn).toBeNull();
  });
});
