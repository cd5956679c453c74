/**
 * Whether this window is open or locked. A store outside React, because a `locked` refusal can come from any call.
 * Locking takes the record off the page (the signed-in screens unmount) and what was read out of memory (the query cache is
 * cleared). What a form held that was being typed stays in memory (`useKeptText`), so that a lock destroys no words.
 */
export type LockState = "open" | "locked";

let state: LockState = "open";
const listeners = new Set<() => void>();
const savesBeforeLock = new Set<() => Promise<void>>();

/** How long a lock waits for a draft to be saved: the page must not stay readable behind a dead network. */
const SAVE_WITHIN_MS = 3_000;

export function currentLockState(): LockState {
  return state;
}

export function subscribeToLockState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setLockState(next: LockState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/** A screen with unsaved typing registers how to save it; called before an idle lock. Returns how to unregister. */
export function beforeLock(save: () => Promise<void>): () => void {
  savesBeforeLock.add(save);
  return () => savesBeforeLock.delete(save);
}

/** Lets every screen save what is being typed, for at most three seconds; never throws. */
export async function saveBeforeLock(): Promise<void> {
  const saves = Promise.allSettled([...savesBeforeLock].map((save) => save()));
  await Promise.race([saves, new Promise((resolve) => setTimeout(resolve, SAVE_WITHIN_MS))]);
}
