import { AddMeasure, AddMeasureAnswer, ArchiveMeasure, ImportQuestionnaire, type MeasureView } from "#core/contracts/measure.ts";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { answer, router, signedInProcedure } from "#server/http/trpc.ts";
import { archiveMeasure, keepMeasure, readMeasures } from "./store.ts";
import { importQuestionnaire } from "./write.ts";

export const measuresRouter = router({
  list: signedInProcedure.query(({ ctx }): Promise<MeasureView[]> => readMeasures(ctx.db, ctx.scope)),

  add: signedInProcedure.input(AddMeasure).mutation(async ({ ctx, input }): Promise<{ measureId: string }> => {
    const { requestKey, source, ...figures } = input;
    const request = { requestKey, action: "measure.added", body: input, answer: AddMeasureAnswer };
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor, request }, async (tx, note) => {
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
});
