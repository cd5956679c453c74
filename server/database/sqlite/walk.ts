import type { Sql } from "../sql.ts";

/** Rows page by page: each page is one query, and the next is asked for only when its first row is wanted. */
export async function* pagesOf<Row>(page: (after: Row | null) => Sql, query: (statement: Sql) => Promise<Row[]>): AsyncIterable<Row> {
  let after: Row | null = null;
  for (;;) {
    const rows: Row[] = await query(page(after));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield* rows;
    after = last;
  }
}
