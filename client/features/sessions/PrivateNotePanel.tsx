import { Textarea } from "@mantine/core";
import { memo } from "react";
import { Panel } from "#client/ui/Panel.tsx";
import { STOP } from "#client/ui/stops.ts";
import { tooLongNote } from "#core/rules/note-length.ts";
import classes from "./log.module.css";

interface PrivateNotePanelProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error?: string | undefined;
}

/** Hypotheses and process: a store of its own, visibly apart from the record (docs/clinical-rules.md, "Private notes"). */
export const PrivateNotePanel = memo(function PrivateNotePanel({ text, onChange, error }: PrivateNotePanelProps) {
  return (
    <Panel kind="private" className={classes.private ?? ""} title="Private note · kept apart from the record">
      <p id="log-private-why" className={classes.apart}>
        Never printed, exported or searched unless you ask by name.
      </p>
      <Textarea
        {...STOP}
        className={classes.text ?? ""}
        aria-label="Private note"
        aria-describedby="log-private-why"
        data-field="privateNote"
        value={text}
        error={tooLongNote(text) ?? error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Panel>
  );
});
