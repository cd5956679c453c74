import { Dismiss } from "#core/contracts/caseload.ts";
import { NoteCaseloadDownload } from "#core/contracts/chart-export.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { answer, caseProcedure, router, signedInProcedure } from "#server/http/trpc.ts";
import { readCaseload } from "./read.ts";
import { keepDismissal } from "./store.ts";

export const caseloadRouter = router({
  read: signedInProcedure.query(({ ctx }) => readCaseload(ctx.db, ctx.scope, ctx.today)),

  dismiss: caseProcedure.input(Dismiss).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        const { panel, upTo, reason } = input;
        await keepDismissal(tx, scope, { panel, upTo, reason, now: ctx.services.now() });
        note({ action: `panel.dismissed`, objectType: "case", objectId: input.caseId, caseId: input.caseId });
        return {};
      }),
    ),
  ),

  /** As `timeline.noteDownload`, for a chart that draws all cases. */
  noteDownload: signedInProcedure.input(NoteCaseloadDownload).mutation(async ({ ctx, input }) =>
    answer(
      await auditedWrite(ctx.services, { actor: ctx.actor }, async (_tx, note) => {
        note({
          action: input.kind === "paper" ? "chart.printed" : "chart.downloaded",
          objectType: "chart",
          objectId: `${input.chart}.${input.kind}`,
        });
        return {};
      }),
    ),
  ),
});
