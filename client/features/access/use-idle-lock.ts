import { useEffect } from "react";
import { trpcClient } from "#client/api/client.ts";
import { heedOtherWindow, listenToOtherWindows, lockNow, tellOtherWindows } from "./lock.ts";

/** The same quarter of an hour that the server counts (docs/security.md, "The idle lock"). */
export const IDLE_LOCK_MINUTES = 15;
const IDLE_LOCK_MS = IDLE_LOCK_MINUTES * 60_000;

/** Reading and scrolling send nothing, so a word goes to the server now and then while somebody is there. */
const TELL_SERVER_EVERY_MS = 4 * 60_000;
const TELL_WINDOWS_EVERY_MS = 15_000;
const LOOK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] as const;

/**
 * Locks after a quarter of an hour without a sign of life in any window of this browser. By the clock, not by a timer:
 * a laptop that slept through the quarter locks when it wakes, before the first key counts as being there.
 */
export function useIdleLock(): void {
  useEffect(() => {
    let lastSeen = Date.now();
    let toldServer = lastSeen;
    let toldWindows = 0;
    let locking = false;

    function lockIfIdle(): boolean {
      if (Date.now() - lastSeen < IDLE_LOCK_MS) return false;
      if (!locking) {
        locking = true;
        void lockNow();
      }
      return true;
    }

    function seen() {
      if (lockIfIdle()) return;
      lastSeen = Date.now();
      if (lastSeen - toldWindows >= TELL_WINDOWS_EVERY_MS) {
        toldWindows = lastSeen;
        tellOtherWindows("active");
      }
      if (lastSeen - toldServer >= TELL_SERVER_EVERY_MS) {
        toldServer = lastSeen;
        trpcClient.practice.me.query().catch(() => undefined);
      }
    }

    const timer = setInterval(lockIfIdle, LOOK_EVERY_MS);
    const stopListening = listenToOtherWindows((word) => {
      if (word === "active") lastSeen = Date.now();
      else heedOtherWindow(word);
    });
    document.addEventListener("visibilitychange", lockIfIdle);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      stopListening();
      document.removeEventListener("visibilitychange", lockIfIdle);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen, { capture: true });
    };
  }, []);
}
