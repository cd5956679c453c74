import { NoteGuess } from "#core/contracts/reading.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { noteGuess } from "./write.ts";

export const guessesRouter = router({
  note: caseProcedure
    .input(NoteGuess)
    .mutation(async ({ ctx, input }) => answer(await noteGuess(ctx.services, ctx.caseScope, { input, today: ctx.today }))),
});
