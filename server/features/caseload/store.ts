import type { CaseScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { sql } from "#server/database/sql.ts";

/** Remembers that a panel's news of a case was read up to an entry; later entries show again. */
export async function keepDismissal(
  tx: Tx,
  scope: CaseScope,
  dismissal: { panel: "moved" | "no-move"; upTo: number; reason: string | null; now: Date },
): Promise<void> {
  const { panel, upTo, reason, now } = dismissal;
  const { practiceId, caseId, clinicianId } = scope;
  await tx.prisma.dismissal.upsert({
    where: { practiceId_caseId_panel_clinicianId: { practiceId, caseId, panel, clinicianId } },
    create: { id: newId(), practiceId, caseId, clinicianId, panel, upTo, reason, createdAt: now },
    update: { upTo, reason, createdAt: now },
  });
}

/** The practice's two rules of the home screen. */
export async function readRules(reader: Reader, practiceId: string): Promise<{ movedWithinDays: number; noMoveAfterSessions: number }> {
  const [rules] = await reader.query<{ movedWithinDays: number; noMoveAfterSessions: number }>(sql`
    SELECT "movedWithinDays", "noMoveAfterSessions" FROM "practice" WHERE "id" = ${practiceId}`);
  if (!rules) throw new Error("the practice is gone");
  return { ...rules };
}
