import { NoteDownload } from "#core/contracts/chart-export.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { readTimeline } from "./read.ts";

export const timelineRouter = router({
  read: caseProcedure.query(({ ctx }) => readTimeline(ctx.db, ctx.caseScope, ctx.today)),

  /** An export is audited (docs/security.md, "Exports"): the browser makes the file only after this has answered. */
  noteDownload: caseProcedure.input(NoteDownload).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ note }) => {
        note({
          action: input.kind === "paper" ? "chart.printed" : "chart.downloaded",
          objectType: "chart",
          objectId: `${input.chart}.${input.kind}`,
          caseId: input.caseId,
        });
        return {};
      }),
    ),
  ),
});
