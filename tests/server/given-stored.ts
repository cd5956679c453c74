import { NOBODY } from "#server/database/database.ts";
import { column as place, sql } from "#server/database/sql.ts";
import type { TestRecord } from "./harness.ts";

interface StoredPlace {
  readonly table: "draft" | "note" | "measure_score" | "measure" | "import_batch" | "idempotency_key";
  /** The column with the JSON text. */
  readonly column: string;
  /** The column that names the row, and its value there. */
  readonly by: readonly [column: string, value: string];
}

/** Leaves in the record what another version of the program, or a damaged disk, would have left there: any text. */
export async function storeText({ services }: TestRecord, { table, column, by }: StoredPlace, text: string): Promise<void> {
  const changed = await services.database.transaction(NOBODY, (tx) =>
    tx.execute(sql`UPDATE ${place(table)} SET ${place(column)} = ${text} WHERE ${place(by[0])} = ${by[1]}`),
  );
  if (changed !== 1) throw new Error(`${changed} rows of ${table} instead of one`);
}
