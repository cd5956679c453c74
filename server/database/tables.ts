import type { Prisma } from "#server/generated/prisma/client.ts";

/** What a row of each table needs; taken from the schema, so that a forgotten column is a type error. */
export interface InsertRows {
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
  idempotency_key: Prisma.IdempotencyKeyCreateManyInput;
  audit_entry: Prisma.AuditEntryCreateManyInput;
}

export type Table = keyof InsertRows;
