import { isDeepStrictEqual } from "node:util";
import type { ImportListItem, ImportMapping } from "#core/contracts/import.ts";
import { type KeptMapping, storedMapping } from "#core/contracts/stored-import.ts";
import type { CaseHere, TrackHere } from "#core/import/plan.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { BetterDirection } from "#core/vocabulary/track.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { isTrue, sql } from "#server/database/sql.ts";

/** The clinician's cases by label, with what each already holds of earlier imports. */
export async function casesHere(reader: Reader, scope: ClinicianScope): Promise<CaseHere[]> {
  const { clinicianId, practiceId } = scope;
  const cases = await reader.query<{ id: string; label: string; status: CaseStatus }>(sql`
    SELECT "id", "label", "status" FROM "couple_case" WHERE "clinicianId" = ${clinicianId} AND "practiceId" = ${practiceId}
    ORDER BY CASE "status" WHEN 'closed' THEN 1 ELSE 0 END, "createdAt"`);
  // Fingerprints of any standing: a row corrected, voided or moved since was brought in all the same.
  const rows = await reader.query<{ caseId: string; day: string; counts: unknown; fingerprint: string | null }>(sql`
    SELECT o."caseId", o."day", (o."standing" = 'current' AND o."kind" = 'session') AS "counts", o."importFingerprint" AS "fingerprint"
    FROM "couple_case" c JOIN "occasion" o ON o."practiceId" = c."practiceId" AND o."caseId" = c."id"
    WHERE c."practiceId" = ${practiceId} AND c."clinicianId" = ${clinicianId}`);
  const held = new Map(cases.map(({ id }) => [id, { fingerprints: new Set<string>(), days: new Set<string>() }]));
  for (const { caseId, day, counts, fingerprint } of rows) {
    if (fingerprint !== null) held.get(caseId)?.fingerprints.add(fingerprint);
    if (isTrue(counts)) held.get(caseId)?.days.add(day);
  }
  return cases.map((coupleCase) => ({ ...coupleCase, ...(held.get(coupleCase.id) as { fingerprints: Set<string>; days: Set<string> }) }));
}

/** The practice's own tracks that are offered everywhere or belong to a case of this clinician. */
export async function tracksHere(reader: Reader, scope: ClinicianScope, cases: readonly { id: string }[]): Promise<TrackHere[]> {
  const rows = await reader.prisma.track.findMany({
    where: { practiceId: scope.practiceId, archived: false },
    select: { id: true, name: true, lowest: true, highest: true, caseId: true },
    orderBy: { createdAt: "asc" },
  });
  const own = new Set(cases.map(({ id }) => id));
  return rows.filter(({ caseId }) => caseId === null || own.has(caseId));
}

export interface NewTrack {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly better: BetterDirection;
  readonly caseId: string | null;
}

/** Tracks that an import brings; returns their ids in the given order. */
export async function insertTracks(
  tx: Tx,
  scope: ClinicianScope,
  { tracks, importBatchId, now }: { tracks: readonly NewTrack[]; importBatchId: string; now: Date },
): Promise<string[]> {
  const rows = tracks.map((track) => ({ id: newId(), practiceId: scope.practiceId, ...track, archived: false, importBatchId, createdAt: now }));
  await tx.insert("track", rows);
  return rows.map(({ id }) => id);
}

/** Themes that an import brings; returns their ids in the given order. */
export async function insertThemes(
  tx: Tx,
  scope: ClinicianScope,
  { names, importBatchId, now }: { names: readonly string[]; importBatchId: string; now: Date },
): Promise<string[]> {
  const rows = names.map((name) => ({ id: newId(), practiceId: scope.practiceId, name, archived: false, importBatchId, createdAt: now }));
  await tx.insert("theme", rows);
  return rows.map(({ id }) => id);
}

export async function insertBatch(
  tx: Tx,
  scope: ClinicianScope,
  batch: { id: string; fileName: string; importedRows: number; leftOutRows: number; kept: KeptMapping; now: Date },
): Promise<void> {
  const { practiceId, clinicianId } = scope;
  const { id, fileName, importedRows, leftOutRows, kept, now } = batch;
  const mapping = storedMapping.write(kept);
  await tx.insert("import_batch", [{ id, practiceId, clinicianId, fileName, importedRows, leftOutRows, mapping, createdAt: now, undoneAt: null }]);
}

/** Files looked back through for one with the same columns. */
const REMEMBERED = 20;

/** The mapping of the clinician's latest import with these very columns; one that cannot be read is passed over. */
export async function rememberedMapping(reader: Reader, scope: ClinicianScope, headers: readonly string[]): Promise<ImportMapping | null> {
  const batches = await reader.prisma.importBatch.findMany({
    where: { clinicianId: scope.clinicianId, practiceId: scope.practiceId },
    orderBy: { createdAt: "desc" },
    take: REMEMBERED,
    select: { mapping: true },
  });
  for (const { mapping } of batches) {
    const kept = storedMapping.read(mapping);
    if (kept.read && isDeepStrictEqual(kept.value.headers, headers)) return kept.value.mapping;
  }
  return null;
}

/** The clinician's imports, newest first. */
export async function listBatches(reader: Reader, scope: ClinicianScope): Promise<ImportListItem[]> {
  const rows = await reader.prisma.importBatch.findMany({
    where: { clinicianId: scope.clinicianId, practiceId: scope.practiceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, fileName: true, importedRows: true, leftOutRows: true, createdAt: true, undoneAt: true },
  });
  return rows.map(({ id, fileName, importedRows, leftOutRows, createdAt, undoneAt }) => ({
    id,
    fileName,
    cameIn: importedRows,
    leftOut: leftOutRows,
    importedAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }));
}
