import { Button, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { listed } from "#client/format.ts";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { NamedRow } from "./NamedRow.tsx";
import classes from "./settings.module.css";
import { useThemes } from "./themes-and-tracks.ts";

export function ThemesForm() {
  const { themes, add, change } = useThemes();
  const [name, setName] = useState("");
  // Made once per request and kept for its retries, so that a doubled click adds one theme.
  const field = useRef<HTMLInputElement>(null);
  const requestKey = useRef(crypto.randomUUID());

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "" || add.isPending) return;
    add.mutate(
      { requestKey: requestKey.current, name: name.trim() },
      {
        onSuccess: () => {
          setName("");
          requestKey.current = crypto.randomUUID();
          // The button that was pressed is disabled now; the next theme is typed here.
          field.current?.focus();
        },
      },
    );
  }

  if (themes.isError) return <ErrorState sentence={sentenceFor(themes.error)} onRetry={() => void themes.refetch()} />;
  if (!themes.data) return <LoadingState label="Reading the themes" heights={[32, 32, 32]} />;
  const own = themes.data.filter((theme) => !theme.builtIn);
  const error = add.error ?? change.error;
  return (
    <div className={classes.form}>
      <p className={classes.rule}>Built in: {listed(themes.data.filter((theme) => theme.builtIn).map((theme) => theme.name))}.</p>
      {own.length > 0 && (
        <ul className={classes.list}>
          {own.map((theme) => (
            <NamedRow
              key={theme.theme}
              name={theme.name}
              archived={theme.archived}
              busy={change.isPending && change.variables.themeId === theme.theme}
              onChange={(input) => change.mutate({ themeId: theme.theme, ...input })}
            />
          ))}
        </ul>
      )}
      {error && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(error)}
        </p>
      )}
      <form className={classes.inline} onSubmit={submit}>
        <TextInput ref={field} label="A theme of your own" maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="default" loading={add.isPending} disabled={name.trim() === ""}>
          Add theme
        </Button>
      </form>
    </div>
  );
}
