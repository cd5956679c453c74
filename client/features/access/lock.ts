import { useMutation } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { forgetEverything } from "#client/api/client.ts";
import { currentLockState, type LockState, saveBeforeLock, setLockState, subscribeToLockState } from "#client/api/lock-state.ts";
import { leaveForSignIn, lock, signOut, unlock } from "#client/api/sign-in.ts";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import { clearNotices } from "#client/ui/notices.tsx";

/** The windows of one browser share a sign-in, so they lock, open and leave together. No record crosses it. */
type Word = "active" | "locked" | "open" | "signed-out";
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("open-chair");

export function tellOtherWindows(word: Word): void {
  channel?.postMessage(word);
}

export function listenToOtherWindows(listener: (word: Word) => void): () => void {
  function hear(event: MessageEvent<Word>) {
    listener(event.data);
  }
  channel?.addEventListener("message", hear);
  return () => channel?.removeEventListener("message", hear);
}

export function useLockState(): LockState {
  return useSyncExternalStore(subscribeToLockState, currentLockState);
}

/** Saves what is being typed, then locks here and on the server. The page closes even where the server is silent. */
export async function lockNow(): Promise<void> {
  await saveBeforeLock();
  setLockState("locked");
  clearNotices();
  tellOtherWindows("locked");
  // A server that cannot be told locks by itself after the same quarter of an hour.
  await lock().catch(() => undefined);
}

/** The password given again; on success the same place opens. */
export function useUnlock() {
  return useMutation({
    mutationFn: (password: string) => unlock(password),
    onSuccess: () => {
      setLockState("open");
      tellOtherWindows("open");
    },
  });
}

/** Ends the sign-in on the server, then leaves the page with everything in it. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      await saveBeforeLock();
      await signOut();
      // At once, before one of their own calls is refused and they leave as if their twelve hours had ended.
      tellOtherWindows("signed-out");
      await forgetEverything();
      forgetKeptText();
    },
    onSuccess: () => leaveForSignIn("signed-out"),
  });
}

/** What other windows of this browser say. */
export function heedOtherWindow(word: Word): void {
  if (word === "locked") setLockState("locked");
  if (word === "open") setLockState("open");
  if (word === "signed-out") {
    forgetKeptText();
    leaveForSignIn("signed-out");
  }
}
