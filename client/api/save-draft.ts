import { createTRPCClient, httpLink } from "@trpc/client";
import type { DraftBody, SaveDraftAnswer } from "#core/contracts/draft.ts";
import type { AppRouter } from "#server/http/app-router.ts";
import { RefusedError } from "./refusals.ts";

interface DraftSave {
  readonly draftId: string;
  readonly revision: number;
  readonly body: DraftBody;
  readonly privateNote: string;
}

/** Browsers refuse requests that outlive their page above 64 KB in all; counted in UTF-16 units, so a third of it is sure. */
const KEEPALIVE_LIMIT = 21_000;

/** A link of its own: unbatched, and sent so that it outlives the page when the tab is closed in the same moment. */
const saving = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: "/api/trpc",
      methodOverride: "POST",
      fetch: (url, options) => {
        const small = typeof options?.body === "string" && options.body.length < KEEPALIVE_LIMIT;
        return fetch(url, { ...(options as RequestInit), keepalive: small });
      },
    }),
  ],
});

/**
 * Saves a draft. Outside the mutation cache, because there a refusal ("signed out") would take the form and its unsaved words
 * off the screen.
 */
export async function saveDraft(save: DraftSave): Promise<SaveDraftAnswer> {
  return saving.drafts.save.mutate(save);
}

/** Throws a draft away that nobody touched. */
export async function discardDraft(draftId: string): Promise<void> {
  await saving.drafts.discard.mutate({ draftId });
}

/** A new draft of the case, for words whose own draft is gone. Throws a refusal where the draft cannot be written into. */
export async function startDraft(caseId: string, requestKey: string): Promise<{ readonly id: string; readonly revision: number }> {
  const draft = await saving.drafts.start.mutate({ caseId, requestKey, corrects: null });
  if ("broken" in draft) throw new RefusedError({ code: "draft-unreadable" });
  return draft;
}
