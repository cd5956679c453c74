import { type OpenCase, OpenCaseAnswer } from "#core/contracts/case.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import { mintCaseScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { chooseFocus } from "#server/features/focus/store.ts";
import { insertGoals } from "#server/features/goals/store.ts";
import { lockNamesOf } from "#server/features/practice/tracks-and-themes.ts";
import { insertOccasions } from "#server/features/sessions/store.ts";
import type { Services } from "#server/process/services.ts";
import { insertCase, takeSequence } from "./store.ts";

/** Opens a case with its goals and, where known, where the observing partner stands on the first day, today at the latest. */
export async function openCase(
  services: Services,
  scope: ClinicianScope,
  { input, today }: { input: OpenCase; today: string },
): Promise<{ caseId: string } | Refusal> {
  const request = { requestKey: input.requestKey, action: "case.opened", body: input, answer: OpenCaseAnswer };
  return auditedWrite(services, { actor: scope, request }, async (tx, note) => {
    if (input.openedOn > today) return refuse("future-day", "openedOn");
    const now = services.now();
    const { requestKey: _, goals, firstObservation, focus = [], ...body } = input;
    await lockNamesOf(tx, scope, { ratings: focus, themes: [] });
    const caseId = await insertCase(tx, scope, { body, now });
    note({ action: "case.opened", objectType: "case", objectId: caseId, caseId });
    const caseScope = await mintCaseScope(tx, scope, caseId);
    if (isRefusal(caseScope)) return caseScope;
    await insertGoals(tx, caseScope, { wordings: goals, openedOn: input.openedOn, now });
    if (focus.length > 0) {
      const refusal = await chooseFocus(tx, caseScope, { tracks: focus, today, now });
      if (refusal) return refusal;
      note({ action: "focus.chosen", objectType: "case", objectId: caseId, caseId });
    }
    if (firstObservation) {
      const sequence = await takeSequence(tx, caseScope);
      const [first] = await insertOccasions(tx, caseScope, [
        { ...NO_CONTENT, kind: "between", day: input.openedOn, sequence, observation: firstObservation, now },
      ]);
      note({ action: "change.noted", objectType: "occasion", objectId: first?.id ?? null, caseId });
    }
    return { caseId };
  });
}
