import { EmptyAnswer } from "#core/contracts/fields.ts";
import { ChooseFocus } from "#core/contracts/reading.ts";
import { isRefusal, refuse } from "#core/vocabulary/refusal.ts";
import { mintCaseScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit.ts";
import { answer, caseProcedure, router } from "#server/trpc.ts";
import { chooseFocus } from "./store.ts";

export const focusRouter = router({
  choose: caseProcedure.input(ChooseFocus).mutation(async ({ ctx, input }) => {
    const wish = { requestKey: input.requestKey, action: "focus.chosen", body: input, answer: EmptyAnswer };
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor, wish }, async (tx, note) => {
        const scope = await mintCaseScope(tx, ctx.scope, input.caseId);
        if (isRefusal(scope)) return scope;
        if (scope.status === "closed") return refuse("case-closed");
        const refusal = await chooseFocus(tx, scope, { tracks: input.tracks, today: ctx.today, now: ctx.services.now() });
        note({ action: "focus.chosen", objectType: "case", objectId: input.caseId, caseId: input.caseId });
        return refusal ?? {};
      }),
    );
  }),
});
