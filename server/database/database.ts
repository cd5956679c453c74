import type { Prisma } from "#server/generated/prisma/client.ts";
import type { Dialect } from "./dialect.ts";
import type { Sql } from "./sql.ts";
import type { InsertRows, Table } from "./tables.ts";

/**
 * Whose rows are read or written: one practice's, or (null) nobody's yet, as when somebody signs in. With one file this makes no
 * difference; where practices are spread over several databases it says which one.
 */
export interface RowScope {
  readonly practiceId: string | null;
}

/** Before anybody is known: signing in, the first set-up, a command on this machine. */
export const NOBODY: RowScope = { practiceId: null };

/** Prisma's models, for ordinary calls. */
export type Models = Pick<Prisma.TransactionClient, Prisma.TypeMap["meta"]["modelProps"]>;

type ReadCall = "findFirst" | "findFirstOrThrow" | "findMany" | "findUnique" | "findUniqueOrThrow" | "count";

/** The same models without the calls that write: a write outside a transaction does not compile. */
export type ReadModels = { readonly [Model in keyof Models]: Pick<Models[Model], ReadCall> };

/** Reads the record as it is now. */
export interface Reader {
  readonly prisma: ReadModels;
  /** How this database spells what databases spell differently. */
  readonly dialect: Dialect;
  /** The rows of a statement that only reads. Integers are numbers; days and times are the text they are stored as. */
  query<Row>(statement: Sql): Promise<Row[]>;
}

/** One open transaction: what it writes counts as a whole or not at all. */
export interface Tx extends Reader {
  readonly prisma: Models;
  /** @returns how many rows the statement changed */
  execute(statement: Sql): Promise<number>;
  /** The rows of a statement that writes and returns what it wrote (RETURNING). */
  change<Row>(statement: Sql): Promise<Row[]>;
  /** Inserts rows of one table, all with the same columns, in as few statements as the database takes. */
  insert<Name extends Table>(table: Name, rows: readonly InsertRows[Name][]): Promise<void>;
  /** Waits until no other transaction holds this lock, and holds it until this transaction ends. */
  lock(lock: Lock): Promise<void>;
}

/**
 * What a transaction may hold for itself, from the first to be taken to the last: two transactions that take several locks take
 * them in this order, and several of one kind in the order of their ids, so that neither waits for the other
 * (tests/server/interleaving.ts fails where they do not).
 *
 * - `request`: one idempotent request of one clinician.
 * - `practice`: the names that a practice gives (tracks, themes, measures), and whether it is set up.
 * - `clinician`: what is counted for a clinician as a whole (imports, wrong passwords).
 * - `case`: one case and all that belongs to it.
 * - `trail`: the end of the audit trail.
 */
export const LOCK_KINDS = ["request", "practice", "clinician", "case", "trail"] as const;
export interface Lock {
  readonly kind: (typeof LOCK_KINDS)[number];
  readonly id: string;
}

/** Writes very many rows in one transaction, as the sample builder does. */
export interface Bulk {
  /** All rows of one table must have the same keys in the same order. */
  insert<Name extends Table>(table: Name, row: InsertRows[Name]): void;
  query<Row>(statement: Sql): Promise<Row[]>;
  execute(statement: Sql): Promise<void>;
}

/** Reads a long table page by page. */
export interface Walker {
  query<Row>(statement: Sql): Promise<Row[]>;
  /**
   * All rows of a table, one after the other, however many there are. Others use the database between two pages.
   *
   * @param page the statement of the next page after the row last seen (null: the first page); an empty page ends the walk
   */
  walk<Row>(page: (after: Row | null) => Sql): AsyncIterable<Row>;
}

/** The open record. Nothing outside server/database knows which database it is. */
export interface Database extends Walker {
  read(scope: RowScope): Reader;
  /** Runs `work` in one transaction: all of it is written, or, when it throws, nothing. */
  transaction<T>(scope: RowScope, work: (tx: Tx) => Promise<T>): Promise<T>;
  bulk<T>(work: (bulk: Bulk) => Promise<T>): Promise<T>;
  /** Writes a consistent, encrypted copy of the whole record into a new file, while the record is in use. */
  copy(target: string): Promise<void>;
  /** Reads and writes for real. @throws what kept it from doing so */
  probe(): Promise<void>;
  close(): Promise<void>;
}
