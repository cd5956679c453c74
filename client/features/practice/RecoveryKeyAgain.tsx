import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import classes from "./set-up.module.css";

/** The recovery key for the owner who did not write it down at set-up: for the password, and gone when it is hidden or left. */
export function RecoveryKeyAgain() {
  const trpc = useTRPC();
  const [password, setPassword] = useState("");
  const shown = useRef<HTMLOutputElement>(null);
  // No time in memory: neither the password nor the key outlives this panel.
  const asking = useMutation(trpc.practice.recoveryKey.mutationOptions({ gcTime: 0, onSettled: () => setPassword("") }));
  const { data } = asking;

  useEffect(() => {
    if (data) shown.current?.focus();
  }, [data]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (password !== "" && !asking.isPending) asking.mutate({ password });
  }

  if (data) {
    return (
      <div className={classes.form}>
        <output ref={shown} tabIndex={-1} className={classes.key} aria-label="Recovery key">
          {data.recoveryKey}
        </output>
        <div>
          <Button variant="default" onClick={() => asking.reset()}>
            Hide the recovery key
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordInput
        label="Your password"
        description="To see the recovery key again; that is written to the audit trail"
        autoComplete="current-password"
        value={password}
        error={asking.isError ? sentenceFor(asking.error) : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password", tabIndex: 0 }}
      />
      <div>
        <Button type="submit" variant="default" loading={asking.isPending} disabled={password === ""}>
          Show the recovery key
        </Button>
      </div>
    </form>
  );
}
