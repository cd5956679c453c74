import type { ClinicianScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";

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
export async function findBatch(tx: Tx, scope: ClinicianScope, batchId: string): Promise<{ undone: boolean } | null> {
  const { clinicianId, practiceId } = scope;
  const row = await tx.importBatch.findFirst({ where: { id: batchId, clinicianId, practiceId }, select: { undoneAt: true } });
  return row && { undone: row.undoneAt !== null };
}

/** Every occasion that an import brought and that is still there. */
export async function occasionsOf(tx: Tx, scope: ClinicianScope, batchId: string): Promise<ImportedOccasion[]> {
  const rows = await tx.$queryRaw<(Omit<ImportedOccasion, "touched"> & { touched: number | bigint })[]>`
    SELECT o."id", o."rootId", o."caseId", c."label" AS "caseLabel", o."day",
      (o."movedToId" IS NOT NULL
        OR EXISTS (SELECT 1 FROM "occasion" v WHERE v."rootId" = o."rootId" AND v."version" > o."version")
        OR EXISTS (SELECT 1 FROM "draft" d WHERE d."corrects" = o."rootId")
        OR EXISTS (SELECT 1 FROM "thing_to_try" t WHERE t."agreedIn" = o."rootId" OR t."answeredIn" = o."rootId")) AS "touched"
    FROM "occasion" o JOIN "couple_case" c ON c."id" = o."caseId"
    WHERE o."importBatchId" = ${batchId} AND o."clinicianId" = ${scope.clinicianId} ORDER BY o."day", o."sequence"`;
  return rows.map((row) => ({ ...row, touched: Number(row.touched) === 1 }));
}

/** Takes out what an import brought, but for `kept`; all that hangs on an occasion goes with it. */
export async function removeOccasions(tx: Tx, batchId: string, kept: readonly string[]): Promise<void> {
  // One bound value, however many are kept.
  await tx.$executeRaw`DELETE FROM "occasion" WHERE "importBatchId" = ${batchId} AND "id" NOT IN (SELECT "value" FROM json_each(${JSON.stringify(kept)}))`;
}

/** Takes out tracks and themes of an import that no rating, session, draft or choice of a focus names any more; returns their ids. */
export async function removeNamesOf(tx: Tx, scope: ClinicianScope, batchId: string): Promise<{ tracks: string[]; themes: string[] }> {
  const { practiceId } = scope;
  const tracks = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "track" WHERE "importBatchId" = ${batchId} AND "practiceId" = ${practiceId}
      AND NOT EXISTS (SELECT 1 FROM "rating" r WHERE r."track" = "track"."id")
      AND NOT EXISTS (SELECT 1 FROM "focus_track" f WHERE f."track" = "track"."id")
      AND NOT EXISTS (SELECT 1 FROM "draft" d WHERE d."practiceId" = ${practiceId} AND instr(d."body", "track"."id") > 0)
    RETURNING "id"`;
  const themes = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "theme" WHERE "importBatchId" = ${batchId} AND "practiceId" = ${practiceId}
      AND NOT EXISTS (SELECT 1 FROM "session_theme" s WHERE s."theme" = "theme"."id")
      AND NOT EXISTS (SELECT 1 FROM "draft" d WHERE d."practiceId" = ${practiceId} AND instr(d."body", "theme"."id") > 0)
    RETURNING "id"`;
  return { tracks: tracks.map(({ id }) => id), themes: themes.map(({ id }) => id) };
}

/** The cases that an import opened; `free` where nothing else was written into them since. */
export async function casesOpenedBy(tx: Tx, scope: ClinicianScope, batchId: string): Promise<{ id: string; label: string; free: boolean }[]> {
  const rows = await tx.$queryRaw<{ id: string; label: string; free: number | bigint }[]>`
    SELECT c."id", c."label", (c."revision" = 1 AND c."status" = 'active'
      AND NOT EXISTS (SELECT 1 FROM "occasion" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "goal" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "thing_to_try" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "safety_concern" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "draft" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "track" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "focus_track" x WHERE x."caseId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "marked_day" x WHERE x."caseId" = c."id")
      AND (SELECT COUNT(*) FROM "role_period" x WHERE x."caseId" = c."id") = 2
      AND (SELECT COUNT(*) FROM "case_event" x WHERE x."caseId" = c."id") = 1) AS "free"
    FROM "couple_case" c WHERE c."importBatchId" = ${batchId} AND c."clinicianId" = ${scope.clinicianId} ORDER BY c."label"`;
  return rows.map((row) => ({ ...row, free: Number(row.free) === 1 }));
}

/** Takes out a case that holds nothing but its own beginning. */
export async function removeCase(tx: Tx, scope: ClinicianScope, caseId: string): Promise<void> {
  const where = { caseId };
  await tx.dismissal.deleteMany({ where });
  await tx.caseEvent.deleteMany({ where });
  await tx.rolePeriod.deleteMany({ where });
  await tx.partner.deleteMany({ where });
  await tx.case.deleteMany({ where: { id: caseId, clinicianId: scope.clinicianId } });
}

export async function markUndone(tx: Tx, batchId: string, now: Date): Promise<void> {
  await tx.importBatch.update({ where: { id: batchId }, data: { undoneAt: now } });
}
