import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { safeReturnPath, signIn } from "#client/api/sign-in.ts";
import classes from "./access.module.css";

/** E-mail and password. On success the page is loaded anew at the place it came from: nothing of before stays in it. */
export function SignInForm({ from }: { readonly from: string | undefined }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signingIn = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: () => location.replace(safeReturnPath(from)),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!signingIn.isPending) signingIn.mutate();
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password", tabIndex: 0 }}
      />
      {signingIn.isError && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(signingIn.error)}
        </p>
      )}
      <Button type="submit" loading={signingIn.isPending || signingIn.isSuccess}>
        Sign in
      </Button>
      <p className={classes.hint}>
        Forgotten? On the computer where Open Chair runs, <code>npm run reset-password -- --email {email.trim() || "you@example.org"}</code> sets a
        new one. There is no mail to wait for.
      </p>
    </form>
  );
}
