import type { DraftBody, DraftView } from "#core/contracts/draft.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
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
  await tx.insert("draft", [
    {
      id,
      practiceId: scope.practiceId,
      caseId: scope.caseId,
      clinicianId: scope.clinicianId,
      kind,
      corrects: draft.corrects?.sessionId ?? null,
      correctsVersion: draft.corrects?.version ?? null,
      revision: 1,
      day: draft.body.day,
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
export async function findDraft(reader: Reader, scope: ClinicianScope, draftId: string): Promise<StoredDraft | null> {
  const row = await reader.prisma.draft.findFirst({ where: { id: draftId, clinicianId: scope.clinicianId, practiceId: scope.practiceId } });
  if (!row) return null;
  return {
    id: row.id,
    caseId: row.caseId,
    kind: row.kind as DraftView["kind"],
    corrects: row.corrects,
    correctsVersion: row.correctsVersion,
    revision: row.revision,
    body: JSON.parse(row.body) as DraftBody,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The draft about to be finished, if it still stands as the typist last saw it. */
export async function takeDraft(
  reader: Reader,
  scope: ClinicianScope,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<StoredDraft | Refusal> {
  const draft = await findDraft(reader, scope, draftId);
  if (!draft) return refuse("draft-gone");
  return draft.revision === revision ? draft : refuse("draft-changed-meanwhile");
}

/** Overwrites a draft's text where its revision is the one that was `seen`; the caller has compared them in the same transaction. */
export async function overwriteDraft(
  tx: Tx,
  scope: ClinicianScope,
  draft: { draftId: string; seen: number; revision: number; body: DraftBody; now: Date },
): Promise<void> {
  const { count } = await tx.prisma.draft.updateMany({
    where: { practiceId: scope.practiceId, id: draft.draftId, clinicianId: scope.clinicianId, revision: draft.seen },
    data: { day: draft.body.day, body: JSON.stringify(draft.body), revision: draft.revision, updatedAt: draft.now },
  });
  if (count !== 1) throw new Error("the draft vanished inside its own transaction");
}

/** @returns how many drafts were there to be removed: 0 or 1 */
export async function removeDraft(tx: Tx, scope: ClinicianScope, draftId: string): Promise<number> {
  const { count } = await tx.prisma.draft.deleteMany({ where: { practiceId: scope.practiceId, id: draftId, clinicianId: scope.clinicianId } });
  return count;
}

/** The tracks rated and the themes chosen in any draft of the practice. */
export async function namesInDrafts(reader: Reader, { practiceId }: ClinicianScope): Promise<Set<string>> {
  const rows = await reader.prisma.draft.findMany({ where: { practiceId }, select: { body: true } });
  const bodies = rows.map(({ body }) => JSON.parse(body) as DraftBody);
  return new Set(bodies.flatMap(({ ratings, themes }) => [...Object.keys(ratings).map((key) => key.split("@")[0] ?? key), ...themes]));
}
