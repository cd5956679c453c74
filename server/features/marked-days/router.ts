import { MarkDay, MarkDayAnswer, UnmarkDay } from "#core/contracts/reading.ts";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { markDay, unmarkDay } from "./store.ts";

export const markedDaysRouter = router({
  mark: caseProcedure.input(MarkDay).mutation(async ({ ctx, input }) => {
    const request = { requestKey: input.requestKey, action: "day.marked", body: input, answer: MarkDayAnswer };
    const { day, wording, origin } = input;
    return answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope, request }, async ({ tx, scope, note }) => {
        const markedDayId = await markDay(tx, scope, { day, wording, origin, today: ctx.today, now: ctx.services.now() });
        if (isRefusal(markedDayId)) return markedDayId;
        note({ action: "day.marked", objectType: "marked-day", objectId: markedDayId, caseId: input.caseId });
        return { markedDayId };
      }),
    );
  }),

  unmark: caseProcedure.input(UnmarkDay).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        note({ action: "day.unmarked", objectType: "marked-day", objectId: input.markedDayId, caseId: input.caseId });
        return (await unmarkDay(tx, scope, { markedDayId: input.markedDayId, now: ctx.services.now() })) ?? {};
      }),
    ),
  ),
});
