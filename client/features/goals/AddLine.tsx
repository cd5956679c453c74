import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import classes from "./goals.module.css";

interface AddLineProps {
  readonly label: string;
  readonly placeholder: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAdd: (wording: string, requestKey: string) => Promise<unknown>;
}

/** One line and Enter. The words stay until they are saved. */
export function AddLine({ label, placeholder, busy, error, onAdd }: AddLineProps) {
  const [wording, setWording] = useState("");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const tooLong = wording.trim().length > 500;
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (wording.trim() === "" || busy || tooLong) return;
        onAdd(wording.trim(), requestKey).then(
          () => {
            setWording("");
            setRequestKey(crypto.randomUUID());
          },
          () => undefined,
        );
      }}
    >
      <TextInput
        className={classes.addField ?? ""}
        aria-label={label}
        placeholder={placeholder}
        value={wording}
        error={tooLong ? "One line, at most 500 characters." : error ? sentenceFor(error) : undefined}
        onChange={(event) => {
          setWording(event.currentTarget.value);
          // Another text is another request.
          setRequestKey(crypto.randomUUID());
        }}
      />
      <Button type="submit" variant="default" loading={busy}>
        Add
      </Button>
    </form>
  );
}
