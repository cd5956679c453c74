import { ReadInsights } from "#core/contracts/insights.ts";
import { router, signedInProcedure } from "#server/http/trpc.ts";
import { readInsights } from "./read.ts";

export const insightsRouter = router({
  read: signedInProcedure.input(ReadInsights).query(({ ctx, input }) => readInsights(ctx.db, ctx.scope, { today: ctx.today, window: input?.window })),
});
