import { z } from "zod";
import { Id } from "#core/contracts/fields.ts";
import {
  AddMeasure,
  AddMeasureAnswer,
  AnswerPrompt,
  ArchiveMeasure,
  CorrectScore,
  ImportQuestionnaire,
  type MeasureView,
  RecordResponse,
  RecordScore,
  VoidScore,
} from "#core/contracts/measure.ts";
import { isRefusal, refuse } from "#core/vocabulary/refusal.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { readCaseMeasures } from "#server/features/scores/read.ts";
import { scoreVersions } from "#server/features/scores/store.ts";
import { answerPrompt, correctScore, recordResponse, recordScore, voidScore } from "#server/features/scores/write.ts";
import { answer, caseProcedure, router, signedInProcedure } from "#server/http/trpc.ts";
import { archiveMeasure, keepMeasure, readMeasures } from "./store.ts";
import { importQuestionnaire } from "./write.ts";

export const measuresRouter = router({
  list: signedInProcedure.query(({ ctx }): Promise<MeasureView[]> => readMeasures(ctx.db, ctx.scope)),

  add: signedInProcedure.input(AddMeasure).mutation(async ({ ctx, input }): Promise<{ measureId: string }> => {
    const { requestKey, source, ...figures } = input;
    const wish = { requestKey, action: "measure.added", body: input, answer: AddMeasureAnswer };
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor, wish }, async (tx, note) => {
        const measure = { ...figures, source: source ?? "", form: null };
        const kept = await keepMeasure(tx, ctx.scope, { measure, at: ctx.services.now() });
        if (isRefusal(kept)) return kept;
        note({ action: "measure.added", objectType: "measure", objectId: kept });
        return { measureId: kept };
      }),
    );
  }),

  importQuestionnaire: signedInProcedure
    .input(ImportQuestionnaire)
    .mutation(async ({ ctx, input }) => answer(await importQuestionnaire(ctx.services, ctx.scope, input))),

  archive: signedInProcedure.input(ArchiveMeasure).mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor }, async (tx, note) => {
        const refusal = await archiveMeasure(tx, ctx.scope, input);
        if (refusal) return refusal;
        note({ action: input.archived ? "measure.archived" : "measure.brought-back", objectType: "measure", objectId: input.measureId });
        return {};
      }),
    );
  }),

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
