import type Sqlite from "better-sqlite3";
import type { Sql } from "../sql.ts";
import type { InsertRows, Table } from "../tables.ts";
import type { Handle } from "./connection.ts";

/** Well under SQLite's limit of 32,766 bound values a statement. */
const VALUES_PER_STATEMENT = 6_000;

/** SQLite stores truth as 1 and 0, and times as text. */
function plain(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Date ? value.toISOString() : (value ?? null);
}

/** Runs our own statements on the bare handle; whoever calls holds the turn. */
export class Statements {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  /** @throws when the statement would write */
  read<Row>(statement: Sql): Row[] {
    if (!this.#prepare(statement.sql).readonly) throw new Error("a statement that writes was to be read");
    return this.all(statement);
  }

  all<Row>({ sql, values }: Sql): Row[] {
    const statement = this.#prepare(sql);
    if (statement.reader) return statement.all(...values.map(plain)) as Row[];
    statement.run(...values.map(plain));
    return [];
  }

  run({ sql, values }: Sql): number {
    return this.#prepare(sql).run(...values.map(plain)).changes;
  }

  /** All rows must have the same keys. */
  insert<Name extends Table>(table: Name, rows: readonly InsertRows[Name][]): void {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first);
    const perStatement = Math.max(1, Math.floor(VALUES_PER_STATEMENT / columns.length));
    for (let from = 0; from < rows.length; from += perStatement) {
      const some = rows.slice(from, from + perStatement);
      const values = some.flatMap((row) => columns.map((column) => plain((row as Record<string, unknown>)[column])));
      this.#prepare(insertText(table, columns, some.length)).run(...values);
    }
  }

  #prepare(text: string): Sqlite.Statement {
    return this.#handle.prepare(text).safeIntegers(false);
  }
}

function insertText(table: string, columns: readonly string[], rows: number): string {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const places = `(${columns.map(() => "?").join(", ")})`;
  return `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: rows }, () => places).join(", ")}`;
}
