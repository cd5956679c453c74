import type { CaseScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { sql } from "#server/database/sql.ts";
import { type SealPlace, seal, unseal } from "#server/keys/seal.ts";

/** A private note belongs to one version of a session, or to a draft until that is finished. */
export type BelongsTo = { readonly occasionId: string } | { readonly draftId: string };

export interface KeepPrivateNote {
  readonly belongsTo: BelongsTo;
  /** Empty = no private note: the row goes. */
  readonly text: string;
  readonly at: Date;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly sealed: string;
}

/** Writes, rewrites or (empty text) removes the private note of a draft or a session. `key` is Keys.privateNotes. */
export async function keepPrivateNote(tx: Tx, { scope, key }: { scope: CaseScope; key: Buffer }, note: KeepPrivateNote): Promise<void> {
  const known = await find(tx, scope, note.belongsTo);
  if (note.text === "") {
    if (known) await tx.execute(sql`DELETE FROM "private_note" WHERE "practiceId" = ${scope.practiceId} AND "id" = ${known.id}`);
    return;
  }
  const id = known?.id ?? newId();
  const version = known ? known.version + 1 : 1;
  const sealed = seal(key, placeOf({ id, version }), note.text);
  const at = note.at.toISOString();
  if (known) {
    await tx.execute(sql`UPDATE "private_note" SET "version" = ${version}, "sealed" = ${sealed}, "updatedAt" = ${at}
      WHERE "practiceId" = ${scope.practiceId} AND "id" = ${id}`);
    return;
  }
  const [occasionId, draftId] = idsOf(note.belongsTo);
  await tx.execute(sql`
    INSERT INTO "private_note" ("id", "practiceId", "caseId", "clinicianId", "occasionId", "draftId", "version", "sealed", "updatedAt")
    VALUES (${id}, ${scope.practiceId}, ${scope.caseId}, ${scope.clinicianId}, ${occasionId}, ${draftId}, ${version}, ${sealed}, ${at})`);
}

/**
 * The text, "" where there is none.
 * @throws SealBroken when the row was changed or swapped outside the app
 */
export async function readPrivateNote(reader: Reader, { scope, key }: { scope: CaseScope; key: Buffer }, belongsTo: BelongsTo): Promise<string> {
  const row = await find(reader, scope, belongsTo);
  return row ? unseal(key, placeOf(row), row.sealed) : "";
}

/** Finishing a draft hands its private note on as it is: still sealed, same row. */
export async function handOnPrivateNote(tx: Tx, scope: CaseScope, from: { draftId: string; occasionId: string }): Promise<void> {
  await tx.execute(sql`
    UPDATE "private_note" SET "occasionId" = ${from.occasionId}, "draftId" = NULL
    WHERE "practiceId" = ${scope.practiceId} AND "draftId" = ${from.draftId} AND "caseId" = ${scope.caseId} AND "clinicianId" = ${scope.clinicianId}`);
}

/** Which row holds this version of a session; null when the case has no such version. */
export async function findVersion(reader: Reader, scope: CaseScope, session: { sessionId: string; version: number }): Promise<string | null> {
  const [row] = await reader.query<{ id: string }>(sql`
    SELECT "id" FROM "occasion"
    WHERE "practiceId" = ${scope.practiceId} AND "rootId" = ${session.sessionId} AND "version" = ${session.version} AND "caseId" = ${scope.caseId}`);
  return row?.id ?? null;
}

async function find(reader: Reader, scope: CaseScope, belongsTo: BelongsTo): Promise<Row | undefined> {
  const [occasionId, draftId] = idsOf(belongsTo);
  const [row] =
    occasionId !== null
      ? await reader.query<Row>(sql`
          SELECT "id", "version", "sealed" FROM "private_note"
          WHERE "practiceId" = ${scope.practiceId} AND "occasionId" = ${occasionId} AND "caseId" = ${scope.caseId} AND "clinicianId" = ${scope.clinicianId}`)
      : await reader.query<Row>(sql`
          SELECT "id", "version", "sealed" FROM "private_note"
          WHERE "practiceId" = ${scope.practiceId} AND "draftId" = ${draftId} AND "caseId" = ${scope.caseId} AND "clinicianId" = ${scope.clinicianId}`);
  return row && { ...row, version: Number(row.version) };
}

function idsOf(belongsTo: BelongsTo): [occasionId: string | null, draftId: string | null] {
  return "occasionId" in belongsTo ? [belongsTo.occasionId, null] : [null, belongsTo.draftId];
}

function placeOf(row: { id: string; version: number }): SealPlace {
  return { table: "private_note", id: row.id, column: "sealed", version: row.version };
}
