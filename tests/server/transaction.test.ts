import { describe, expect, it, vi } from "vitest";
import type { Database, Tx } from "#server/db.ts";
import { openRecord } from "./harness.ts";

const NOW = new Date(0);

const practice = (id: string) => ({ data: { id, name: id, timeZone: "UTC", createdAt: NOW } });

const insertRaw = (tx: Tx, id: string) =>
  tx.$executeRaw`INSERT INTO "practice" ("id", "name", "timeZone", "createdAt") VALUES (${id}, ${id}, 'UTC', ${NOW})`;

async function openDatabase(): Promise<Database> {
  return (await openRecord()).services.database;
}

async function practices({ prisma }: Database): Promise<string[]> {
  return (await prisma.practice.findMany({ orderBy: { id: "asc" } })).map((row) => row.id);
}

const isOpen = (database: Database) => database.alone((handle) => handle.inTransaction);

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a transaction", () => {
  it("holds raw statements and calls of models alike, and each reads what the other wrote", async () => {
    const database = await openDatabase();
    const seen = await database.transaction(async (tx) => {
      await insertRaw(tx, "raw");
      await tx.practice.create(practice("model"));
      return [
        (await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "practice" ORDER BY "id"`).map((row) => row.id),
        (await tx.practice.findMany({ orderBy: { id: "asc" } })).map((row) => row.id),
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
    const work = database.transaction(async (tx) => {
      await insertRaw(tx, "raw");
      await tx.practice.create({ data: { ...practice("model").data, themes: { create: [{ id: "theme", name: "theme", createdAt: NOW }] } } });
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    expect(await practices(database)).toEqual([]);
    expect(await database.prisma.theme.count()).toBe(0);
    expect(await isOpen(database)).toBe(false);
  });

  it("goes on after a fault that its work took care of", async () => {
    const database = await openDatabase();
    await insertRaw(database.prisma, "there already");
    await database.transaction(async (tx) => {
      await insertRaw(tx, "before");
      await expect(tx.practice.create(practice("there already"))).rejects.toMatchObject({ code: "P2002" });
      await expect(insertRaw(tx, "there already")).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_PRIMARYKEY" });
      await tx.practice.create(practice("after"));
    });
    expect(await practices(database)).toEqual(["after", "before", "there already"]);
  });

  it("keeps strangers waiting: their writes stay when it is rolled back", async () => {
    const database = await openDatabase();
    const strangers: Promise<unknown>[] = [];
    const arrived: string[] = [];
    const work = database.transaction(async (tx) => {
      await tx.practice.create(practice("rolled back"));
      const stranger = (id: string, write: Promise<unknown>) => strangers.push(write.then(() => arrived.push(id)));
      stranger("model", database.prisma.practice.create(practice("model")));
      stranger("raw", insertRaw(database.prisma, "raw"));
      stranger(
        "transaction",
        database.transaction((other) => insertRaw(other, "transaction")),
      );
      stranger(
        "engine's transaction",
        database.prisma.$transaction((other) => other.practice.create(practice("engine's transaction"))),
      );
      await pause();
      expect(arrived).toEqual([]);
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    await Promise.all(strangers);
    expect(await practices(database)).toEqual(["engine's transaction", "model", "raw", "transaction"]);
  });

  it("is rolled back when it cannot be committed, and the next one starts afresh", async () => {
    const database = await openDatabase();
    const work = database.transaction(async (tx) => {
      // Asks for the missing practice only at COMMIT, which then fails and leaves the transaction open.
      await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys=ON");
      await tx.$executeRaw`INSERT INTO "theme" ("id", "practiceId", "name", "createdAt") VALUES ('orphan', 'nobody', 'orphan', ${NOW})`;
    });
    await expect(work).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    expect(await isOpen(database)).toBe(false);
    await database.transaction((tx) => insertRaw(tx, "next"));
    expect(await practices(database)).toEqual(["next"]);
    expect(await database.prisma.theme.count()).toBe(0);
  });

  it("ends after every call it began: none is left over for the next one", async () => {
    const database = await openDatabase();
    const thrown = database.transaction(async (tx) => {
      await Promise.all([tx.practice.create(practice("left over")), Promise.reject(new Error("on purpose"))]);
    });
    const next = database.transaction((tx) => insertRaw(tx, "next"));
    await expect(thrown).rejects.toThrow("on purpose");
    await next;
    await pause();
    expect(await practices(database)).toEqual(["next"]);
  });

  it("cannot be written to once it is over", async () => {
    const database = await openDatabase();
    const kept = await database.transaction(async (tx) => ({ tx, practice: tx.practice }));
    await expect(insertRaw(kept.tx, "late")).rejects.toThrow("over");
    expect(() => kept.tx.practice).toThrow("over");
    await expect(kept.practice.create(practice("late"))).rejects.toThrow("over");
    await database.transaction(async (tx) => {
      await insertRaw(tx, "next");
      await expect(kept.practice.create(practice("late"))).rejects.toThrow("over");
    });
    expect(await practices(database)).toEqual(["next"]);
  });

  it("takes nothing more when SQLite itself rolled it back, as it does on a full disk", async () => {
    const database = await openDatabase();
    const work = database.transaction(async (tx) => {
      await insertRaw(tx, "first");
      await tx.$executeRawUnsafe("ROLLBACK");
      await insertRaw(tx, "second").catch(() => undefined);
      await tx.practice.create(practice("third"));
    });
    await expect(work).rejects.toThrow("over");
    expect(await practices(database)).toEqual([]);
  });

  it("gives its turn back when its work never ends", async () => {
    const database = await openDatabase();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const stuck = database.transaction(async (tx) => {
        await insertRaw(tx, "stuck");
        await new Promise(() => undefined);
      });
      const refused = expect(stuck).rejects.toThrow("too long");
      await vi.advanceTimersByTimeAsync(120_000);
      await refused;
    } finally {
      vi.useRealTimers();
    }
    await database.transaction((tx) => insertRaw(tx, "next"));
    expect(await practices(database)).toEqual(["next"]);
  });
});
