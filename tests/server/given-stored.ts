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
  const changed = await services.database.alone(
    (handle) => handle.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE "${by[0]}" = ?`).run(text, by[1]).changes,
  );
  if (changed !== 1) throw new Error(`${changed} rows of ${table} instead of one`);
}
