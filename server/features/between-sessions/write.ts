import { type NoteChange, NoteChangeAnswer } from "#core/contracts/session.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { insertOccasions } from "#server/features/sessions/store.ts";
import type { Services } from "#server/process/services.ts";

/** Notes what changed between sessions: the partner called, asked, read, tried something. An occasion, not a session. */
export async function noteChange(
  services: Services,
  scope: CaseScope,
  { input, today }: { input: NoteChange; today: string },
): Promise<{ sessionId: string } | Refusal> {
  const request = { requestKey: input.requestKey, action: "change.noted", body: input, answer: NoteChangeAnswer };
  return caseWrite(services, { scope, request }, async ({ tx, scope: fresh, note }) => {
    if (fresh.status === "closed") return refuse("case-closed");
    if (input.day > today) return refuse("future-day", "day");
    const text = input.note?.trim() ?? "";
    const [written] = await insertOccasions(tx, fresh, [
      {
        ...NO_CONTENT,
        kind: "between",
        day: input.day,
        sequence: await takeSequence(tx, fresh),
        observation: input.observation,
        shifts: input.shifts,
        note: text === "" ? null : { format: "free", sections: { text } },
        now: services.now(),
      },
    ]);
    if (!written) throw new Error("nothing was written");
    note({ action: "change.noted", objectType: "occasion", objectId: written.id, caseId: scope.caseId });
    return { sessionId: written.rootId };
  });
}
