import { Button, PasswordInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useEffect, useState } from "react";
import { forgetEverything } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import classes from "./access.module.css";
import { heedOtherWindow, listenToOtherWindows, useSignOut, useUnlock } from "./lock.ts";

/** Asks for the password again. While it stands there, nothing is in the page, and nothing that was read in memory. */
export function LockForm() {
  const [password, setPassword] = useState("");
  const unlocking = useUnlock();
  const leaving = useSignOut();

  useEffect(() => {
    void forgetEverything();
    return listenToOtherWindows(heedOtherWindow);
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!unlocking.isPending) unlocking.mutate(password, { onError: () => setPassword("") });
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password", tabIndex: 0 }}
      />
      {unlocking.isError && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(unlocking.error)}
        </p>
      )}
      <Button type="submit" loading={unlocking.isPending}>
        Unlock
      </Button>
      <Button variant="subtle" onClick={() => leaving.mutate()} loading={leaving.isPending}>
        Sign out instead
      </Button>
      {leaving.isError && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(leaving.error)}
        </p>
      )}
    </form>
  );
}
