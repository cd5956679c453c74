import { storedNote } from "#core/contracts/stored-note.ts";
import { storedOf } from "#core/fields/field.ts";
import { SCORE_FIELDS, type ScoreRow } from "#core/fields/score-fields.ts";
import type { OccasionContent } from "#core/rules/occasion-content.ts";
import type { OccasionKind, Standing } from "#core/vocabulary/occasion.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { hourColumns, observationColumns, scoreColumns, shiftColumns } from "#server/database/declared-columns.ts";
import { newId } from "#server/database/new-id.ts";

/** One occasion to write. A new session names no root; a correction names its root, its version and its old sequence. */
export interface NewOccasion extends OccasionContent {
  readonly kind: OccasionKind;
  readonly day: string;
  readonly sequence: number;
  readonly rootId?: string;
  readonly version?: number;
  readonly movedFromId?: string;
  /** Occasions of kind "measurement" that hold a score. */
  readonly score?: ScoreRow;
  readonly importBatchId?: string;
  readonly importFingerprint?: string;
  readonly now: Date;
}

/** Where a written occasion stands: its row, and the session it is a version of. */
export interface WrittenOccasion {
  readonly id: string;
  readonly rootId: string;
}

/** Writes occasions with all that hangs on them, a statement a table however many there are. */
export async function insertOccasions(tx: Tx, scope: CaseScope, occasions: readonly NewOccasion[]): Promise<WrittenOccasion[]> {
  const { practiceId, clinicianId, caseId } = scope;
  const written = occasions.map((occasion) => {
    const id = newId();
    return { id, rootId: occasion.rootId ?? id, occasion };
  });
  await tx.insert(
    "occasion",
    written.map(({ id, rootId, occasion }) => ({
      id,
      practiceId,
      caseId,
      clinicianId,
      kind: occasion.kind,
      rootId,
      version: occasion.version ?? 1,
      standing: "current",
      movedFromId: occasion.movedFromId ?? null,
      day: occasion.day,
      sequence: occasion.sequence,
      ...hourColumns(occasion),
      importBatchId: occasion.importBatchId ?? null,
      importFingerprint: occasion.importFingerprint ?? null,
      createdAt: occasion.now,
    })),
  );
  await insertObservations(tx, scope, written);
  const each = <Row>(rows: (id: string, occasion: NewOccasion) => Row[]) => written.flatMap(({ id, occasion }) => rows(id, occasion));
  await tx.insert(
    "rating",
    each((occasionId, { ratings }) => ratings.map(({ track, value, rater }) => ({ practiceId, caseId, occasionId, track, value, rater }))),
  );
  await tx.insert(
    "session_theme",
    each((occasionId, { themes }) => [...new Set(themes)].map((theme) => ({ occasionId, theme, practiceId, caseId }))),
  );
  await tx.insert(
    "shift",
    each((occasionId, { shifts }) => shifts.map((shift) => ({ id: newId(), practiceId, caseId, occasionId, ...shiftColumns(shift) }))),
  );
  await tx.insert(
    "goal_touch",
    each((occasionId, { goalsTouched }) => [...new Set(goalsTouched)].map((goalId) => ({ goalId, occasionId, practiceId }))),
  );
  await tx.insert(
    "note",
    each((occasionId, { note }) =>
      note === null ? [] : [{ practiceId, caseId, occasionId, format: note.format, sections: storedNote.write(note.sections) }],
    ),
  );
  await tx.insert(
    "measure_score",
    each((occasionId, { score }) => (score === undefined ? [] : [{ practiceId, caseId, occasionId, ...scoreColumns(score) }])),
  );
  return written.map(({ id, rootId }) => ({ id, rootId }));
}

async function insertObservations(
  tx: Tx,
  { practiceId, caseId, observingPartnerId }: CaseScope,
  written: readonly { id: string; occasion: NewOccasion }[],
): Promise<void> {
  const seen = written.flatMap(({ id, occasion }) => (occasion.observation === null ? [] : [{ occasionId: id, seen: occasion.observation }]));
  await tx.insert(
    "observation",
    seen.map(({ occasionId, seen }) => ({ practiceId, caseId, occasionId, partnerId: observingPartnerId, ...observationColumns(seen) })),
  );
  await tx.insert(
    "observation_stance",
    seen.flatMap(({ occasionId, seen: { stances } }) => [...new Set(stances)].map((stance) => ({ practiceId, occasionId, stance }))),
  );
}

/** The score that hangs on an occasion, so that it goes along when the occasion is moved. */
export async function scoreOn(reader: Reader, { caseId, practiceId }: CaseScope, occasionId: string): Promise<ScoreRow | null> {
  const row = await reader.prisma.measureScore.findFirst({ where: { occasionId, caseId, practiceId } });
  return row && storedOf(SCORE_FIELDS, row);
}

export interface CurrentVersion {
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly kind: OccasionKind;
}

/** The version of a session that counts, or null when it is set aside or not this case's. */
export async function currentVersion(reader: Reader, scope: CaseScope, rootId: string): Promise<CurrentVersion | null> {
  const row = await reader.prisma.occasion.findFirst({
    where: { practiceId: scope.practiceId, rootId, caseId: scope.caseId, clinicianId: scope.clinicianId, standing: "current" },
    select: { id: true, version: true, sequence: true, kind: true },
  });
  return row as CurrentVersion | null;
}

/** Takes a version out of what counts. Its content is never touched: it stays readable as it was written. */
export async function setStanding(
  tx: Tx,
  { practiceId, caseId }: CaseScope,
  change: { occasionId: string; standing: Exclude<Standing, "current">; reason: string | null; movedToId?: string },
): Promise<void> {
  const { count } = await tx.prisma.occasion.updateMany({
    where: { practiceId, caseId, id: change.occasionId, standing: "current" },
    data: { standing: change.standing, standingReason: change.reason, movedToId: change.movedToId ?? null },
  });
  if (count !== 1) throw new Error("the version to be set aside does not count any more");
}
