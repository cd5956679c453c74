import type Sqlite from "better-sqlite3";
import type { SqliteHandle } from "#server/db.ts";
import type { insertRows } from "#server/insert.ts";

type Table = Parameters<typeof insertRows>[1];

/** Writes single rows through prepared statements on the bare handle: about ten times as fast as through the client library. */
export interface Bulk {
  insert<Name extends Table>(table: Name, row: Parameters<typeof insertRows<Name>>[2][number]): void;
}

/** All rows of one table must have the same keys in the same order. */
export function openBulk(handle: SqliteHandle): Bulk {
  const statements = new Map<string, Sqlite.Statement>();
  return {
    insert: (table, row) => {
      let statement = statements.get(table);
      if (!statement) {
        const columns = Object.keys(row);
        statement = handle.prepare(
          `INSERT INTO "${table}" (${columns.map((each) => `"${each}"`).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
        );
        statements.set(table, statement);
      }
      statement.run(...Object.values(row).map(plain));
    },
  };
}

function plain(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
