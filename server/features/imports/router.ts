import { CommitImport, ImportFile, type ImportListItem, PreviewImport, UndoImport } from "#core/contracts/import.ts";
import { answer, router, signedInProcedure } from "#server/http/trpc.ts";
import { listBatches } from "./store.ts";
import { commitImport, previewImport, readImport } from "./write.ts";
import { undoImport } from "./write-undo.ts";

/** Bringing past work in. The file comes along with each step: the server keeps nothing of it in between. */
export const importsRouter = router({
  read: signedInProcedure.input(ImportFile).mutation(async ({ ctx, input }) => answer(await readImport(ctx.db, ctx.scope, input))),

  preview: signedInProcedure
    .input(PreviewImport)
    .mutation(async ({ ctx, input }) => answer(await previewImport(ctx.db, { scope: ctx.scope, today: ctx.today }, input))),

  commit: signedInProcedure
    .input(CommitImport)
    .mutation(async ({ ctx, input }) => answer(await commitImport(ctx.services, { scope: ctx.scope, today: ctx.today }, input))),

  list: signedInProcedure.query(({ ctx }): Promise<ImportListItem[]> => listBatches(ctx.db, ctx.scope)),

  undo: signedInProcedure.input(UndoImport).mutation(async ({ ctx, input }) => answer(await undoImport(ctx.services, ctx.scope, input))),
});
