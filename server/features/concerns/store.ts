import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";

/** Opens a safety concern, for the clinician's eyes only; returns its id. */
export async function insertConcern(
  tx: Tx,
  scope: CaseScope,
  concern: { openedOn: string; wording: string; action: string; now: Date },
): Promise<string> {
  const id = newId();
  const { practiceId, caseId, clinicianId } = scope;
  const { openedOn, wording, action, now } = concern;
  await tx.insert("safety_concern", [{ id, practiceId, caseId, clinicianId, openedOn, wording, action, createdAt: now }]);
  return id;
}

/** Closes an open concern with its day and, where given, why. */
export async function closeConcern(
  tx: Tx,
  scope: CaseScope,
  closing: { concernId: string; closedOn: string; closingWords: string | null },
): Promise<Refusal | null> {
  const concern = await tx.prisma.safetyConcern.findFirst({
    where: { practiceId: scope.practiceId, id: closing.concernId, caseId: scope.caseId, clinicianId: scope.clinicianId },
    select: { closedOn: true },
  });
  if (!concern) return refuse("not-found");
  if (concern.closedOn !== null) return refuse("concern-closed");
  await tx.prisma.safetyConcern.update({
    where: { practiceId_id: { practiceId: scope.practiceId, id: closing.concernId } },
    data: { closedOn: closing.closedOn, closingWords: closing.closingWords },
  });
  return null;
}
