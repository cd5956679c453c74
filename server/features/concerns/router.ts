import { CloseConcern, OpenConcern, OpenConcernAnswer } from "#core/contracts/case.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { closeConcern, insertConcern } from "./store.ts";

export const concernsRouter = router({
  openConcern: caseProcedure.input(OpenConcern).mutation(async ({ ctx, input }) => {
    const request = { requestKey: input.requestKey, action: "concern.opened", body: input, answer: OpenConcernAnswer };
    return answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope, request }, async ({ tx, scope, note }) => {
        const concernId = await insertConcern(tx, scope, { ...input, now: ctx.services.now() });
        note({ action: "concern.opened", objectType: "safety-concern", objectId: concernId, caseId: input.caseId });
        return { concernId };
      }),
    );
  }),

  closeConcern: caseProcedure.input(CloseConcern).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        note({ action: "concern.closed", objectType: "safety-concern", objectId: input.concernId, caseId: input.caseId });
        return (await closeConcern(tx, scope, input)) ?? {};
      }),
    ),
  ),
});
