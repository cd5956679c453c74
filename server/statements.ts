import type Sqlite from "better-sqlite3";
import type { Prisma } from "#server/generated/prisma/client.ts";

type Handle = Sqlite.Database;
type Statement = Sqlite.Statement;

/** Keeps prepared statements by their text: preparing costs as much as running the short ones. */
class StatementCache {
  static readonly #KEPT = 400;
  /** A bulk insert is prepared for its own length; keeping those would crowd out the rest. */
  static readonly #LONGEST = 8_000;
  readonly #handle: Handle;
  readonly #known = new Map<string, Statement>();

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  prepare(sql: string): Statement {
    const known = this.#known.get(sql);
    if (known) return known;
    const statement = this.#handle.prepare(sql);
    if (sql.length < StatementCache.#LONGEST) {
      if (this.#known.size >= StatementCache.#KEPT) this.#known.delete(this.#known.keys().next().value as string);
      this.#known.set(sql, statement);
    }
    return statement;
  }
}

/** The handle as the driver adapter uses it, with its statements kept instead of prepared anew. */
export function withKeptStatements(handle: Handle): Handle {
  const cache = new StatementCache(handle);
  // A statement may be bound for good only once, hence arguments at each run instead of bind().
  const bound = (statement: Statement, args: readonly unknown[]) => ({
    reader: statement.reader,
    columns: () => statement.columns(),
    run: () => statement.run(...args),
    raw: () => ({ all: () => statement.raw(true).all(...args) }),
  });
  return new Proxy(handle, {
    get(target, property) {
      if (property === "prepare") {
        return (sql: string) => {
          const statement = cache.prepare(sql);
          return { bind: (args: readonly unknown[]) => bound(statement, args), run: () => statement.run() };
        };
      }
      const value = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

type RawQuery = TemplateStringsArray | Prisma.Sql;

/** Runs work when the connection may be used: at once inside a transaction, in turn outside one. */
type When = <T>(work: () => T) => Promise<T>;

const AT_ONCE: When = async (work) => work();

/**
 * A client whose raw statements go straight to the connection. A log of one session is some fifteen of them, and the query
 * engine in between cost more than all fifteen. Integers come back as numbers, days and times as the text they are stored
 * as; nothing of ours asks otherwise.
 *
 * @param inTurn given for a client outside any transaction: it waits for an open one
 */
export function directRawStatements(handle: Handle, inTurn: When = AT_ONCE): <Client extends Prisma.TransactionClient>(client: Client) => Client {
  const cache = new StatementCache(handle);
  const statementOf = (sql: string) => cache.prepare(sql).safeIntegers(false);
  const parts = (query: RawQuery, values: readonly unknown[]): [sql: string, values: unknown[]] =>
    "sql" in query ? [query.sql, query.values.map(plain)] : [query.join("?"), values.map(plain)];

  const direct = {
    $queryRaw: (query: RawQuery, ...values: unknown[]) => {
      const [sql, args] = parts(query, values);
      return inTurn(() => statementOf(sql).all(...args));
    },
    $executeRaw: (query: RawQuery, ...values: unknown[]) => {
      const [sql, args] = parts(query, values);
      return inTurn(() => statementOf(sql).run(...args).changes);
    },
    $executeRawUnsafe: (sql: string, ...values: unknown[]) => inTurn(() => statementOf(sql).run(...values.map(plain)).changes),
  };
  return (client) =>
    new Proxy(client, {
      get: (target, property) => (property in direct ? direct[property as keyof typeof direct] : Reflect.get(target, property, target)),
    });
}

/** SQLite stores truth as 1 and 0, and times as text. */
function plain(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
