import type { MarkDay } from "#core/contracts/reading.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";

/** Marks a day that has come, to see what lies before and after it. The same day for the same reason is one mark. */
export async function markDay(
  tx: Tx,
  { practiceId, caseId }: CaseScope,
  { day, wording, origin, today, now }: Pick<MarkDay, "day" | "wording" | "origin"> & { today: string; now: Date },
): Promise<string | Refusal> {
  if (day > today) return refuse("future-day", "day");
  const known = await tx.prisma.markedDay.findFirst({ where: { caseId, practiceId, day, wording, removedAt: null }, select: { id: true } });
  if (known) return known.id;
  const id = newId();
  await tx.insert("marked_day", [{ id, practiceId, caseId, day, wording, origin, createdAt: now, removedAt: null }]);
  return id;
}

/** Takes a mark off. The row stays; marking the same day again brings it back as a new one. */
export async function unmarkDay(
  tx: Tx,
  { practiceId, caseId }: CaseScope,
  { markedDayId, now }: { markedDayId: string; now: Date },
): Promise<Refusal | null> {
  const { count } = await tx.prisma.markedDay.updateMany({
    where: { id: markedDayId, caseId, practiceId, removedAt: null },
    data: { removedAt: now },
  });
  return count === 0 ? refuse("not-found") : null;
}
