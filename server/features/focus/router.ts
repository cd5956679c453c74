import { EmptyAnswer } from "#core/contracts/fields.ts";
import { ChooseFocus } from "#core/contracts/reading.ts";
import { refuse } from "#core/vocabulary/refusal.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import type { Tx } from "#server/database/database.ts";
import { lockNamesOf } from "#server/features/practice/tracks-and-themes.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { chooseFocus } from "./store.ts";

export const focusRouter = router({
  choose: caseProcedure.input(ChooseFocus).mutation(async ({ ctx, input }) => {
    const request = { requestKey: input.requestKey, action: "focus.chosen", body: input, answer: EmptyAnswer };
    const before = (tx: Tx) => lockNamesOf(tx, ctx.scope, { ratings: input.tracks, themes: [] });
    return answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope, request, before }, async ({ tx, scope, note }) => {
        if (scope.status === "closed") return refuse("case-closed");
        const refusal = await chooseFocus(tx, scope, { tracks: input.tracks, today: ctx.today, now: ctx.services.now() });
        note({ action: "focus.chosen", objectType: "case", objectId: input.caseId, caseId: input.caseId });
        return refusal ?? {};
      }),
    );
  }),
});
