import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import classes from "./goals.module.css";

interface EditableLineProps {
  readonly name: string;
  readonly wording: string;
  readonly locked: boolean;
  readonly onSave: (wording: string) => Promise<unknown>;
}

/** A line that can be reworded where it stands: Enter saves, Escape gives up. */
export function EditableLine({ name, wording, locked, onSave }: EditableLineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (typed === null) {
    return (
      <div className={classes.line}>
        <span className={classes.wording}>{wording}</span>
        {locked ? null : (
          <button type="button" className={classes.act} aria-label={`Reword the ${name}: ${wording}`} onClick={() => setTyped(wording)}>
            Reword
          </button>
        )}
      </div>
    );
  }
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === "") return;
        onSave(typed.trim()).then(() => setTyped(null), setError);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") setTyped(null);
      }}
    >
      <TextInput
        autoFocus
        className={classes.addField ?? ""}
        aria-label={`Wording of the ${name}`}
        value={typed}
        error={error ? sentenceFor(error) : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Save
      </Button>
      <Button variant="subtle" onClick={() => setTyped(null)}>
        Cancel
      </Button>
    </form>
  );
}
