import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { saveDraft, startDraft } from "#client/api/save-draft.ts";
import type { DraftText } from "./draft-saver.ts";

/** The draft on the form was finished or discarded in another window: what is typed here goes into a new one. */
export function useKeepAsNew(caseId: string, onKept: (draftId: string) => void) {
  const [requestKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async (text: DraftText) => {
      const { id, revision } = await startDraft(caseId, requestKey);
      await saveDraft({ draftId: id, revision, ...text });
      return id;
    },
    onSuccess: onKept,
  });
}
