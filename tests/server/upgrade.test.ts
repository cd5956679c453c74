import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { mintClinicianScope } from "#server/access/scope.ts";
import { openDatabase } from "#server/database/open.ts";
import { applyMigrations, readMigrations } from "#server/database/sqlite/migrations.ts";
import { appRouter } from "#server/http/app-router.ts";
import { createCallerFactory } from "#server/http/trpc.ts";
import { asForm, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";
import { valuesOf } from "./rows.ts";

/** The last migration of the version before practiceId became part of every key. */
const BEFORE = "20261127044027_safety_prompts";

/** What that version stored of a draft: its form as it was, without a version and without the fields that came later. */
const DRAFT = JSON.stringify({
  ...{ day: "2026-03-09", attendance: "held", startTime: "10:00", minutes: "50", setting: "in-person", activePresent: true },
  ...{
    presence: "in-room",
    stage: 3,
    source: "seen",
    evidence: "Asked twice",
    stances: ["unsure"],
    ratings: { tone: { value: 0, rater: "clinician" } },
  },
  ...{
    themes: [],
    shifts: [],
    goalsTouched: [],
    newGoals: [],
    triesAnswered: {},
    newTries: [],
    noteFormat: "free",
    noteSections: { text: "Half a" },
  },
  ...{ nextSessionOn: "", nextSessionStart: "" },
});

/** Times as the client library wrote them, and as our own statements did. */
const [BY_LIBRARY, BY_US] = ["2026-03-02T15:00:00.000+00:00", "2026-03-02T15:00:00.000Z"];

const ROWS = `
  INSERT INTO "practice" ("id", "name", "timeZone", "createdAt") VALUES ('p', 'Harbor Street', 'America/New_York', '${BY_LIBRARY}');
  INSERT INTO "clinician" ("id", "practiceId", "name", "email", "createdAt", "updatedAt") VALUES ('k', 'p', 'Ines', 'ines@practice.test', '${BY_LIBRARY}', '${BY_LIBRARY}');
  INSERT INTO "couple_case" ("id", "practiceId", "clinicianId", "label", "openedOn", "lastSequence", "createdAt") VALUES ('c', 'p', 'k', 'Harbor', '2026-02-02', 1, '${BY_US}');
  INSERT INTO "partner" ("id", "practiceId", "caseId", "seat", "label") VALUES ('a', 'p', 'c', 'active', 'Dana'), ('o', 'p', 'c', 'observing', 'Kit');
  INSERT INTO "role_period" ("id", "practiceId", "caseId", "partnerId", "role", "fromDay") VALUES ('r', 'p', 'c', 'o', 'observer', '2026-02-02');
  INSERT INTO "occasion" ("id", "practiceId", "caseId", "clinicianId", "kind", "rootId", "day", "sequence", "attendance", "activePresent", "createdAt")
    VALUES ('s', 'p', 'c', 'k', 'session', 's', '2026-03-02', 1, 'held', 1, '${BY_US}');
  INSERT INTO "observation" ("practiceId", "caseId", "occasionId", "partnerId", "presence", "stage", "source") VALUES ('p', 'c', 's', 'o', 'absent', 0, 'told');
  INSERT INTO "observation_stance" ("occasionId", "stance") VALUES ('s', 'not-ready');
  INSERT INTO "rating" ("practiceId", "caseId", "occasionId", "track", "value", "rater") VALUES ('p', 'c', 's', 'tone', 0, 'clinician'), ('p', 'c', 's', 'boundaries', NULL, 'active');
  INSERT INTO "note" ("practiceId", "caseId", "occasionId", "format", "sections") VALUES ('p', 'c', 's', 'free', '{"text":"As it was"}');
  INSERT INTO "draft" ("id", "practiceId", "caseId", "clinicianId", "kind", "revision", "body", "createdAt", "updatedAt") VALUES ('d', 'p', 'c', 'k', 'session', 4, '${DRAFT}', '${BY_US}', '${BY_LIBRARY}');
  INSERT INTO "draft" ("id", "practiceId", "caseId", "clinicianId", "kind", "body", "createdAt", "updatedAt") VALUES ('torn', 'p', 'c', 'k', 'session', '{"day":', '${BY_US}', '${BY_US}');
  INSERT INTO "idempotency_key" ("clinicianId", "key", "action", "bodyHash", "answer", "createdAt") VALUES ('k', 'key', 'theme.added', 'hash', '{"themeId":"t"}', '${BY_US}');
`;

async function givenUpgraded() {
  const folder = mkdtempSync(join(tmpdir(), "open-chair-upgrade-"));
  const file = join(folder, "record.sqlite");
  const all = readMigrations();
  const old = new Sqlite(file);
  applyMigrations(old, all.slice(0, all.findIndex(({ name }) => name === BEFORE) + 1));
  old.exec(ROWS);
  old.close();
  const database = await openDatabase({ file, key: null });
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { services } = await openRecord();
  const who = mintClinicianScope({ clinicianId: "k", practiceId: "p", role: "owner", timeZone: "America/New_York", signInId: "test" });
  return { database, api: createCallerFactory(appRouter)({ services: { ...services, database }, who, locked: false }) };
}

describe("a record of the version before", () => {
  it("reads as it did: a rated 0, an unrated track, the stance and the note", async () => {
    const { api } = await givenUpgraded();
    const { versions } = await api.sessions.show({ caseId: "c", sessionId: "s" });
    expect(versions).toMatchObject([{ observation: { presence: "absent", stage: 0, source: "told", stances: ["not-ready"] } }]);
    expect(versions[0]?.ratings.map(({ track, value, rater }) => [track, value, rater]).sort()).toEqual([
      ["boundaries", null, "active"],
      ["tone", 0, "clinician"],
    ]);
    expect(versions[0]?.note?.sections).toEqual({ text: "As it was" });
    expect((await api.timeline.read({ caseId: "c" })).occasions).toHaveLength(1);
  });

  it("opens its open draft, with the day in the lists, and finishes it", async () => {
    const { api } = await givenUpgraded();
    expect((await api.cases.show({ caseId: "c" })).drafts.map(({ id, day }) => [id, day])).toContainEqual(["d", "2026-03-09"]);
    const draft = asForm(await api.drafts.show({ draftId: "d" }));
    expect(draft).toMatchObject({
      revision: 4,
      body: { evidence: "Asked twice", ratings: { tone: { value: 0 } }, noteSections: { text: "Half a" } },
    });
    const { sessionId } = await api.sessions.finish({ draftId: "d", revision: 4, requestKey: requestKey() });
    expect((await api.sessions.show({ caseId: "c", sessionId })).versions[0]).toMatchObject({ observation: { stage: 3, evidence: "Asked twice" } });
  });

  it("keeps a torn draft, and no more than that is broken", async () => {
    const { api } = await givenUpgraded();
    expect(await api.drafts.show({ draftId: "torn" })).toMatchObject({ broken: true, texts: ['{"day":'] });
  });

  it("has one spelling of time, and the practice on what had none", async () => {
    const { database } = await givenUpgraded();
    const times = [`SELECT "createdAt" FROM "practice"`, `SELECT "updatedAt" FROM "clinician"`, `SELECT "updatedAt" FROM "draft"`];
    for (const statement of times) expect(new Set(await valuesOf(database, statement)), statement).toEqual(new Set([BY_US]));
    expect(await valuesOf(database, `SELECT "practiceId" FROM "observation_stance" UNION ALL SELECT "practiceId" FROM "idempotency_key"`)).toEqual([
      "p",
      "p",
    ]);
  });
});
