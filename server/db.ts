import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { Mutex } from "async-mutex";
import type Sqlite from "better-sqlite3";
import { type Prisma, PrismaClient } from "#server/generated/prisma/client.ts";
import { CannotOpen } from "./cannot-open.ts";
import { applyMigrations } from "./migrations.ts";
import { directRawStatements, withKeptStatements, withRawStatements } from "./statements.ts";
import { type Connection, createTransactions, type HeldConnection, QUIET, TRANSACTION_TIMEOUT_MS } from "./transaction.ts";

export type Tx = Prisma.TransactionClient;
export type SqliteHandle = Sqlite.Database;

/** The open record: one encrypted file, one connection, one process. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly file: string;
  /** One interactive transaction, all or nothing. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` on the bare handle while no transaction is open: probes, backup, integrity checks, bulk builds. */
  alone<T>(work: (handle: SqliteHandle) => T | Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Long enough for a checkpoint, short enough not to block the event loop (GUARDS 2). */
const BUSY_TIMEOUT_MS = 250;

type Adapter = Connection & { client: SqliteHandle };

/**
 * The adapter with what a record of psychotherapy needs on every connect: the key, WAL, FULL, foreign keys, the exclusive
 * lock. It also queues plain queries behind an open transaction: all share one connection, so that without the queue a
 * stranger's write would join a transaction and vanish with its rollback (tests/server/database.test.ts).
 */
class RecordAdapter extends PrismaBetterSqlite3 {
  readonly turn = new Mutex();
  readonly #key: string | null;
  handle: SqliteHandle | undefined;
  held: HeldConnection | undefined;

  constructor(file: string, key: string | null) {
    super({ url: `file:${file}` });
    this.#key = key;
  }

  override async connect() {
    const adapter = (await super.connect()) as Adapter;
    const handle = adapter.client;
    this.handle = handle;
    secure(handle, this.#key);
    adapter.client = withKeptStatements(handle);

    const { turn } = this;
    const startTransaction = adapter.startTransaction.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    this.held = { provider: adapter.provider, adapterName: adapter.adapterName, queryRaw, executeRaw };
    const inTurn = <T>(work: () => Promise<T>) => turn.runExclusive(work);
    adapter.queryRaw = (query) => inTurn(() => queryRaw(query));
    adapter.executeRaw = (query) => inTurn(() => executeRaw(query));
    adapter.startTransaction = async (isolation) => {
      const release = await turn.acquire();
      try {
        const transaction = await startTransaction(isolation);
        const commit = transaction.commit.bind(transaction);
        const rollback = transaction.rollback.bind(transaction);
        // A COMMIT that fails leaves the transaction open on the shared connection: the next write would join it.
        const done = () => {
          if (handle.inTransaction) handle.exec("ROLLBACK");
          release();
        };
        transaction.commit = () => commit().finally(done);
        transaction.rollback = () => rollback().finally(done);
        return transaction;
      } catch (fault) {
        release();
        throw fault;
      }
    };
    return adapter;
  }
}

function secure(handle: SqliteHandle, key: string | null): void {
  if (key !== null) {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError("the database key is 64 hex digits");
    handle.pragma("cipher='sqlcipher'");
    handle.pragma("legacy=4");
    handle.pragma(`key="x'${key}'"`);
  }
  handle.pragma(`busy_timeout=${BUSY_TIMEOUT_MS}`);
  handle.pragma("locking_mode=EXCLUSIVE");
  handle.pragma("journal_mode=WAL");
  handle.pragma("synchronous=FULL");
  handle.pragma("foreign_keys=ON");
  // Deleted text is overwritten where that costs no further page (the file is encrypted in any case), and sorting must not
  // spill record text into a temp file.
  handle.pragma("secure_delete=FAST");
  handle.pragma("temp_store=MEMORY");
  // Takes the exclusive lock now rather than at the first write.
  handle.exec("BEGIN IMMEDIATE; COMMIT;");
}

/**
 * Opens (or creates) the record, asserts that it is durable and ours alone, and brings its schema up to date.
 *
 * @param file absolute path of the SQLite file
 * @param key 64 hex digits, or null for an unencrypted file (tests and benchmarks' floor only)
 * @throws CannotOpen when another process holds the file, the key is wrong, or the file is damaged
 */
export async function openDatabase({ file, key }: { file: string; key: string | null }): Promise<Database> {
  const adapter = new RecordAdapter(file, key);
  const prisma = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: TRANSACTION_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS },
    ...QUIET,
  });
  try {
    await prisma.$connect();
    assertDurable(bareHandle(adapter));
    applyMigrations(bareHandle(adapter));
  } catch (fault) {
    await prisma.$disconnect().catch(() => undefined);
    if (adapter.handle?.open) adapter.handle.close();
    throw asCannotOpen(fault);
  }
  const { turn } = adapter;
  const handle = bareHandle(adapter);
  const raw = directRawStatements(handle);
  const transactions = createTransactions({ handle, turn, held: heldConnection(adapter), raw });
  return {
    prisma: withRawStatements(
      prisma,
      raw((statement) => turn.runExclusive(statement)),
    ),
    file,
    transaction: transactions.run,
    alone: (work) => turn.runExclusive(() => work(handle)),
    close: async () => {
      await transactions.close();
      await prisma.$disconnect();
      if (handle.open) handle.close();
    },
  };
}

function bareHandle({ handle }: RecordAdapter): SqliteHandle {
  if (!handle) throw new Error("the database is not connected");
  return handle;
}

function heldConnection({ held }: RecordAdapter): HeldConnection {
  if (!held) throw new Error("the database is not connected");
  return held;
}

function assertDurable(handle: SqliteHandle): void {
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
  if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_IOERR")) {
    return new CannotOpen("unwritable", "The data folder cannot be written. Check that the disk is there, not full and not read-only.");
  }
  return fault;
}
