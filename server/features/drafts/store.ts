import type { DraftBody, DraftView } from "#core/contracts/draft.ts";
import { withEveryField } from "#core/rules/draft.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { insertRows } from "#server/insert.ts";
import { newId } from "#server/new-id.ts";

/** A draft without its private note, which is sealed apart. */
export type StoredDraft = Omit<DraftView, "privateNote">;

export async function insertDraft(
  tx: Tx,
  scope: CaseScope,
  draft: { body: DraftBody; corrects: { sessionId: string; version: number } | null; now: Date },
): Promise<StoredDraft> {
  const id = newId();
  const kind = draft.corrects ? "correction" : "session";
  await insertRows(tx, "draft", [
    {
      id,
      practiceId: scope.practiceId,
      caseId: scope.caseId,
      clinicianId: scope.clinicianId,
      kind,
      corrects: draft.corrects?.sessionId ?? null,
      correctsVersion: draft.corrects?.version ?? null,
      revision: 1,
      body: JSON.stringify(draft.body),
      createdAt: draft.now,
      updatedAt: draft.now,
    },
  ]);
  return {
    id,
    caseId: scope.caseId,
    kind,
    corrects: draft.corrects?.sessionId ?? null,
    correctsVersion: draft.corrects?.version ?? null,
    revision: 1,
    body: draft.body,
    updatedAt: draft.now.toISOString(),
  };
}

/** The clinician's own draft, or null where it is gone or somebody else's. */
export async function findDraft(tx: Tx, scope: ClinicianScope, draftId: string): Promise<StoredDraft | null> {
  const row = await tx.draft.findFirst({ where: { id: draftId, clinicianId: scope.clinicianId, practiceId: scope.practiceId } });
  if (!row) return null;
  return {
    id: row.id,
    caseId: row.caseId,
    kind: row.kind as DraftView["kind"],
    corrects: row.corrects,
    correctsVersion: row.correctsVersion,
    revision: row.revision,
    body: withEveryField(JSON.parse(row.body) as Partial<DraftBody>),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The draft about to be finished, if it still stands as the typist last saw it. */
export async function takeDraft(
  tx: Tx,
  scope: ClinicianScope,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<StoredDraft | Refusal> {
  const draft = await findDraft(tx, scope, draftId);
  if (!draft) return refuse("draft-gone");
  return draft.revision === revision ? draft : refuse("draft-changed-meanwhile");
}

/** Overwrites a draft's text; the caller has compared revisions in the same transaction. */
export async function overwriteDraft(
  tx: Tx,
  scope: ClinicianScope,
  draft: { draftId: string; revision: number; body: DraftBody; now: Date },
): Promise<void> {
  const { count } = await tx.draft.updateMany({
    where: { id: draft.draftId, clinicianId: scope.clinicianId },
    data: { body: JSON.stringify(draft.body), revision: draft.revision, updatedAt: draft.now },
  });
  if (count !== 1) throw new Error("the draft vanished inside its own transaction");
}

export async function removeDraft(tx: Tx, scope: ClinicianScope, draftId: string): Promise<void> {
  await tx.draft.deleteMany({ where: { id: draftId, clinicianId: scope.clinicianId } });
}
