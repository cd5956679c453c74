import { Dismiss } from "#core/contracts/caseload.ts";
import { caseloadView } from "#core/rules/caseload.ts";
import { auditedWrite } from "#server/audit.ts";
import { answer, caseProcedure, router, signedInProcedure } from "#server/trpc.ts";
import { readCaseFacts } from "./read.ts";
import { keepDismissal, readRules } from "./store.ts";

/** Past the count that the rule asks for, so that "7 rated sessions" can still be told from "5". */
const WINDOW_BEYOND_RULE = 20;

export const caseloadRouter = router({
  read: signedInProcedure.query(async ({ ctx }) => {
    const rules = await readRules(ctx.db, ctx.scope.practiceId);
    const facts = await readCaseFacts(ctx.db, ctx.scope, { ratedWindow: rules.noMoveAfterSessions + WINDOW_BEYOND_RULE });
    return caseloadView(facts, { today: ctx.today, ...rules });
  }),

  dismiss: caseProcedure.input(Dismiss).mutation(async ({ ctx, input }) =>
    answer(
      await auditedWrite(ctx.services, { actor: ctx.actor }, async (tx, note) => {
        const { panel, upTo, reason } = input;
        await keepDismissal(tx, ctx.caseScope, { panel, upTo, reason, now: ctx.services.now() });
        note({ action: `panel.dismissed`, objectType: "case", objectId: input.caseId, caseId: input.caseId });
        return {};
      }),
    ),
  ),
});
