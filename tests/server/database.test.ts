import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Database, NOBODY } from "#server/database/database.ts";
import { openDatabase } from "#server/database/open.ts";
import { raw, sql } from "#server/database/sql.ts";
import { openRecord } from "./harness.ts";
import { valuesOf } from "./rows.ts";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "open-chair-database-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const KEY = randomBytes(32).toString("hex");

async function pragma(database: Database, name: string): Promise<string> {
  const rows = await database.transaction(NOBODY, (tx) => tx.change<Record<string, unknown>>(raw(`PRAGMA ${name}`)));
  return String(Object.values(rows[0] ?? {})[0]);
}

describe("the database file", () => {
  it("is durable on a reopened file too, where SQLite would fall back to NORMAL", async () => {
    const file = join(emptyFolder(), "record.sqlite");
    await (await openDatabase({ file, key: KEY })).close();
    const reopened = await openDatabase({ file, key: KEY });
    expect([await pragma(reopened, "journal_mode"), await pragma(reopened, "synchronous"), await pragma(reopened, "foreign_keys")]).toEqual([
      "wal",
      "2",
      "1",
    ]);
    await reopened.close();
  });

  it("refuses a second opener while the first has it", async () => {
    const file = join(emptyFolder(), "record.sqlite");
    const first = await openDatabase({ file, key: KEY });
    await expect(openDatabase({ file, key: KEY })).rejects.toMatchObject({ reason: "in-use" });
    await first.close();
  });

  it("refuses the wrong key and leaves the file openable with the right one", async () => {
    const file = join(emptyFolder(), "record.sqlite");
    await (await openDatabase({ file, key: KEY })).close();
    await expect(openDatabase({ file, key: randomBytes(32).toString("hex") })).rejects.toMatchObject({ reason: "wrong-key" });
    await (await openDatabase({ file, key: KEY })).close();
  });

  it("refuses a file that is no database", async () => {
    const file = join(emptyFolder(), "record.sqlite");
    writeFileSync(file, "These are not the bytes of a record. ".repeat(200));
    await expect(openDatabase({ file, key: KEY })).rejects.toMatchObject({ reason: "wrong-key" });
  });

  it("does not let a stranger's write join an open transaction and vanish with its rollback", async () => {
    const { services } = await openRecord();
    const { database } = services;
    const practice = (id: string) => ({ data: { id, name: id, timeZone: "UTC", createdAt: new Date(0) } });
    let stranger: Promise<unknown> | undefined;
    const rolledBack = database.transaction(NOBODY, async (tx) => {
      await tx.prisma.practice.create(practice("rolled-back"));
      stranger = database.transaction(NOBODY, (other) => other.prisma.practice.create(practice("stranger")));
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error("rolled back on purpose");
    });
    await expect(rolledBack).rejects.toThrow("on purpose");
    await stranger;
    expect((await database.read(NOBODY).prisma.practice.findMany()).map((row) => row.id)).toEqual(["stranger"]);
  });

  it("stores times in one spelling, whoever writes them, so that they compare as text", async () => {
    const { services } = await openRecord();
    const { database } = services;
    const at = new Date("2026-03-09T14:00:00.000Z");
    await database.transaction(NOBODY, async (tx) => {
      await tx.prisma.practice.create({ data: { id: "by a call", name: "p", timeZone: "UTC", createdAt: at } });
      await tx.execute(sql`INSERT INTO "practice" ("id", "name", "timeZone", "createdAt") VALUES ('by a statement', 'p', 'UTC', ${at})`);
    });
    expect(await valuesOf(database, `SELECT DISTINCT "createdAt" FROM "practice"`)).toEqual(["2026-03-09T14:00:00.000Z"]);
    const { prisma } = database.read(NOBODY);
    expect(await prisma.practice.count({ where: { createdAt: { lte: at } } })).toBe(2);
    expect(await prisma.practice.count({ where: { createdAt: { lt: at } } })).toBe(0);
    expect((await prisma.practice.findMany()).map((row) => row.createdAt)).toEqual([at, at]);
  });

  it("does not write through what only reads", async () => {
    const { database } = (await openRecord()).services;
    const write = sql`UPDATE "practice" SET "name" = 'changed'`;
    await expect(database.read(NOBODY).query(write)).rejects.toThrow("writes");
    await expect(database.transaction(NOBODY, (tx) => tx.query(write))).rejects.toThrow("writes");
  });
});
