import { Button } from "@mantine/core";
import { sentenceFor } from "#client/api/refusals.ts";
import classes from "./access.module.css";
import { lockNow, useSignOut } from "./lock.ts";

/** Who is signed in, and the ways to leave. */
export function AccountPanel({ name, email }: { readonly name: string; readonly email: string }) {
  const leaving = useSignOut();
  return (
    <div className={classes.form}>
      <dl className={classes.facts}>
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>E-mail</dt>
        <dd>{email}</dd>
      </dl>
      <p className={classes.hint}>
        A forgotten password is set anew on this computer with <code>npm run reset-password -- --email {email}</code>; that is written to the audit
        trail.
      </p>
      {leaving.isError && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(leaving.error)}
        </p>
      )}
      <div className={classes.row}>
        <Button variant="default" onClick={() => void lockNow()}>
          Lock now
        </Button>
        <Button variant="default" loading={leaving.isPending || leaving.isSuccess} onClick={() => leaving.mutate()}>
          Sign out
        </Button>
      </div>
    </div>
  );
}
