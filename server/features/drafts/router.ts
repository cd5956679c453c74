import { z } from "zod";
import { SaveDraft, StartDraft } from "#core/contracts/draft.ts";
import { Id } from "#core/contracts/fields.ts";
import { answer, caseProcedure, router, signedInProcedure } from "#server/http/trpc.ts";
import { discardDraft, saveDraft, showDraft, startDraft } from "./write.ts";

const DraftRef = z.object({ draftId: Id });

export const draftsRouter = router({
  start: caseProcedure
    .input(StartDraft)
    .mutation(async ({ ctx, input }) => answer(await startDraft(ctx.services, ctx.caseScope, { input, today: ctx.today }))),

  show: signedInProcedure.input(DraftRef).query(async ({ ctx, input }) => answer(await showDraft(ctx.services, ctx.scope, input.draftId))),

  save: signedInProcedure.input(SaveDraft).mutation(async ({ ctx, input }) => answer(await saveDraft(ctx.services, ctx.scope, input))),

  discard: signedInProcedure.input(DraftRef).mutation(async ({ ctx, input }) => answer(await discardDraft(ctx.services, ctx.scope, input.draftId))),
});
