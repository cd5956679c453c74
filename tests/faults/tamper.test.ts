import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyAudit } from "#server/audit.ts";
import { auditSentence } from "#server/backup.ts";
import { openDatabase, type SqliteHandle } from "#server/db.ts";
import { DATABASE_FILE, deriveKeys, readKeyFile } from "#server/keys.ts";
import { openRecord } from "../server/harness.ts";
import { newPlace, openCase, runCommand, setUpOwner, startServer } from "./server-process.ts";

/** Somebody with the key, a database tool and time: the triggers that refuse changes are the first thing to go. */
function withoutTriggers(handle: SqliteHandle): void {
  const names = handle.prepare(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'trigger'`).pluck().all() as string[];
  for (const name of names) handle.exec(`DROP TRIGGER "${name}"`);
}

/** Set-up writes rows 1 and 2, each theme one more: ten rows. */
async function tenRows() {
  const record = await openRecord();
  const { api } = await record.addClinician();
  for (let at = 1; at <= 10; at += 1) await api.practice.addTheme({ requestKey: `theme-key-${at}`, name: `Theme ${at}` });
  const verdictAfter = (tamper: (handle: SqliteHandle) => void) =>
    record.services.database.alone((handle) => {
      withoutTriggers(handle);
      tamper(handle);
      return auditSentence(verifyAudit(handle, record.services.keys.audit));
    });
  return { record, verdictAfter };
}

describe("the audit trail", () => {
  it("refuses to be changed or thinned out by the program itself", async () => {
    const { record } = await tenRows();
    await record.services.database.alone((handle) => {
      expect(() => handle.exec(`UPDATE "audit_entry" SET "action" = 'x' WHERE "sequence" = 4`)).toThrow();
      expect(() => handle.exec(`DELETE FROM "audit_entry" WHERE "sequence" = 4`)).toThrow();
      expect(auditSentence(verifyAudit(handle, record.services.keys.audit))).toMatch(/sound: 10 entries/);
    });
  });

  it.each([
    ["action", "'case.opened'"],
    ["actorId", "'somebody-else'"],
    ["at", "'2026-03-09T13:00:00.000Z'"],
    ["objectId", "NULL"],
    ["mac", "'00'"],
  ])("names the row whose %s was changed", async (column, value) => {
    const { verdictAfter } = await tenRows();
    const sentence = await verdictAfter((handle) => handle.exec(`UPDATE "audit_entry" SET "${column}" = ${value} WHERE "sequence" = 4`));
    expect(sentence).toMatch(/^Row 4 of the audit trail is not as it was written/);
  });

  it("names a deleted row, also when those after it were moved up", async () => {
    const deleted = await (await tenRows()).verdictAfter((handle) => handle.exec(`DELETE FROM "audit_entry" WHERE "sequence" = 6`));
    expect(deleted).toMatch(/^Row 6 of the audit trail is missing/);
    const closedUp = await (await tenRows()).verdictAfter((handle) => {
      handle.exec(`DELETE FROM "audit_entry" WHERE "sequence" = 6`);
      for (let at = 7; at <= 10; at += 1) handle.exec(`UPDATE "audit_entry" SET "sequence" = ${at - 1} WHERE "sequence" = ${at}`);
    });
    expect(closedUp).toMatch(/^Row 6 of the audit trail is not as it was written/);
  });

  it("names the first of two rows that changed places", async () => {
    const { verdictAfter } = await tenRows();
    const sentence = await verdictAfter((handle) =>
      handle.exec(`UPDATE "audit_entry" SET "sequence" = 99 WHERE "sequence" = 3;
        UPDATE "audit_entry" SET "sequence" = 3 WHERE "sequence" = 8;
        UPDATE "audit_entry" SET "sequence" = 8 WHERE "sequence" = 99;`),
    );
    expect(sentence).toMatch(/^Row 3 of the audit trail/);
  });

  it("names the first row of a tail that was cut, also when its head was cut to fit or taken away", async () => {
    const cut = await (await tenRows()).verdictAfter((handle) => handle.exec(`DELETE FROM "audit_entry" WHERE "sequence" > 8`));
    expect(cut).toMatch(/ends too early: row 9 /);
    const fitted = await (await tenRows()).verdictAfter((handle) =>
      handle.exec(`DELETE FROM "audit_entry" WHERE "sequence" > 8;
        UPDATE "audit_head" SET "sequence" = 8, "mac" = (SELECT "mac" FROM "audit_entry" WHERE "sequence" = 8);`),
    );
    expect(fitted).toMatch(/ends too early: row 9 /);
    const headless = await (await tenRows()).verdictAfter((handle) => handle.exec(`DELETE FROM "audit_head"`));
    expect(headless).toMatch(/ends too early/);
    const emptied = await (await tenRows()).verdictAfter((handle) => handle.exec(`DELETE FROM "audit_entry"`));
    expect(emptied).toMatch(/ends too early: row 1 /);
    const wiped = await (await tenRows()).verdictAfter((handle) => handle.exec(`DELETE FROM "audit_entry"; DELETE FROM "audit_head"`));
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
    await database.alone((handle) => {
      withoutTriggers(handle);
      handle.exec(`UPDATE "audit_entry" SET "actorId" = NULL WHERE "sequence" = 3`);
    });
    await database.close();
    const found = await runCommand(place, ["server/commands/verify-audit.ts"]);
    expect(found).toMatchObject({ code: 2, output: expect.stringMatching(/^Row 3 of the audit trail is not as it was written/) });
  }, 30_000);
});
