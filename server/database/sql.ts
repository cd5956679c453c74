import { Prisma } from "#server/generated/prisma/client.ts";

/** A statement, or a part of one, with its values kept apart from its text. Every database writes its own placeholders. */
export type Sql = Prisma.Sql;

/** ``sql`SELECT … WHERE "id" = ${id}` ``: what stands in ${} is a bound value or another part of a statement. */
export const { sql } = Prisma;

/** Parts with a separator in between: `join(ids)` for a list of values. At least one. */
export const { join } = Prisma;

/** Text of our own that goes into a statement as it is. Never for anything that came from outside. */
export const { raw } = Prisma;

/** A column by its name and, where given, its table's short name. */
export function column(name: string, table?: string): Sql {
  if (!/^\w+$/.test(name)) throw new TypeError("a column's name is one word");
  return raw(table === undefined ? `"${name}"` : `${table}."${name}"`);
}

/** A truth value that a statement computed: PostgreSQL returns true, SQLite 1. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}
