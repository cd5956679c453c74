import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { Mutex } from "async-mutex";
import type Sqlite from "better-sqlite3";

export type Handle = Sqlite.Database;

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>> & { readonly client: Handle };
type Query = Parameters<Adapter["queryRaw"]>[0];
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** Long enough for a checkpoint, short enough not to block the event loop. */
const BUSY_TIMEOUT_MS = 250;

/**
 * Prisma's adapter for the one connection that the record has. Everybody takes turns on it: a transaction keeps its turn until it
 * ends, so that nobody else's write can join it and be lost with its rollback (tests/server/database.test.ts).
 */
export class SqliteConnection extends PrismaBetterSqlite3 {
  readonly turn = new Mutex();
  readonly #key: string | null;
  #handle: Handle | undefined;
  /** The transaction that is open now. */
  #open: symbol | null = null;

  /** @param onStatement receives every statement, with its values: for tests only */
  constructor({ file, key, onStatement }: { file: string; key: string | null; onStatement?: ((text: string) => void) | undefined }) {
    super({ url: `file:${file}`, ...(onStatement ? { verbose: (text) => onStatement(String(text)) } : {}) });
    this.#key = key;
  }

  get handle(): Handle {
    if (!this.#handle) throw new Error("the database is not connected");
    return this.#handle;
  }

  /** Names the open transaction for whoever holds the turn. */
  get openTransaction(): symbol | null {
    // A full disk makes SQLite roll back by itself: then nothing is open, whatever we think.
    return this.handle.inTransaction ? this.#open : null;
  }

  closeFile(): void {
    if (this.#handle?.open) this.#handle.close();
  }

  override async connect() {
    const adapter = (await super.connect()) as Adapter;
    const handle = adapter.client;
    this.#handle = handle;
    secure(handle, this.#key);
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    adapter.startTransaction = () => this.#begin({ ...adapter, queryRaw, executeRaw });
    adapter.queryRaw = (query) => this.turn.runExclusive(() => queryRaw(withOurTimes(query)));
    adapter.executeRaw = (query) => this.turn.runExclusive(() => executeRaw(withOurTimes(query)));
    return adapter;
  }

  async #begin({ provider, adapterName, queryRaw, executeRaw }: Adapter): Promise<Transaction> {
    const { handle } = this;
    const release = await this.turn.acquire();
    const mine = Symbol("transaction");
    try {
      handle.exec("BEGIN IMMEDIATE");
      this.#open = mine;
    } catch (fault) {
      release();
      throw fault;
    }
    const assertOpen = () => {
      if (this.openTransaction !== mine) throw new Error("the transaction is over");
    };
    const end = async (statement: "COMMIT" | "ROLLBACK") => {
      try {
        if (statement === "COMMIT" || handle.inTransaction) handle.exec(statement);
      } finally {
        this.#open = null;
        try {
          // A COMMIT that fails leaves the transaction open on the shared connection: the next write would join it.
          if (handle.inTransaction) handle.exec("ROLLBACK");
        } finally {
          release();
        }
      }
    };
    return {
      provider,
      adapterName,
      // We run BEGIN, COMMIT and ROLLBACK ourselves; Prisma need not send them.
      options: { usePhantomQuery: true },
      queryRaw: async (query) => {
        assertOpen();
        return queryRaw(withOurTimes(query));
      },
      executeRaw: async (query) => {
        assertOpen();
        return executeRaw(withOurTimes(query));
      },
      commit: () => end("COMMIT"),
      rollback: () => end("ROLLBACK"),
      createSavepoint: async (name) => void handle.exec(`SAVEPOINT ${name}`),
      rollbackToSavepoint: async (name) => void handle.exec(`ROLLBACK TO ${name}`),
      releaseSavepoint: async (name) => void handle.exec(`RELEASE SAVEPOINT ${name}`),
    };
  }
}

/** Times are stored in one spelling, "2026-03-09T14:00:00.000Z", so that they compare as text. The adapter would write "+00:00". */
function withOurTimes(query: Query): Query {
  if (!query.argTypes.some((type) => type.scalarType === "datetime")) return query;
  const isTime = (at: number) => query.argTypes[at]?.scalarType === "datetime";
  const asText = (value: unknown) => (typeof value === "string" || value instanceof Date ? new Date(value).toISOString() : value);
  return {
    ...query,
    args: query.args.map((value, at) => (isTime(at) ? asText(value) : value)),
    argTypes: query.argTypes.map((type, at) => (isTime(at) ? { ...type, scalarType: "string" as const } : type)),
  };
}

/** What a record of psychotherapy needs on every connect; a file that is opened again would otherwise lose some of it. */
function secure(handle: Handle, key: string | null): void {
  if (key !== null) unlock(handle, key);
  handle.pragma(`busy_timeout=${BUSY_TIMEOUT_MS}`);
  handle.pragma("locking_mode=EXCLUSIVE");
  handle.pragma("journal_mode=WAL");
  handle.pragma("synchronous=FULL");
  handle.pragma("foreign_keys=ON");
  // Deleted text is overwritten where that costs no further page (the file is encrypted in any case), and sorting must not
  // write record text into a temporary file.
  handle.pragma("secure_delete=FAST");
  handle.pragma("temp_store=MEMORY");
  // Takes the exclusive lock now rather than at the first write.
  handle.exec("BEGIN IMMEDIATE; COMMIT;");
}

/** Gives an encrypted file its key: 64 hex digits. */
export function unlock(handle: Handle, key: string): void {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError("the database key is 64 hex digits");
  handle.pragma("cipher='sqlcipher'");
  handle.pragma("legacy=4");
  handle.pragma(`key="x'${key}'"`);
}
