import type { Dialect } from "../dialect.ts";
import { join, raw, type Sql, sql } from "../sql.ts";

/** A key of a JSON object as SQL text. Keys are ours, never from outside. */
function key(name: string): Sql {
  if (!/^\w+$/.test(name)) throw new TypeError("a JSON key of ours is one word");
  return raw(`'${name}'`);
}

/** SQLite's JSON functions. A value from a subquery has lost its mark as JSON, hence `json()` around it. */
export const SQLITE_DIALECT: Dialect = {
  jsonObject: (parts) => sql`json_object(${join(Object.entries(parts).map(([name, part]) => sql`${key(name)}, ${part}`))})`,
  jsonArray: (parts) => sql`json_array(${join([...parts])})`,
  jsonRows: ({ entry, from, orderBy }) =>
    orderBy ? sql`(SELECT json_group_array(${entry} ORDER BY ${orderBy}) FROM ${from})` : sql`(SELECT json_group_array(${entry}) FROM ${from})`,
  nested: (json) => sql`json(${json})`,
  jsonBoolean: (condition) => sql`json(CASE ${condition} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)`,
};
