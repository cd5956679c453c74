import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyAudit } from "#server/audit/audit.ts";
import { auditSentence } from "#server/database/backup.ts";
import type { Database } from "#server/database/database.ts";
import { openDatabase } from "#server/database/open.ts";
import { DATABASE_FILE, deriveKeys, readKeyFile } from "#server/keys/keys.ts";
import { openRecord } from "../server/harness.ts";
import { change, valuesOf } from "../server/rows.ts";
import { newPlace, openCase, runCommand, setUpOwner, startServer } from "./server-process.ts";

/** Somebody with the key, a database tool and time: the triggers that refuse changes are the first thing to go. */
async function tamper(database: Database, statements: readonly string[]): Promise<void> {
  const names = await valuesOf(database, `SELECT "name" FROM "sqlite_master" WHERE "type" = 'trigger'`);
  await change(database, ...names.map((name) => `DROP TRIGGER "${name}"`), ...statements);
}

/** Set-up writes rows 1 and 2, each theme one more: ten rows. */
async function tenRows() {
  const record = await openRecord();
  const { api } = await record.addClinician();
  for (let at = 1; at <= 10; at += 1) await api.practice.addTheme({ requestKey: `theme-key-${at}`, name: `Theme ${at}` });
  const { database, keys } = record.services;
  const verdict = async () => auditSentence(await verifyAudit(database, keys.audit));
  const verdictAfter = async (...statements: readonly string[]) => {
    await tamper(database, statements);
    return verdict();
  };
  return { record, verdict, verdictAfter };
}

describe("the audit trail", () => {
  it("refuses to be changed or thinned out by the program itself", async () => {
    const { record, verdict } = await tenRows();
    const { database } = record.services;
    await expect(change(database, `UPDATE "audit_entry" SET "action" = 'x' WHERE "sequence" = 4`)).rejects.toThrow();
    await expect(change(database, `DELETE FROM "audit_entry" WHERE "sequence" = 4`)).rejects.toThrow();
    expect(await verdict()).toMatch(/sound: 10 entries/);
  });

  it.each([
    ["action", "'case.opened'"],
    ["actorId", "'somebody-else'"],
    ["at", "'2026-03-09T13:00:00.000Z'"],
    ["objectId", "NULL"],
    ["mac", "'00'"],
  ])("names the row whose %s was changed", async (column, value) => {
    const { verdictAfter } = await tenRows();
    const sentence = await verdictAfter(`UPDATE "audit_entry" SET "${column}" = ${value} WHERE "sequence" = 4`);
    expect(sentence).toMatch(/^Row 4 of the audit trail is not as it was written/);
  });

  it("names a deleted row, also when those after it were moved up", async () => {
    const deleted = await (await tenRows()).verdictAfter(`DELETE FROM "audit_entry" WHERE "sequence" = 6`);
    expect(deleted).toMatch(/^Row 6 of the audit trail is missing/);
    const closedUp = await (await tenRows()).verdictAfter(
      `DELETE FROM "audit_entry" WHERE "sequence" = 6`,
      ...[7, 8, 9, 10].map((at) => `UPDATE "audit_entry" SET "sequence" = ${at - 1} WHERE "sequence" = ${at}`),
    );
    expect(closedUp).toMatch(/^Row 6 of the audit trail is not as it was written/);
  });

  it("names the first of two rows that changed places", async () => {
    const { verdictAfter } = await tenRows();
    const sentence = await verdictAfter(
      `UPDATE "audit_entry" SET "sequence" = 99 WHERE "sequence" = 3`,
      `UPDATE "audit_entry" SET "sequence" = 3 WHERE "sequence" = 8`,
      `UPDATE "audit_entry" SET "sequence" = 8 WHERE "sequence" = 99`,
    );
    expect(sentence).toMatch(/^Row 3 of the audit trail/);
  });

  it("names the first row of a tail that was cut, also when its head was cut to fit or taken away", async () => {
    const cut = await (await tenRows()).verdictAfter(`DELETE FROM "audit_entry" WHERE "sequence" > 8`);
    expect(cut).toMatch(/ends too early: row 9 /);
    const fitted = await (await tenRows()).verdictAfter(
      `DELETE FROM "audit_entry" WHERE "sequence" > 8`,
      `UPDATE "audit_head" SET "sequence" = 8, "mac" = (SELECT "mac" FROM "audit_entry" WHERE "sequence" = 8)`,
    );
    expect(fitted).toMatch(/ends too early: row 9 /);
    const headless = await (await tenRows()).verdictAfter(`DELETE FROM "audit_head"`);
    expect(headless).toMatch(/ends too early/);
    const emptied = await (await tenRows()).verdictAfter(`DELETE FROM "audit_entry"`);
    expect(emptied).toMatch(/ends too early: row 1 /);
    const wiped = await (await tenRows()).verdictAfter(`DELETE FROM "audit_entry"`, `DELETE FROM "audit_head"`);
    expect(wiped).toMatch(/ends too early: row 1 /);
  });

  it("is checked by the command, which ends with 2 and names the row", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { cookie, keyFile } = await setUpOwner(running);
    await openCase(running, cookie);
    await running.end("SIGTERM");
    expect(await runCommand(place, ["server/commands/verify-audit.ts"])).toMatchObject({ code: 0 });
    const database = await openDatabase({ file: join(place.dataDir, DATABASE_FILE), key: deriveKeys(readKeyFile(keyFile)).database });
    await tamper(database, [`UPDATE "audit_entry" SET "actorId" = NULL WHERE "sequence" = 3`]);
    await database.close();
    const found = await runCommand(place, ["server/commands/verify-audit.ts"]);
    expect(found).toMatchObject({ code: 2, output: expect.stringMatching(/^Row 3 of the audit trail is not as it was written/) });
  }, 30_000);
});
