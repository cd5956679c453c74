import { z } from "zod";
import { Id } from "#core/contracts/fields.ts";
import { refuse } from "#core/vocabulary/refusal.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { findVersion, readPrivateNote } from "./store.ts";

const ReadPrivateNote = z.object({ caseId: Id, sessionId: Id, version: z.number().int().min(1) });

export const privateNotesRouter = router({
  /** A mutation, because reading a private note leaves its mark in the trail before the text leaves the server. */
  read: caseProcedure.input(ReadPrivateNote).mutation(async ({ ctx, input }): Promise<{ text: string }> => {
    const { services, caseScope, actor } = ctx;
    return answer(
      await auditedWrite(services, { actor }, async (tx, note) => {
        const occasionId = await findVersion(tx, caseScope, input);
        if (occasionId === null) return refuse("not-found");
        const text = await readPrivateNote(tx, { scope: caseScope, key: services.keys.privateNotes }, { occasionId });
        note({ action: "private-note.read", objectType: "occasion", objectId: occasionId, caseId: caseScope.caseId });
        return { text };
      }),
    );
  }),
});
