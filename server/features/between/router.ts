import { NoteChange } from "#core/contracts/session.ts";
import { noteChange } from "#server/features/note-change/write.ts";
import { answer, caseProcedure, router } from "#server/trpc.ts";

export const betweenRouter = router({
  note: caseProcedure
    .input(NoteChange)
    .mutation(async ({ ctx, input }) => answer(await noteChange(ctx.services, ctx.caseScope, { input, today: ctx.today }))),
});
