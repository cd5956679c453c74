import type { Prisma } from "#server/generated/prisma/client.ts";
import type { Tx } from "./db.ts";

/** What a row of each table needs; taken from the schema, so that a forgotten column is a type error. */
interface InsertRows {
  couple_case: Prisma.CaseCreateManyInput;
  partner: Prisma.PartnerCreateManyInput;
  role_period: Prisma.RolePeriodCreateManyInput;
  case_event: Prisma.CaseEventCreateManyInput;
  occasion: Prisma.OccasionCreateManyInput;
  observation: Prisma.ObservationCreateManyInput;
  observation_stance: Prisma.ObservationStanceCreateManyInput;
  rating: Prisma.RatingCreateManyInput;
  session_theme: Prisma.SessionThemeCreateManyInput;
  shift: Prisma.ShiftCreateManyInput;
  goal: Prisma.GoalCreateManyInput;
  goal_touch: Prisma.GoalTouchCreateManyInput;
  thing_to_try: Prisma.ThingToTryCreateManyInput;
  safety_concern: Prisma.SafetyConcernCreateManyInput;
  note: Prisma.NoteCreateManyInput;
  private_note: Prisma.PrivateNoteCreateManyInput;
  draft: Prisma.DraftCreateManyInput;
  track: Prisma.TrackCreateManyInput;
  theme: Prisma.ThemeCreateManyInput;
  import_batch: Prisma.ImportBatchCreateManyInput;
  focus_track: Prisma.FocusTrackCreateManyInput;
  marked_day: Prisma.MarkedDayCreateManyInput;
  measure: Prisma.MeasureCreateManyInput;
  measure_score: Prisma.MeasureScoreCreateManyInput;
}

/** Well under SQLite's limit of 32,766 bound values a statement. */
const VALUES_PER_STATEMENT = 6_000;

/**
 * Inserts rows of one table with as few statements as the database takes. `createMany` does the same at about three times
 * the cost, which a log of one session (a dozen tables) cannot afford within GUARDS 3. All rows must have the same keys.
 */
export async function insertRows<Table extends keyof InsertRows>(tx: Tx, table: Table, rows: readonly InsertRows[Table][]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const perStatement = Math.max(1, Math.floor(VALUES_PER_STATEMENT / columns.length));
  const names = columns.map((column) => `"${column}"`).join(", ");
  const places = `(${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += perStatement) {
    const some = rows.slice(from, from + perStatement);
    const values = some.flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null));
    await tx.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES ${some.map(() => places).join(", ")}`, ...values);
  }
}
