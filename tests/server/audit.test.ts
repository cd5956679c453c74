import { describe, expect, it } from "vitest";
import { verifyAudit } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { givenCase, givenSession, refusalFrom } from "./given.ts";
import { openRecord, type TestRecord } from "./harness.ts";
import { change } from "./rows.ts";

async function verify(record: TestRecord) {
  return verifyAudit(record.services.database, record.services.keys.audit);
}

/** What somebody with the file and its key, but not the audit key, could do. */
async function tamper(record: TestRecord, script: string): Promise<void> {
  const triggers = [`DROP TRIGGER "audit_entry_refuses_update"`, `DROP TRIGGER "audit_entry_refuses_delete"`];
  await change(record.services.database, ...triggers, ...script.split("; "));
}

async function recordWithFiveEntries(): Promise<TestRecord> {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  for (const day of ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"]) await givenSession(me, caseId, { day });
  return record;
}

describe("the audit trail", () => {
  it("is sound when nobody touched it", async () => {
    expect(await verify(await recordWithFiveEntries())).toEqual({ sound: true, entries: 5 });
  });

  it.each([
    ["a changed action", `UPDATE "audit_entry" SET "action" = 'session.read' WHERE "sequence" = 3`, 3],
    ["a changed time", `UPDATE "audit_entry" SET "at" = '2026-01-01T00:00:00.000Z' WHERE "sequence" = 2`, 2],
    ["a changed actor", `UPDATE "audit_entry" SET "actorId" = 'somebody' WHERE "sequence" = 4`, 4],
    ["a deleted first row", `DELETE FROM "audit_entry" WHERE "sequence" = 1`, 1],
    ["a deleted middle row", `DELETE FROM "audit_entry" WHERE "sequence" = 3`, 3],
    ["a cut tail", `DELETE FROM "audit_entry" WHERE "sequence" = 5`, 5],
    [
      "a deleted row with the others moved up",
      `DELETE FROM "audit_entry" WHERE "sequence" = 2; UPDATE "audit_entry" SET "sequence" = "sequence" - 1 WHERE "sequence" > 2`,
      2,
    ],
    [
      "two rows in each other's place",
      `UPDATE "audit_entry" SET "sequence" = 99 WHERE "sequence" = 2; UPDATE "audit_entry" SET "sequence" = 2 WHERE "sequence" = 3; UPDATE "audit_entry" SET "sequence" = 3 WHERE "sequence" = 99`,
      2,
    ],
  ])("names %s", async (_, sql, sequence) => {
    const record = await recordWithFiveEntries();
    await tamper(record, sql);
    expect(await verify(record)).toMatchObject({ sound: false, sequence });
  });

  it("refuses to be changed or deleted at all while its triggers stand", async () => {
    const record = await recordWithFiveEntries();
    for (const sql of [`UPDATE "audit_entry" SET "action" = 'x'`, `DELETE FROM "audit_entry"`]) {
      await expect(change(record.services.database, sql)).rejects.toThrow("append-only");
    }
  });

  it("has an entry for every session, and none for a write that was refused", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const caseId = await givenCase(me);
    const sessionId = await givenSession(me, caseId);
    await refusalFrom(givenSession(me, caseId, { day: "2026-12-01" }));
    const entries = await record.services.database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } });
    expect(entries.map(({ action, objectId, actorId }) => [action, objectId, actorId])).toEqual([
      ["case.opened", caseId, me.clinicianId],
      ["session.logged", sessionId, me.clinicianId],
    ]);
  });
});
