import type { Sql } from "./sql.ts";

/**
 * What databases spell differently inside a statement. Each statement is written once, over this; everything else in it is the SQL
 * that SQLite and PostgreSQL share (`IS DISTINCT FROM`, `ON CONFLICT`, `RETURNING`, row values, partial indexes).
 */
export interface Dialect {
  /** A JSON object; a part that is JSON itself must come from one of these functions. */
  jsonObject(parts: Readonly<Record<string, Sql>>): Sql;
  /** A JSON array of these parts, in their order. */
  jsonArray(parts: readonly Sql[]): Sql;
  /**
   * A JSON array with one entry a row, as text.
   *
   * @param from what follows FROM: tables, joins, conditions
   */
  jsonRows(query: { readonly entry: Sql; readonly from: Sql; readonly orderBy?: Sql }): Sql;
  /** JSON text (such as `jsonRows`, or a value that a subquery made) as a part of other JSON. */
  nested(json: Sql): Sql;
  /** A boolean column or condition as JSON's true, false or null. */
  jsonBoolean(condition: Sql): Sql;
}
