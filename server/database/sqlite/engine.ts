import { PrismaClient } from "#server/generated/prisma/client.ts";
import { CannotOpen } from "../cannot-open.ts";
import type { Bulk, Database, Reader, Tx } from "../database.ts";
import { raw, type Sql, sql } from "../sql.ts";
import { SqliteConnection } from "./connection.ts";
import { SQLITE_DIALECT } from "./dialect.ts";
import { isDiskCode } from "./disk-code.ts";
import { applyMigrations } from "./migrations.ts";
import { fixQueryPlans } from "./query-plans.ts";
import { Statements } from "./statements.ts";
import { pagesOf } from "./walk.ts";

/** An import of thousands of rows is one transaction; a log takes a few milliseconds. Nobody waits for ever. */
const TRANSACTION_TIMEOUT_MS = 120_000;
/** While rows are built in bulk, over years a case: with the usual cache a page would be written many times. */
const BULK_CACHE_KB = 262_144;

export interface SqliteFile {
  /** Absolute path. */
  readonly file: string;
  /** 64 hex digits, or null for an unencrypted file (tests only). */
  readonly key: string | null;
  /** Receives every statement, with its values: for tests only. */
  readonly onStatement?: (text: string) => void;
}

/**
 * Opens (or creates) the record in one SQLite file, asserts that it is durable and ours alone, and brings its schema up to date.
 *
 * Transactions and ordinary calls are Prisma's; our own statements run on the same connection, beside Prisma, because its engine
 * costs more for each than the statement itself.
 *
 * @throws CannotOpen when another process has the file open, the key is wrong, or the file is damaged
 */
export async function openSqlite(where: SqliteFile): Promise<Database> {
  const connection = new SqliteConnection(where);
  // Prisma's own error text quotes whole records; faults are mapped to codes where they are caught.
  // Whoever waits for a turn waits longer than the longest transaction.
  const limits = { maxWait: 2 * TRANSACTION_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS };
  const prisma = new PrismaClient({ adapter: connection, transactionOptions: limits, errorFormat: "minimal", log: [] });
  try {
    await prisma.$connect();
    assertDurable(connection);
    applyMigrations(connection.handle);
    fixQueryPlans(connection.handle);
  } catch (fault) {
    await prisma.$disconnect().catch(() => undefined);
    connection.closeFile();
    throw asCannotOpen(fault);
  }
  const { handle, turn } = connection;
  const statements = new Statements(handle);
  const query = <Row>(statement: Sql) => turn.runExclusive(() => statements.read<Row>(statement));
  const reader: Reader = { prisma, dialect: SQLITE_DIALECT, query };

  /** A transaction of Prisma's, as seen by our own statements. */
  function within(models: Tx["prisma"]): Tx {
    const mine = connection.openTransaction;
    const run = async <T>(statement: () => T): Promise<T> => {
      if (mine === null || connection.openTransaction !== mine) throw new Error("the transaction is over");
      return statement();
    };
    return {
      prisma: models,
      dialect: SQLITE_DIALECT,
      query: (statement) => run(() => statements.read(statement)),
      change: (statement) => run(() => statements.all(statement)),
      execute: (statement) => run(() => statements.run(statement)),
      insert: (table, rows) => run(() => statements.insert(table, rows)),
      // A transaction here is alone from its beginning to its end.
      lock: () => run(() => undefined),
    };
  }

  async function bulk<T>(work: (bulk: Bulk) => Promise<T>): Promise<T> {
    return turn.runExclusive(async () => {
      const cacheBefore = Number(handle.pragma("cache_size", { simple: true }));
      handle.pragma(`cache_size=-${BULK_CACHE_KB}`);
      // Parents come before their children by construction (sample-build.test.ts checks); looking each up is a quarter of the time.
      handle.pragma("foreign_keys=OFF");
      handle.exec("BEGIN IMMEDIATE");
      try {
        const result = await work({
          insert: (table, row) => statements.insert(table, [row]),
          query: async (statement) => statements.all(statement),
          execute: async (statement) => void statements.run(statement),
        });
        handle.exec("COMMIT");
        return result;
      } finally {
        try {
          if (handle.inTransaction) handle.exec("ROLLBACK");
        } finally {
          handle.pragma("foreign_keys=ON");
          handle.pragma(`cache_size=${cacheBefore}`);
        }
        handle.pragma("wal_checkpoint(TRUNCATE)");
      }
    });
  }

  return {
    read: () => reader,
    transaction: (_scope, work) => prisma.$transaction((models) => work(within(models))),
    query,
    walk: (page) => pagesOf(page, query),
    bulk,
    // One read transaction, so a consistent state, written through the same cipher and key. (The driver's online backup opens its
    // target without a key, and the cipher refuses the pair.)
    copy: (target) => turn.runExclusive(() => void handle.prepare("VACUUM INTO ?").run(target)),
    probe: () => turn.runExclusive(() => probe(statements)),
    close: async () => {
      await prisma.$disconnect();
      connection.closeFile();
    },
  };
}

/** Reads a row, and writes the free number in the file's header (user_version, which nothing else uses). */
function probe(statements: Statements): void {
  statements.all(sql`SELECT count(*) FROM "practice"`);
  const stored = () => statements.all<{ user_version: number }>(sql`PRAGMA user_version`)[0]?.user_version ?? 0;
  const next = (stored() + 1) % 1_000_000;
  statements.all(raw(`PRAGMA user_version = ${next}`));
  if (stored() !== next) throw new Error("what was written was not there");
}

function assertDurable({ handle }: SqliteConnection): void {
  const read = (name: string) => String(handle.pragma(name, { simple: true }));
  if (read("journal_mode") !== "wal" || read("synchronous") !== "2") {
    throw new CannotOpen("not-durable", "The data file could not be put into its durable mode, so nothing would be safe in it.");
  }
}

function asCannotOpen(fault: unknown): unknown {
  const code = typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : "";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new CannotOpen("in-use", "Another Open Chair has this data folder open. Close it first; two at once could lose notes.");
  }
  if (code === "SQLITE_NOTADB") {
    return new CannotOpen("wrong-key", "The key does not open this data file, or the file is damaged. Nothing was changed.");
  }
  if (code.startsWith("SQLITE_CORRUPT")) {
    return new CannotOpen("damaged", "The data file is damaged. Nothing was changed; restore the last backup with npm run restore.");
  }
  if (isDiskCode(code)) {
    return new CannotOpen("unwritable", "The data folder cannot be written. Check that the disk is there, not full and not read-only.");
  }
  return fault;
}
