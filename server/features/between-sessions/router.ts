import { NoteChange } from "#core/contracts/session.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { noteChange } from "./write.ts";

export const betweenRouter = router({
  note: caseProcedure
    .input(NoteChange)
    .mutation(async ({ ctx, input }) => answer(await noteChange(ctx.services, ctx.caseScope, { input, today: ctx.today }))),
});
