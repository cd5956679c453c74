import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCopy } from "#server/database/open.ts";
import { raw } from "#server/database/sql.ts";
import { DATABASE_FILE, deriveKeys, readKeyFile } from "#server/keys/keys.ts";
import { filesBelow, newPlace, openCase, runCommand, send, setUpOwner, signIn, startServer, wholeSession } from "./server-process.ts";

/** Everything the record says, table by table, row by row: two records that say the same have the same export. */
async function exportOf(file: string, keyFile: string): Promise<Map<string, string>> {
  const copy = openCopy(file, deriveKeys(readKeyFile(keyFile)).database);
  const rows = (statement: string) => copy.query<Record<string, unknown>>(raw(statement));
  try {
    const contents = new Map<string, string>();
    for (const { name } of await rows(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`)) {
      const lines = (await rows(`SELECT * FROM "${name}"`)).map((row) => JSON.stringify(row));
      contents.set(String(name), lines.sort().join("\n"));
    }
    return contents;
  } finally {
    copy.close();
  }
}

/** What a restore itself writes: it ends the old sign-ins and says so in the trail. */
const WRITTEN_BY_RESTORE = ["sign_in", "audit_entry", "audit_head"];

describe("a backup", () => {
  it("made while the server writes is whole, restores to the same record byte for byte, and its trail verifies", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { cookie, recoveryKey, keyFile } = await setUpOwner(running);
    const caseId = await openCase(running, cookie);
    let writing = true;
    const writer = (async () => {
      let written = 0;
      while (writing) {
        const answer = await send(running.url, { path: "/api/trpc/sessions.log", body: wholeSession(caseId), cookie });
        if (answer.status === 200) written += 1;
      }
      return written;
    })();
    const backup = join(place.folder, "backup");
    const made = await runCommand(place, ["server/commands/backup.ts", backup]);
    writing = false;
    expect(made, made.output).toMatchObject({ code: 0, output: expect.stringContaining("Backed up to") });
    expect(await writer).toBeGreaterThan(0);
    const again = await runCommand(place, ["server/commands/backup.ts", backup]);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining("never overwritten") });
    await running.end("SIGTERM");

    // Another machine: no key file there, the recovery key on paper.
    const elsewhere = newPlace();
    const unanswered = await runCommand(elsewhere, ["server/commands/restore.ts", backup]);
    expect(unanswered).toMatchObject({ code: 1, output: expect.stringContaining("Nothing was typed") });
    const without = await runCommand(elsewhere, ["server/commands/restore.ts", backup, "--recovery-key-stdin"], "7Q2F");
    expect(without).toMatchObject({ code: 1, output: expect.stringContaining("mistake") });
    const restored = await runCommand(elsewhere, ["server/commands/restore.ts", backup, "--recovery-key-stdin"], recoveryKey);
    expect(restored, restored.output).toMatchObject({ code: 0, output: expect.stringContaining("Restored") });
    const twice = await runCommand(elsewhere, ["server/commands/restore.ts", backup, "--recovery-key-stdin"], recoveryKey);
    expect(twice).toMatchObject({ code: 1, output: expect.stringContaining("never overwrites") });

    const before = await exportOf(join(backup, DATABASE_FILE), keyFile);
    const after = await exportOf(join(elsewhere.dataDir, DATABASE_FILE), keyFile);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [table, rows] of before) {
      if (!WRITTEN_BY_RESTORE.includes(table)) expect(after.get(table), table).toBe(rows);
    }
    expect(before.get("occasion")?.length).toBeGreaterThan(0);
    expect(before.get("sign_in")).not.toBe("");
    expect(after.get("sign_in")).toBe("");
    const added = (after.get("audit_entry") ?? "").split("\n").filter((row) => !(before.get("audit_entry") ?? "").includes(row));
    expect(added).toHaveLength(1);
    expect(added[0]).toContain('"record.restored"');
    const verified = await runCommand(elsewhere, ["server/commands/verify-audit.ts"]);
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining("is sound") });

    // The restored record is at work again; the sign-in of the old one is not.
    const back = await startServer(elsewhere);
    expect((await send(back.url, { path: "/api/trpc/practice.me", cookie })).status).toBe(401);
    const fresh = await signIn(back);
    expect((await send(back.url, { path: "/api/trpc/cases.show", body: { caseId }, cookie: fresh })).json.result.data.label).toBe("Harbor");
    await back.end("SIGTERM");
  }, 120_000);

  it("made while no server runs leaves its entry in the trail, as one of a running server does", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { keyFile } = await setUpOwner(running);
    expect((await runCommand(place, ["server/commands/backup.ts", join(place.folder, "online")])).code).toBe(0);
    await running.end("SIGTERM");
    expect((await runCommand(place, ["server/commands/backup.ts", join(place.folder, "offline")])).code).toBe(0);
    const trail = (await exportOf(join(place.dataDir, DATABASE_FILE), keyFile)).get("audit_entry") ?? "";
    expect(trail.split('"backup.made"')).toHaveLength(3);
  }, 60_000);

  it("is not restored beside a write-ahead log that was left behind, which would be replayed over it", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { cookie } = await setUpOwner(running);
    const backup = join(place.folder, "backup");
    expect((await runCommand(place, ["server/commands/backup.ts", backup])).code).toBe(0);
    await openCase(running, cookie, { label: "After the backup" });
    await running.end("SIGKILL");
    // What somebody removes who was told to empty the folder, and overlooks what SQLite put beside it.
    rmSync(join(place.dataDir, DATABASE_FILE));
    rmSync(join(place.dataDir, "practice-id"));
    const wal = join(place.dataDir, `${DATABASE_FILE}-wal`);
    const before = readFileSync(wal);
    const refused = await runCommand(place, ["server/commands/restore.ts", backup]);
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`${DATABASE_FILE}-wal`) });
    expect(existsSync(join(place.dataDir, DATABASE_FILE))).toBe(false);
    expect(readFileSync(wal).equals(before)).toBe(true);
    rmSync(wal);
    const restored = await runCommand(place, ["server/commands/restore.ts", backup]);
    expect(restored, restored.output).toMatchObject({ code: 0 });
  }, 60_000);

  it("is what a restore wants, not a data folder whose newest entries still stand in its write-ahead log", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { cookie } = await setUpOwner(running);
    await openCase(running, cookie);
    await running.end("SIGKILL");
    const elsewhere = { ...newPlace(), keyDir: place.keyDir };
    const refused = await runCommand(elsewhere, ["server/commands/restore.ts", place.dataDir]);
    expect(refused.code, refused.output).toBe(1);
    expect(filesBelow(elsewhere.folder)).toEqual([]);
  }, 60_000);

  it("with flipped bytes is not restored, and nothing is left in the data folder", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { keyFile } = await setUpOwner(running);
    const backup = join(place.folder, "backup");
    await runCommand(place, ["server/commands/backup.ts", backup]);
    await running.end("SIGTERM");
    const file = join(backup, DATABASE_FILE);
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    const elsewhere = { ...newPlace(), keyDir: place.keyDir };
    const restored = await runCommand(elsewhere, ["server/commands/restore.ts", backup]);
    expect(restored.code).toBe(1);
    expect(restored.output).toMatch(/damaged/);
    expect(filesBelow(elsewhere.folder).filter(({ path }) => path.endsWith(DATABASE_FILE))).toEqual([]);
    expect(keyFile.startsWith(place.keyDir)).toBe(true);
  }, 60_000);
});
