import { createHash } from "node:crypto";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { applyMigrations, type Migration, readMigrations } from "#server/database/sqlite/migrations.ts";

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

const tables = (handle: Sqlite.Database) =>
  handle.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[];

/** Every row of these tables, but for the bookkeeping of the migrations themselves. */
const rowsOf = (handle: Sqlite.Database, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name !== "_prisma_migrations").map((name) => [name, handle.prepare(`SELECT * FROM "${name}"`).all()]));

/** A practice, a case and a session with two tracks, one rated 0 and one not rated, as the first two migrations let them be written. */
const FIRST_VERSION_ROWS = `
  INSERT INTO "practice" ("id", "name", "timeZone", "createdAt") VALUES ('p', 'Harbor Street', 'Europe/Vienna', '2026-02-02');
  INSERT INTO "clinician" ("id", "practiceId", "name", "email", "createdAt", "updatedAt")
    VALUES ('k', 'p', 'Dr Lark', 'lark@example.test', '2026-02-02', '2026-02-02');
  INSERT INTO "couple_case" ("id", "practiceId", "clinicianId", "label", "openedOn", "lastSequence", "createdAt")
    VALUES ('c', 'p', 'k', 'Harbor', '2026-02-02', 1, '2026-02-02');
  INSERT INTO "partner" ("id", "practiceId", "caseId", "seat", "label") VALUES ('o', 'p', 'c', 'observing', 'Kit');
  INSERT INTO "occasion" ("id", "practiceId", "caseId", "clinicianId", "kind", "rootId", "day", "sequence", "attendance", "createdAt")
    VALUES ('s', 'p', 'c', 'k', 'session', 's', '2026-03-02', 1, 'held', '2026-03-02');
  INSERT INTO "observation" ("practiceId", "caseId", "occasionId", "partnerId", "presence", "stage", "source")
    VALUES ('p', 'c', 's', 'o', 'in-room', 0, 'seen');
  INSERT INTO "rating" ("practiceId", "caseId", "occasionId", "track", "value", "rater")
    VALUES ('p', 'c', 's', 'tone', 0, 'clinician'), ('p', 'c', 's', 'boundaries', NULL, 'clinician');
  INSERT INTO "audit_entry" ("sequence", "at", "practiceId", "actorId", "action", "objectType", "objectId", "caseId", "mac")
    VALUES (1, '2026-03-02', 'p', 'k', 'session.logged', 'occasion', 's', 'c', 'mac');
`;

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

  it("of this project leave every row of the first version as it was, a rated 0 and an unrated track apart", () => {
    const handle = new Sqlite(":memory:");
    const all = readMigrations();
    applyMigrations(handle, all.slice(0, 2));
    handle.exec(FIRST_VERSION_ROWS);
    const before = rowsOf(handle, tables(handle));
    expect(applyMigrations(handle, all)).toEqual(all.slice(2).map(({ name }) => name));
    expect(rowsOf(handle, Object.keys(before))).toMatchObject(before);
    expect(handle.prepare(`SELECT "track", "value" FROM "rating" ORDER BY "track"`).raw().all()).toEqual([
      ["boundaries", null],
      ["tone", 0],
    ]);
    expect(handle.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(handle.pragma("foreign_key_check")).toEqual([]);
    expect(() => handle.exec(`UPDATE "audit_entry" SET "action" = 'x'`)).toThrow("append-only");
  });

  it("to the keys by practice carry every column of every table over, none in another's place", () => {
    const handle = new Sqlite(":memory:");
    const all = readMigrations();
    const at = all.findIndex(({ name }) => name.endsWith("_practice_keys"));
    applyMigrations(handle, all.slice(0, at));
    const names = tables(handle).filter((name) => name !== "_prisma_migrations");
    handle.pragma("foreign_keys=OFF");
    for (const table of names) insertTelling(handle, table);
    expect(handle.pragma("foreign_key_check")).toEqual([]);
    const before = rowsOf(handle, names);
    applyMigrations(handle, all.slice(0, at + 1));
    // Times of the client library get the one spelling that they now have; an entry of the trail stays as its mac was made of it.
    const { audit_entry, ...others } = before;
    const expected = { audit_entry, ...JSON.parse(JSON.stringify(others).replaceAll("+00:00", "Z")) };
    expect(rowsOf(handle, names)).toMatchObject(expected);
    expect(handle.pragma("foreign_key_check")).toEqual([]);
  });
});

/** Columns that refer to another row, and the row that they refer to. */
const REFERENCES: Readonly<Record<string, string>> = {
  ...{ practiceId: "practice.id", clinicianId: "clinician.id", userId: "clinician.id", caseId: "couple_case.id", partnerId: "partner.id" },
  ...{ occasionId: "occasion.id", goalId: "goal.id", draftId: "draft.id" },
};

/** One row in which every column holds its own name (or a number, or a time), so that two that changed places are seen. */
function insertTelling(handle: Sqlite.Database, table: string): void {
  const columns = handle.pragma(`table_info("${table}")`) as { name: string; type: string; cid: number }[];
  const values = columns.map(({ name, type, cid }) => {
    if (REFERENCES[name]) return REFERENCES[name];
    // The sign-in library has them and we never use them.
    if (name.endsWith("TokenExpiresAt")) return null;
    if (type === "DATETIME") return `2026-03-${String(cid + 1).padStart(2, "0")}T15:00:00.000+00:00`;
    if (name === "body") return '{"day":"2026-03-09"}';
    return type === "TEXT" ? `${table}.${name}` : type === "BOOLEAN" ? 1 : cid + 1;
  });
  const list = columns.map(({ name }) => `"${name}"`).join(", ");
  handle.prepare(`INSERT INTO "${table}" (${list}) VALUES (${columns.map(() => "?").join(", ")})`).run(...values);
}
