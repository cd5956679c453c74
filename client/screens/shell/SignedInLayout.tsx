import { useEffect, useRef } from "react";
import { useLockState } from "#client/features/access/lock.ts";
import { SignedIn } from "#client/features/practice/me.tsx";
import { LockScreen } from "#client/screens/access/LockScreen.tsx";
import { focusPage } from "#client/ui/focus-page.ts";
import { Shell } from "./Shell.tsx";

/** Everything behind the sign-in. Locked, nothing of it is in the page; the address stays, so unlocking returns to it. */
export function SignedInLayout() {
  const lockState = useLockState();
  const wasLocked = useRef(false);
  useEffect(() => {
    if (wasLocked.current && lockState === "open") focusPage();
    wasLocked.current = lockState === "locked";
  }, [lockState]);
  if (lockState === "locked") return <LockScreen />;
  return (
    <SignedIn meanwhile={null}>
      <Shell />
    </SignedIn>
  );
}
