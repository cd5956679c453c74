import { type Database, NOBODY, type RowScope } from "#server/database/database.ts";
import { raw } from "#server/database/sql.ts";

/** The rows of a statement as a test writes it. */
export function rowsOf<Row = Record<string, unknown>>(database: Database, statement: string): Promise<Row[]> {
  return database.query<Row>(raw(statement));
}

/** The first column of every row. */
export async function valuesOf<Value = string>(database: Database, statement: string): Promise<Value[]> {
  return (await rowsOf(database, statement)).map((row) => Object.values(row)[0] as Value);
}

/** Changes rows as no part of the product would, all or nothing. */
export async function change(database: Database, ...statements: readonly string[]): Promise<void> {
  await database.transaction<void>(NOBODY satisfies RowScope, async (tx) => {
    for (const statement of statements) await tx.execute(raw(statement));
  });
}

/** Lets the file take no more writes, as a full or read-only disk does, or lets it again. */
export async function allowWrites(database: Database, allowed: boolean): Promise<void> {
  await database.query(raw(`PRAGMA query_only = ${allowed ? "OFF" : "ON"}`));
}

/** How often the health probe has written. */
export async function probesWritten(database: Database): Promise<number> {
  return (await valuesOf<number>(database, "PRAGMA user_version"))[0] ?? 0;
}

/** Every table of the record. */
export function tablesOf(database: Database): Promise<string[]> {
  return valuesOf(database, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`);
}
