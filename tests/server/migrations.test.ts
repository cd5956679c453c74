import { createHash } from "node:crypto";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { applyMigrations, type Migration, readMigrations } from "#server/migrations.ts";

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

const tables = (handle: Sqlite.Database) => handle.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();

describe("migrations", () => {
  it("are applied once, in the order of their names, and recorded as Prisma records them", () => {
    const handle = new Sqlite(":memory:");
    const both = [migration("1_first", `CREATE TABLE "a" ("id" TEXT)`), migration("2_second", `ALTER TABLE "a" ADD COLUMN "b" TEXT`)];
    expect(applyMigrations(handle, both)).toEqual(["1_first", "2_second"]);
    expect(applyMigrations(handle, both)).toEqual([]);
    const rows = handle
      .prepare(`SELECT migration_name, checksum, rolled_back_at, applied_steps_count FROM "_prisma_migrations" ORDER BY migration_name`)
      .all();
    expect(rows).toEqual(both.map(({ name, checksum }) => ({ migration_name: name, checksum, rolled_back_at: null, applied_steps_count: 1 })));
  });

  it("leave the old schema when one of their statements fails", () => {
    const handle = new Sqlite(":memory:");
    const broken = migration("1_broken", `CREATE TABLE "half" ("id" TEXT); INSERT INTO "nowhere" VALUES (1);`);
    expect(() => applyMigrations(handle, [broken])).toThrow();
    expect(tables(handle)).toEqual(["_prisma_migrations"]);
    expect(handle.prepare(`SELECT count(*) FROM "_prisma_migrations"`).pluck().get()).toBe(0);
  });

  it("refuse a file that a newer version has opened", () => {
    const handle = new Sqlite(":memory:");
    applyMigrations(handle, [migration("1_first", "SELECT 1"), migration("2_newer", "SELECT 1")]);
    expect(() => applyMigrations(handle, [migration("1_first", "SELECT 1")])).toThrow("newer");
  });

  it("refuse to go on when one was edited after it had run", () => {
    const handle = new Sqlite(":memory:");
    applyMigrations(handle, [migration("1_first", "SELECT 1")]);
    expect(() => applyMigrations(handle, [migration("1_first", "SELECT 2")])).toThrow("edited");
  });

  it("of this project build the whole schema", () => {
    const handle = new Sqlite(":memory:");
    applyMigrations(handle, readMigrations());
    expect(tables(handle)).toEqual(expect.arrayContaining(["couple_case", "occasion", "rating", "private_note", "audit_entry"]));
  });
});
