import { caseProcedure, router } from "#server/trpc.ts";
import { readTrajectory } from "./read.ts";

export const trajectoriesRouter = router({
  read: caseProcedure.query(({ ctx }) => readTrajectory(ctx.db, ctx.caseScope, ctx.today)),
});
