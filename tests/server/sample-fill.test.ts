import { describe, expect, it } from "vitest";
import { dayIn } from "#core/day.ts";
import { fillSamplePractice } from "#sample/fill.ts";
import { verifyAudit } from "#server/audit/audit.ts";
import { asForm } from "./given.ts";
import { openRecord, TEST_TIME_ZONE } from "./harness.ts";

/** Processor time, because other tests run beside this one; set-up waits for it. */
const FILL_LIMIT_MS = 3_000;

async function givenSample() {
  const record = await openRecord();
  const { api, clinicianId, practiceId } = await record.addClinician({ role: "owner" });
  const today = dayIn(record.clock.now(), TEST_TIME_ZONE);
  const began = process.cpuUsage();
  await fillSamplePractice(record.services, { practiceId, clinicianId, today });
  const { user, system } = process.cpuUsage(began);
  const tookMs = (user + system) / 1000;
  const view = await api.caseload.read();
  const caseIdOf = (label: string) => view.rows.find((row) => row.label === label)?.caseId ?? "";
  return { ...record, api, view, tookMs, caseIdOf };
}

describe("the sample practice in the record", () => {
  it("is there within three seconds, and its trail is sound", async () => {
    const { services, tookMs, view } = await givenSample();
    expect(view.rows).toHaveLength(12);
    expect(tookMs).toBeLessThan(FILL_LIMIT_MS);
    expect(await verifyAudit(services.database, services.keys.audit)).toMatchObject({ sound: true });
  });

  it("opens on a home screen that has something to say in every panel", async () => {
    const { view, clock } = await givenSample();
    expect(view.moved.map(({ label }) => label)).toEqual(["Cedar", "Harbor", "Saltmarsh"]);
    expect(view.noMove).toMatchObject([{ label: "Elm", stage: 1, ratedSessions: 5, orMore: false }]);
    // Beside it, what she gained since it began: her own voice among others, and her grounding.
    expect(view.noMove[0]?.gained).toContainEqual(expect.objectContaining({ kind: "shift", shift: "own-voice" }));
    expect(view.noMove[0]?.gained).toContainEqual({ kind: "grounding", from: 4, to: 6 });
    expect(view.toFinish).toMatchObject([
      { kind: "draft", label: "Bramble", draftKind: "correction" },
      { kind: "consent-missing", label: "Elm" },
      { kind: "draft", label: "Harbor", draftKind: "session" },
    ]);
    expect(view.rows.find((row) => row.label === "Orchard")).toMatchObject({ stage: null, grounding: 5, groundingRated: 2 });
    expect(view.rows.filter((row) => row.status !== "active").map((row) => `${row.label}: ${row.status}`)).toEqual([
      "Juniper: closed",
      "Lantern: closed",
      "Tidewater: paused",
    ]);
    const today = dayIn(clock.now(), TEST_TIME_ZONE);
    expect(view.rows.filter((row) => row.nextSessionOn !== null && row.nextSessionOn > today)).toHaveLength(9);
  });

  it("lets every timeline be read, oldest first, and every session be opened", async () => {
    const { api, view } = await givenSample();
    for (const { caseId, label } of view.rows) {
      const { occasions } = await api.timeline.read({ caseId });
      const days = occasions.map((occasion) => occasion.day);
      expect([...days].sort(), label).toEqual(days);
      const newest = occasions.at(-1);
      if (newest) expect((await api.sessions.show({ caseId, sessionId: newest.id })).versions[0]?.day).toBe(newest.day);
    }
  });

  it("keeps both versions of a corrected session, and the voided one aside with its reason", async () => {
    const { api, caseIdOf } = await givenSample();
    const harbor = await api.timeline.read({ caseId: caseIdOf("Harbor") });
    const corrected = harbor.occasions.find((occasion) => occasion.version === 2);
    const { versions } = await api.sessions.show({ caseId: caseIdOf("Harbor"), sessionId: corrected?.id ?? "" });
    expect(versions.map(({ version, standing, observation }) => ({ version, standing, presence: observation?.presence }))).toEqual([
      { version: 2, standing: "current", presence: "online" },
      { version: 1, standing: "superseded", presence: "in-room" },
    ]);
    const meridian = await api.timeline.read({ caseId: caseIdOf("Meridian") });
    expect(meridian.setAside).toMatchObject([{ standing: "voided", reason: expect.stringContaining("by mistake") }]);
    expect(meridian.occasions.filter((occasion) => occasion.attendance === "held").length).toBeGreaterThanOrEqual(28);
  });

  it("lets both drafts be finished as they stand", async () => {
    const { api, view } = await givenSample();
    for (const item of view.toFinish) {
      if (item.kind !== "draft") continue;
      const draft = asForm(await api.drafts.show({ draftId: item.draftId }));
      await api.sessions.finish({ draftId: draft.id, revision: draft.revision, requestKey: `finish-${draft.id}`.slice(0, 60) });
    }
    expect((await api.caseload.read()).toFinish.map((item) => item.kind)).toEqual(["consent-missing"]);
  });

  it("tells a case with its roles, goals, answers, concern and outcome", async () => {
    const { api, caseIdOf } = await givenSample();
    const lantern = await api.cases.show({ caseId: caseIdOf("Lantern") });
    expect(lantern).toMatchObject({ status: "closed", outcome: "ended", nextSessionOn: null });
    expect(lantern.roles.map((period) => period.role)).toEqual(expect.arrayContaining(["client", "observer", "left"]));
    expect(lantern.goals.map((goal) => goal.standing)).toEqual(expect.arrayContaining(["open", "reached", "set-aside"]));
    const fox = await api.cases.show({ caseId: caseIdOf("Quiet Fox") });
    expect(fox.concerns).toMatchObject([{ closedOn: null }]);
    const harbor = await api.cases.show({ caseId: caseIdOf("Harbor") });
    expect(harbor.things.map((thing) => thing.standing)).toEqual(expect.arrayContaining(["open", "done", "partly", "not-done"]));
  });

  it("opens a private note to its own clinician and to nobody who reads the session", async () => {
    const { api, caseIdOf } = await givenSample();
    const caseId = caseIdOf("Harbor");
    const { occasions } = await api.timeline.read({ caseId });
    const sessions = await Promise.all(
      occasions.filter(({ kind }) => kind === "session").map(({ id }) => api.sessions.show({ caseId, sessionId: id })),
    );
    const [version] = sessions.flatMap((session) => session.versions.filter((each) => each.hasPrivateNote));
    expect(JSON.stringify(sessions)).not.toContain("court him");
    const note = await api.privateNotes.read({ caseId, sessionId: version?.id ?? "", version: version?.version ?? 0 });
    expect(note.text).toContain("court him");
  });
});
