import { z } from "zod";
import { Id } from "#core/contracts/fields.ts";
import { AnswerPrompt, CorrectScore, RecordResponse, RecordScore, VoidScore } from "#core/contracts/measure.ts";
import { refuse } from "#core/vocabulary/refusal.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { readCaseMeasures } from "./read.ts";
import { scoreVersions } from "./store.ts";
import { answerPrompt, correctScore, recordResponse, recordScore, voidScore } from "./write.ts";

export const scoresRouter = router({
  ofCase: caseProcedure.query(({ ctx }) => readCaseMeasures(ctx.db, ctx.caseScope, ctx.today)),

  versions: caseProcedure.input(z.object({ caseId: Id, scoreId: Id })).query(async ({ ctx, input }) => {
    const versions = await scoreVersions(ctx.db, ctx.caseScope, input.scoreId);
    return answer(versions.length === 0 ? refuse("not-found") : versions);
  }),

  record: caseProcedure
    .input(RecordScore)
    .mutation(async ({ ctx, input }) => answer(await recordScore(ctx.services, ctx.caseScope, { input, today: ctx.today }))),

  correct: caseProcedure
    .input(CorrectScore)
    .mutation(async ({ ctx, input }) => answer(await correctScore(ctx.services, ctx.caseScope, { input, today: ctx.today }))),

  recordResponse: caseProcedure
    .input(RecordResponse)
    .mutation(async ({ ctx, input }) => answer(await recordResponse(ctx.services, ctx.caseScope, { input, today: ctx.today }))),

  answerPrompt: caseProcedure
    .input(AnswerPrompt)
    .mutation(async ({ ctx, input }) => answer(await answerPrompt(ctx.services, ctx.caseScope, { input, today: ctx.today }))),

  void: caseProcedure.input(VoidScore).mutation(async ({ ctx, input }) => answer(await voidScore(ctx.services, ctx.caseScope, input))),
});
