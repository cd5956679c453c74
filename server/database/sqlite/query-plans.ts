import type { Handle } from "./connection.ts";

/** A large practice: what a table is taken to hold, whatever it holds today. */
const ROWS = 1_000_000;
/** Tables of which a practice has few rows. */
const FEW: Readonly<Record<string, number>> = { clinician: 50, draft: 100, focus_track: 1_000, measure: 50, theme: 100, track: 100 };
/** About how many rows of a practice share the value of a column. What is not named here is shared by half of them. */
const SHARED_BY: Readonly<Record<string, number>> = {
  caseId: 700,
  clinicianId: 100,
  goalId: 30,
  importBatchId: 500,
  occasionId: 8,
  partnerId: 3,
  rootId: 2,
  track: 5_000,
  theme: 5_000,
  id: 1,
};

interface Index {
  readonly table: string;
  readonly index: string;
  readonly unique: number;
  /** In their order, with a comma in between. */
  readonly columns: string;
}

/**
 * Tells SQLite how many rows each index narrows a search down to. Without that it takes "of this practice" for a few rows, and walks
 * everything the practice has where it should go through the case. The figures are fixed, so that the same statement is always
 * run the same way (tests/server/statements.test.ts), and they are stored in the file, as ANALYZE would do.
 */
export function fixQueryPlans(handle: Handle): void {
  const indexes = handle
    .prepare<[], Index>(
      `SELECT t."name" AS "table", i."name" AS "index", i."unique" AS "unique",
         (SELECT group_concat("name", ',') FROM (SELECT c."name" FROM pragma_index_info(i."name") c ORDER BY c."seqno")) AS "columns"
       FROM "sqlite_schema" t JOIN pragma_index_list(t."name") i
       WHERE t."type" = 'table' AND t."name" NOT LIKE 'sqlite%' AND t."name" NOT LIKE '\\_prisma%' ESCAPE '\\' ORDER BY 1, 2`,
    )
    .safeIntegers(false)
    .all();
  const wanted = indexes.map((each) => ({ tbl: each.table, idx: each.index, stat: statOf(each) }));
  // Makes the table of statistics where there is none yet.
  handle.exec(`ANALYZE "practice"`);
  const stored = handle.prepare(`SELECT "tbl", "idx", "stat" FROM "sqlite_stat1" ORDER BY 1, 2`).all();
  if (JSON.stringify(stored) !== JSON.stringify(wanted)) {
    handle.transaction(() => {
      handle.exec(`DELETE FROM "sqlite_stat1"`);
      const insert = handle.prepare(`INSERT INTO "sqlite_stat1" ("tbl", "idx", "stat") VALUES (@tbl, @idx, @stat)`);
      for (const row of wanted) insert.run(row);
    })();
  }
  handle.exec("ANALYZE sqlite_schema");
}

/** "1000000 1000000 700 …": the rows of the table, then how many share the first column, the first two, and so on. */
function statOf({ table, columns, unique }: Index): string {
  const names = columns.split(",");
  const ofPractice = FEW[table];
  let shared = ofPractice ?? ROWS;
  const figures = names.map((name, at) => {
    if (name !== "practiceId") shared = Math.max(1, Math.min(SHARED_BY[name] ?? shared / 2, Math.ceil(shared / 1.1)));
    return unique && at === names.length - 1 ? 1 : Math.ceil(shared);
  });
  return [ofPractice === undefined ? ROWS : 10 * ofPractice, ...figures].join(" ");
}
