import { queryClient, trpcClient } from "#client/api/client.ts";
import { currentLockState } from "#client/api/lock-state.ts";
import { discardDraft } from "#client/api/save-draft.ts";

const leaving = new Map<string, ReturnType<typeof setTimeout>>();

/** Drafts on their way out. */
const going = new Set<Promise<void>>();

/** The same untouched draft may be open in another window, and no longer untouched there. */
async function discardIfUntouched(draftId: string): Promise<void> {
  const draft = await trpcClient.drafts.show.query({ draftId });
  if ("broken" in draft || draft.revision !== 1) return;
  await discardDraft(draftId);
  void queryClient.invalidateQueries();
}

/** A new log takes up an untouched draft of its case: not one that is just going. */
export async function leftBehind(): Promise<void> {
  await Promise.all(going);
}

/**
 * A log that was opened and left without a key is not a draft to finish: it goes. Not when the screen only locked, and not
 * when the same screen is built again in the same moment.
 */
export function leaveUntouched(draftId: string): void {
  if (currentLockState() !== "open") return;
  const discard = () => {
    leaving.delete(draftId);
    const gone = discardIfUntouched(draftId).catch(
      // It stays in the list of drafts to finish, where it can be discarded by hand.
      () => undefined,
    );
    going.add(gone);
    void gone.finally(() => going.delete(gone));
  };
  leaving.set(draftId, setTimeout(discard, 0));
}

export function returnTo(draftId: string): void {
  clearTimeout(leaving.get(draftId));
  leaving.delete(draftId);
}
