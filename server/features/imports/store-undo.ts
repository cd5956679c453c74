import type { ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { isTrue, join, sql } from "#server/database/sql.ts";

export interface ImportedOccasion {
  readonly id: string;
  readonly rootId: string;
  readonly caseId: string;
  readonly caseLabel: string;
  readonly day: string;
  /** A correction or a move since: other rows of the record lean on it. */
  readonly touched: boolean;
}

/** An import of this clinician's own, or null. */
export async function findBatch(reader: Reader, scope: ClinicianScope, batchId: string): Promise<{ undone: boolean } | null> {
  const { clinicianId, practiceId } = scope;
  const row = await reader.prisma.importBatch.findFirst({ where: { id: batchId, clinicianId, practiceId }, select: { undoneAt: true } });
  return row && { undone: row.undoneAt !== null };
}

/** Was occasion `o` corrected or moved since it was imported, or does other work of the record refer to it? */
const TOUCHED = sql`(o."movedToId" IS NOT NULL
  OR EXISTS (SELECT 1 FROM "occasion" v WHERE v."practiceId" = o."practiceId" AND v."rootId" = o."rootId" AND v."version" > o."version")
  OR EXISTS (SELECT 1 FROM "draft" d WHERE d."practiceId" = o."practiceId" AND d."caseId" = o."caseId" AND d."corrects" = o."rootId")
  OR EXISTS (SELECT 1 FROM "thing_to_try" t WHERE t."practiceId" = o."practiceId" AND t."caseId" = o."caseId"
    AND (t."agreedIn" = o."rootId" OR t."answeredIn" = o."rootId")))`;

/** Every occasion that an import brought and that is still there. */
export async function occasionsOf(reader: Reader, scope: ClinicianScope, batchId: string): Promise<ImportedOccasion[]> {
  const rows = await reader.query<Omit<ImportedOccasion, "touched"> & { touched: unknown }>(sql`
    SELECT o."id", o."rootId", o."caseId", c."label" AS "caseLabel", o."day", ${TOUCHED} AS "touched"
    FROM "occasion" o JOIN "couple_case" c ON c."practiceId" = o."practiceId" AND c."id" = o."caseId"
    WHERE o."practiceId" = ${scope.practiceId} AND o."importBatchId" = ${batchId} AND o."clinicianId" = ${scope.clinicianId}
    ORDER BY o."day", o."sequence"`);
  return rows.map((row) => ({ ...row, touched: isTrue(row.touched) }));
}

/** Takes out what an import brought and nothing touched since; all that hangs on an occasion goes with it. */
export async function removeUntouchedOccasions(tx: Tx, scope: ClinicianScope, batchId: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM "occasion" AS o
    WHERE o."practiceId" = ${scope.practiceId} AND o."importBatchId" = ${batchId} AND o."clinicianId" = ${scope.clinicianId} AND NOT ${TOUCHED}`);
}

// The lengths let the database use its index of the practice's own tracks and themes (prisma/schema.prisma).
const UNUSED_TRACK = sql`NOT EXISTS (SELECT 1 FROM "rating" r WHERE r."practiceId" = n."practiceId" AND r."track" = n."id" AND length(r."track") = 36)
  AND NOT EXISTS (SELECT 1 FROM "focus_track" f WHERE f."practiceId" = n."practiceId" AND f."track" = n."id")`;
const UNUSED_THEME = sql`NOT EXISTS
  (SELECT 1 FROM "session_theme" s WHERE s."practiceId" = n."practiceId" AND s."theme" = n."id" AND length(s."theme") = 36)`;

/** Tracks and themes of an import that no rating, session or choice of a focus names any more. */
export async function unusedNamesOf(reader: Reader, scope: ClinicianScope, batchId: string): Promise<{ tracks: string[]; themes: string[] }> {
  const ofBatch = sql`n."practiceId" = ${scope.practiceId} AND n."importBatchId" = ${batchId}`;
  const tracks = await reader.query<{ id: string }>(sql`SELECT n."id" FROM "track" n WHERE ${ofBatch} AND ${UNUSED_TRACK}`);
  const themes = await reader.query<{ id: string }>(sql`SELECT n."id" FROM "theme" n WHERE ${ofBatch} AND ${UNUSED_THEME}`);
  return { tracks: tracks.map(({ id }) => id), themes: themes.map(({ id }) => id) };
}

/** Takes out these tracks and themes of the practice, where nothing names them. */
export async function removeNames(
  tx: Tx,
  { practiceId }: ClinicianScope,
  { tracks, themes }: { tracks: readonly string[]; themes: readonly string[] },
): Promise<void> {
  const these = (ids: readonly string[]) => sql`n."practiceId" = ${practiceId} AND n."id" IN (${join([...ids])})`;
  if (tracks.length > 0) await tx.execute(sql`DELETE FROM "track" AS n WHERE ${these(tracks)} AND ${UNUSED_TRACK}`);
  if (themes.length > 0) await tx.execute(sql`DELETE FROM "theme" AS n WHERE ${these(themes)} AND ${UNUSED_THEME}`);
}

/** The cases that an import opened; `free` where nothing else was written into them since. */
export async function casesOpenedBy(reader: Reader, scope: ClinicianScope, batchId: string): Promise<{ id: string; label: string; free: boolean }[]> {
  const rows = await reader.query<{ id: string; label: string; free: unknown }>(sql`
    SELECT c."id", c."label", (c."revision" = 1 AND c."status" = 'active'
      AND NOT EXISTS (SELECT 1 FROM "occasion" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "goal" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "thing_to_try" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "safety_concern" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "draft" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "track" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "focus_track" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "marked_day" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id")
      AND (SELECT COUNT(*) FROM "role_period" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id") = 2
      AND (SELECT COUNT(*) FROM "case_event" x WHERE x."practiceId" = c."practiceId" AND x."caseId" = c."id") = 1) AS "free"
    FROM "couple_case" c WHERE c."practiceId" = ${scope.practiceId} AND c."importBatchId" = ${batchId} AND c."clinicianId" = ${scope.clinicianId} ORDER BY c."label"`);
  return rows.map((row) => ({ ...row, free: isTrue(row.free) }));
}

/** Takes out a case that holds nothing but its own beginning. */
export async function removeCase(tx: Tx, scope: ClinicianScope, caseId: string): Promise<void> {
  const where = { practiceId: scope.practiceId, caseId };
  await tx.prisma.dismissal.deleteMany({ where });
  await tx.prisma.caseEvent.deleteMany({ where });
  await tx.prisma.rolePeriod.deleteMany({ where });
  await tx.prisma.partner.deleteMany({ where });
  await tx.prisma.case.deleteMany({ where: { practiceId: scope.practiceId, id: caseId, clinicianId: scope.clinicianId } });
}

/** Marks an import as undone. @returns false where another window has done so meanwhile */
export async function markUndone(
  tx: Tx,
  { practiceId, clinicianId }: ClinicianScope,
  { batchId, now }: { batchId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.prisma.importBatch.updateMany({
    where: { practiceId, clinicianId, id: batchId, undoneAt: null },
    data: { undoneAt: now },
  });
  return count === 1;
}
