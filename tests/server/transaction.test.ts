import { describe, expect, it, vi } from "vitest";
import { type Database, NOBODY, type Tx } from "#server/database/database.ts";
import { raw, sql } from "#server/database/sql.ts";
import { openRecord } from "./harness.ts";

const NOW = new Date(0);

const practice = (id: string) => ({ data: { id, name: id, timeZone: "UTC", createdAt: NOW } });

const insertRaw = (tx: Tx, id: string) =>
  tx.execute(sql`INSERT INTO "practice" ("id", "name", "timeZone", "createdAt") VALUES (${id}, ${id}, 'UTC', ${NOW})`);

async function openDatabase(): Promise<Database> {
  return (await openRecord()).services.database;
}

async function practices(database: Database): Promise<string[]> {
  return (await database.read(NOBODY).prisma.practice.findMany({ orderBy: { id: "asc" } })).map((row) => row.id);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a transaction", () => {
  it("holds raw statements and calls of models alike, and each reads what the other wrote", async () => {
    const database = await openDatabase();
    const seen = await database.transaction(NOBODY, async (tx) => {
      await insertRaw(tx, "raw");
      await tx.prisma.practice.create(practice("model"));
      return [
        (await tx.query<{ id: string }>(sql`SELECT "id" FROM "practice" ORDER BY "id"`)).map((row) => row.id),
        (await tx.prisma.practice.findMany({ orderBy: { id: "asc" } })).map((row) => row.id),
      ];
    });
    expect(seen).toEqual([
      ["model", "raw"],
      ["model", "raw"],
    ]);
    expect(await practices(database)).toEqual(["model", "raw"]);
  });

  it("is gone whole when its work throws, a call of several statements with it", async () => {
    const database = await openDatabase();
    const work = database.transaction(NOBODY, async (tx) => {
      await insertRaw(tx, "raw");
      await tx.prisma.practice.create({ data: { ...practice("model").data, themes: { create: [{ id: "theme", name: "theme", createdAt: NOW }] } } });
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    expect(await practices(database)).toEqual([]);
    expect(await database.read(NOBODY).prisma.theme.count()).toBe(0);
  });

  it("goes on after a fault that its work took care of", async () => {
    const database = await openDatabase();
    await database.transaction(NOBODY, (tx) => insertRaw(tx, "there already"));
    await database.transaction(NOBODY, async (tx) => {
      await insertRaw(tx, "before");
      await expect(tx.prisma.practice.create(practice("there already"))).rejects.toMatchObject({ code: "P2002" });
      await expect(insertRaw(tx, "there already")).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_PRIMARYKEY" });
      await tx.prisma.practice.create(practice("after"));
    });
    expect(await practices(database)).toEqual(["after", "before", "there already"]);
  });

  it("keeps strangers waiting: their writes stay when it is rolled back", async () => {
    const database = await openDatabase();
    const strangers: Promise<unknown>[] = [];
    const arrived: string[] = [];
    const work = database.transaction(NOBODY, async (tx) => {
      await tx.prisma.practice.create(practice("rolled back"));
      const stranger = (id: string, call: Promise<unknown>) => strangers.push(call.then(() => arrived.push(id)));
      const { prisma, query } = database.read(NOBODY);
      stranger("a call of a model", prisma.practice.findMany());
      stranger("a statement", query(sql`SELECT 1`));
      stranger(
        "transaction",
        database.transaction(NOBODY, (other) => insertRaw(other, "transaction")),
      );
      stranger(
        "model",
        database.transaction(NOBODY, (other) => other.prisma.practice.create(practice("model"))),
      );
      await pause();
      expect(arrived).toEqual([]);
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    await Promise.all(strangers);
    expect(await practices(database)).toEqual(["model", "transaction"]);
  });

  it("is rolled back when it cannot be committed, and the next one starts afresh", async () => {
    const database = await openDatabase();
    const work = database.transaction(NOBODY, async (tx) => {
      // Asks for the missing practice only at COMMIT, which then fails and leaves the transaction open.
      await tx.execute(raw("PRAGMA defer_foreign_keys=ON"));
      await tx.execute(sql`INSERT INTO "theme" ("id", "practiceId", "name", "createdAt") VALUES ('orphan', 'nobody', 'orphan', ${NOW})`);
    });
    await expect(work).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    await database.transaction(NOBODY, (tx) => insertRaw(tx, "next"));
    expect(await practices(database)).toEqual(["next"]);
    expect(await database.read(NOBODY).prisma.theme.count()).toBe(0);
  });

  it("that is thrown leaves none of its calls over for the next one", async () => {
    const database = await openDatabase();
    const thrown = database.transaction(NOBODY, async (tx) => {
      await Promise.all([tx.prisma.practice.create(practice("left over")), Promise.reject(new Error("on purpose"))]);
    });
    const next = database.transaction(NOBODY, (tx) => insertRaw(tx, "next"));
    await expect(thrown).rejects.toThrow("on purpose");
    await next;
    await pause();
    expect(await practices(database)).toEqual(["next"]);
  });

  it("cannot be written to once it is over", async () => {
    const database = await openDatabase();
    const kept = await database.transaction(NOBODY, async (tx) => tx);
    await expect(insertRaw(kept, "late")).rejects.toThrow("over");
    await expect(kept.prisma.practice.create(practice("late"))).rejects.toMatchObject({ code: "P2028" });
    await database.transaction(NOBODY, async (tx) => {
      await insertRaw(tx, "next");
      await expect(insertRaw(kept, "late")).rejects.toThrow("over");
      await expect(kept.prisma.practice.create(practice("late"))).rejects.toMatchObject({ code: "P2028" });
    });
    expect(await practices(database)).toEqual(["next"]);
  });

  it("takes nothing more when SQLite itself rolled it back, as it does on a full disk", async () => {
    const database = await openDatabase();
    const work = database.transaction(NOBODY, async (tx) => {
      await insertRaw(tx, "first");
      await tx.execute(raw("ROLLBACK"));
      await insertRaw(tx, "second").catch(() => undefined);
      await tx.prisma.practice.create(practice("third"));
    });
    await expect(work).rejects.toThrow("over");
    expect(await practices(database)).toEqual([]);
  });

  it("gives its turn back when its work never ends", async () => {
    const database = await openDatabase();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      void database.transaction(NOBODY, async (tx) => {
        await insertRaw(tx, "stuck");
        await new Promise(() => undefined);
      });
      const next = database.transaction(NOBODY, (tx) => insertRaw(tx, "next"));
      await vi.advanceTimersByTimeAsync(120_000);
      await next;
    } finally {
      vi.useRealTimers();
    }
    expect(await practices(database)).toEqual(["next"]);
  });
});
