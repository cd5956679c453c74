import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { usePracticeState } from "#client/features/practice/practice-state.ts";
import { RecoveryKey } from "#client/features/practice/RecoveryKey.tsx";
import { SetUpForm } from "#client/features/practice/SetUpForm.tsx";
import { DeskSheet } from "#client/ui/DeskSheet.tsx";
import { focusPage } from "#client/ui/focus-page.ts";
import type { SetUpAnswer } from "#core/contracts/practice.ts";

/** The first run, in two steps: the form, then the recovery key. */
export function SetUpScreen() {
  const [answer, setAnswer] = useState<SetUpAnswer | null>(null);
  const state = usePracticeState();
  const navigate = useNavigate();
  const alreadySetUp = state.data?.state === "ready" && answer === null;

  useEffect(() => {
    if (alreadySetUp) void navigate({ to: "/sign-in", replace: true });
  }, [alreadySetUp, navigate]);

  useEffect(() => {
    if (answer) focusPage();
  }, [answer]);

  if (answer) {
    return (
      <DeskSheet title="Your recovery key" wide>
        <RecoveryKey answer={answer} onContinue={() => void navigate({ to: "/", replace: true })} />
      </DeskSheet>
    );
  }
  return (
    <DeskSheet
      title="Set up your practice"
      sub="A place for cases where one partner does the work and the other only observes. Everything stays on this computer."
      wide
    >
      <SetUpForm onDone={setAnswer} />
    </DeskSheet>
  );
}
