import { NoteGuess } from "#core/contracts/reading.ts";
import { noteGuess } from "#server/features/note-guess/write.ts";
import { answer, caseProcedure, router } from "#server/trpc.ts";

export const guessesRouter = router({
  note: caseProcedure
    .input(NoteGuess)
    .mutation(async ({ ctx, input }) => answer(await noteGuess(ctx.services, ctx.caseScope, { input, today: ctx.today }))),
});
