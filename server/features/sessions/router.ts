import { z } from "zod";
import { Id } from "#core/contracts/fields.ts";
import { FinishDraft, LogSession, MoveSession, VoidSession } from "#core/contracts/session.ts";
import { refuse } from "#core/vocabulary/refusal.ts";
import { answer, caseProcedure, router, signedInProcedure } from "#server/http/trpc.ts";
import { readSession } from "./read.ts";
import { finishDraft, logSession } from "./write.ts";
import { moveSession, voidSession } from "./write-set-aside.ts";

export const sessionsRouter = router({
  // Whose the case is, is asked once, inside the write: it must be asked there, and every log waits for it.
  log: signedInProcedure
    .input(LogSession)
    .mutation(async ({ ctx, input }) => answer(await logSession(ctx.services, ctx.scope, { input, today: ctx.today }))),

  finish: signedInProcedure
    .input(FinishDraft)
    .mutation(async ({ ctx, input }) => answer(await finishDraft(ctx.services, ctx.scope, { input, today: ctx.today }))),

  show: caseProcedure
    .input(z.object({ caseId: Id, sessionId: Id }))
    .query(async ({ ctx, input }) => answer((await readSession(ctx.db, ctx.caseScope, input.sessionId)) ?? refuse("not-found"))),

  move: caseProcedure.input(MoveSession).mutation(async ({ ctx, input }) => answer(await moveSession(ctx.services, ctx.caseScope, input))),

  void: caseProcedure.input(VoidSession).mutation(async ({ ctx, input }) => answer(await voidSession(ctx.services, ctx.caseScope, input))),
});
