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
  readonly #ready: (statement: Statement) => Statement;
  readonly #known = new Map<string, Statement>();

  /** @param ready what is done to a statement once, when it is prepared */
  constructor(handle: Handle, ready = (statement: Statement) => statement) {
    this.#handle = handle;
    this.#ready = ready;
  }

  prepare(sql: string): Statement {
    const known = this.#known.get(sql);
    if (known) return known;
    const statement = this.#ready(this.#handle.prepare(sql));
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

/** Runs a statement when the connection may be used: at once inside a transaction, in turn outside one. */
export type When = <T>(statement: () => T) => Promise<T>;

export interface RawStatements {
  $queryRaw(query: RawQuery, ...values: unknown[]): Promise<unknown>;
  $executeRaw(query: RawQuery, ...values: unknown[]): Promise<number>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
}

/**
 * Raw statements straight on the connection. A log of one session is some fifteen of them, and the query engine in between
 * cost more than all fifteen. Integers come back as numbers, days and times as the text they are stored as; nothing of ours
 * asks otherwise.
 */
export function directRawStatements(handle: Handle): (when: When) => RawStatements {
  const cache = new StatementCache(handle, (statement) => statement.safeIntegers(false));
  const parts = (query: RawQuery, values: readonly unknown[]): [sql: string, values: unknown[]] =>
    "sql" in query ? [query.sql, query.values.map(plain)] : [query.join("?"), values.map(plain)];

  return (when) => ({
    $queryRaw: (query, ...values) => {
      const [sql, args] = parts(query, values);
      return when(() => cache.prepare(sql).all(...args));
    },
    $executeRaw: (query, ...values) => {
      const [sql, args] = parts(query, values);
      return when(() => cache.prepare(sql).run(...args).changes);
    },
    $executeRawUnsafe: (sql, ...values) => when(() => cache.prepare(sql).run(...values.map(plain)).changes),
  });
}

/** A client with these raw statements instead of its own. */
export function withRawStatements<Client extends Prisma.TransactionClient>(client: Client, raw: RawStatements): Client {
  return new Proxy(client, {
    get: (target, property) => (property in raw ? raw[property as keyof RawStatements] : Reflect.get(target, property, target)),
  });
}

/** SQLite stores truth as 1 and 0, and times as text. */
function plain(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
