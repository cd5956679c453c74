import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { SignInForm } from "#client/features/access/SignInForm.tsx";
import { usePracticeState } from "#client/features/practice/practice-state.ts";
import { DeskSheet } from "#client/ui/DeskSheet.tsx";

/** Sign-in; on a machine where nothing is set up yet, the way to set-up. */
export function SignInScreen() {
  const { from } = useSearch({ strict: false });
  const state = usePracticeState();
  const navigate = useNavigate();
  const needsSetUp = state.data?.state === "needs-set-up";

  useEffect(() => {
    if (needsSetUp) void navigate({ to: "/set-up", replace: true });
  }, [needsSetUp, navigate]);

  return (
    <DeskSheet title="Sign in" {...(from === undefined ? {} : { sub: "You come back to where you were." })}>
      <SignInForm from={from} />
    </DeskSheet>
  );
}
