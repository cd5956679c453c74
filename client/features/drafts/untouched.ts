import { queryClient } from "#client/api/client.ts";
import { currentLockState } from "#client/api/lock-state.ts";
import { discardDraft } from "#client/api/save-draft.ts";

const leaving = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * A log that was opened and left without a key is not a draft to finish: it goes. Not when the screen only locked, and not
 * when the same screen is built again in the same moment.
 */
export function leaveUntouched(draftId: string): void {
  if (currentLockState() !== "open") return;
  const discard = () => {
    leaving.delete(draftId);
    void discardDraft(draftId).then(
      () => queryClient.invalidateQueries(),
      // It stays in the list of drafts to finish, where it can be discarded by hand.
      () => undefined,
    );
  };
  leaving.set(draftId, setTimeout(discard, 0));
}

export function returnTo(draftId: string): void {
  clearTimeout(leaving.get(draftId));
  leaving.delete(draftId);
}
