import type { Mutex } from "async-mutex";
import type Sqlite from "better-sqlite3";
import { type Prisma, PrismaClient } from "#server/generated/prisma/client.ts";
import type { RawStatements, When } from "./statements.ts";

type Tx = Prisma.TransactionClient;
type ClientOptions = ConstructorParameters<typeof PrismaClient>[0];
type AdapterFactory = NonNullable<Extract<ClientOptions, { adapter?: unknown }>["adapter"]>;
/** The connection as Prisma drives it. */
export type Connection = Awaited<ReturnType<AdapterFactory["connect"]>>;
/** The same for whoever holds the turn already: its queries do not wait for one. */
export type HeldConnection = Pick<Connection, "provider" | "adapterName" | "queryRaw" | "executeRaw">;

/** Prisma's own error text prints whole records; faults are mapped to codes where they are caught. */
export const QUIET: Pick<ClientOptions, "errorFormat" | "log"> = { errorFormat: "minimal", log: [] };

/** An import of thousands of rows is one transaction; a log takes a few milliseconds. */
export const TRANSACTION_TIMEOUT_MS = 120_000;

export interface Transactions {
  /** Runs `work` in one transaction, in its turn: all of it or, when it throws or takes too long, nothing. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Transactions that we begin and end on the bare connection. The query engine's own frame around one (a transaction manager,
 * a timer, three statements through its interpreter) cost as much as the commit of a small write.
 *
 * Raw statements go straight to the connection. Calls of models go through a second client, made when one is first needed,
 * whose every query joins the open transaction instead of waiting for it to end: only the holder of the turn ever has it in
 * its hands. A transaction ends when those calls have ended, so that none can fall into the next one.
 *
 * @param turn held for as long as a transaction is open; whoever else uses the connection waits for it
 * @param held the connection without the wait for a turn
 */
export function createTransactions({
  handle,
  turn,
  held,
  raw,
}: {
  handle: Sqlite.Database;
  turn: Mutex;
  held: HeldConnection;
  raw: (when: When) => RawStatements;
}): Transactions {
  const begin = handle.prepare("BEGIN IMMEDIATE");
  const commit = handle.prepare("COMMIT");
  const rollback = handle.prepare("ROLLBACK");
  let client: PrismaClient | undefined;
  const models = () => {
    client ??= new PrismaClient({ adapter: joining(held, handle), ...QUIET });
    return client;
  };

  async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const release = await turn.acquire();
    const calls = new Set<Promise<unknown>>();
    let isOver = false;
    const assertOpen = () => {
      // A full disk makes SQLite roll back by itself: what came after would be written for good, each for itself.
      if (isOver || !handle.inTransaction) throw new Error("the transaction is over");
    };
    const end = async () => {
      isOver = true;
      if (calls.size > 0) await Promise.allSettled(calls);
    };
    const direct = raw(async (statement) => {
      assertOpen();
      return statement();
    });
    const tx = new Proxy({} as Tx, {
      get: (_, property) => {
        if (property in direct) return direct[property as keyof RawStatements];
        assertOpen();
        return counted(Reflect.get(models(), property), { calls, assertOpen });
      },
    });
    try {
      begin.run();
      const result = await withinLimit(() => work(tx));
      await end();
      commit.run();
      return result;
    } finally {
      await end();
      try {
        // After a thrown fault, and after a COMMIT that failed: that leaves the transaction open, and the next write would join it.
        if (handle.inTransaction) rollback.run();
      } finally {
        release();
      }
    }
  }

  return { run, close: async () => client?.$disconnect() };
}

/** An adapter whose queries join the transaction that is open on the connection. */
function joining(held: HeldConnection, handle: Sqlite.Database): AdapterFactory {
  const { provider, adapterName } = held;
  const assertOpen = () => {
    if (!handle.inTransaction) throw new Error("the transaction is over");
  };
  const queries: Pick<HeldConnection, "queryRaw" | "executeRaw"> = {
    queryRaw: async (query) => {
      assertOpen();
      return held.queryRaw(query);
    },
    executeRaw: async (query) => {
      assertOpen();
      return held.executeRaw(query);
    },
  };
  const nothing = async () => undefined;
  // A call of several statements asks for a transaction of its own. It has one: the open one, whose end is not its to choose.
  const joined = { provider, adapterName, ...queries, options: { usePhantomQuery: true }, commit: nothing, rollback: nothing };
  const connection: Connection = {
    provider,
    adapterName,
    ...queries,
    executeScript: () => Promise.reject(new Error("no scripts inside a transaction")),
    startTransaction: async () => {
      assertOpen();
      return joined;
    },
    // The connection is closed by who opened it.
    dispose: nothing,
  };
  return { provider, adapterName, connect: async () => connection };
}

/** One of Prisma's models, whose calls begin at once, while the transaction is open, and are in `calls` until they end. */
function counted(model: unknown, { calls, assertOpen }: { calls: Set<Promise<unknown>>; assertOpen: () => void }): unknown {
  if (typeof model !== "object" || model === null) return model;
  return new Proxy(model, {
    get: (target, property) => {
      const method: unknown = Reflect.get(target, property);
      if (typeof method !== "function") return method;
      return async (...args: unknown[]) => {
        assertOpen();
        const call = Promise.resolve(method.apply(target, args));
        calls.add(call);
        return call.finally(() => calls.delete(call));
      };
    },
  });
}

/** Work inside a transaction waits for nothing but the connection, so this is for our own mistakes: nobody waits for ever. */
function withinLimit<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error("the transaction took too long")), TRANSACTION_TIMEOUT_MS);
    Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => clearTimeout(limit));
  });
}
