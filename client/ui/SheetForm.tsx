import { Button } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import type { ReactNode, RefObject } from "react";
import classes from "./Dialog.module.css";
import { DialogActions } from "./Dialog.tsx";
import { KeyHint } from "./KeyHint.tsx";
import { STOPS_WITHIN } from "./stops.ts";

interface SheetFormProps {
  readonly children: ReactNode;
  readonly submitLabel: string;
  readonly cancelLabel: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly busy: boolean;
  readonly disabled?: boolean;
  /** True where the act takes something away. */
  readonly danger?: boolean;
  /** Shows Ctrl Enter on the button: where typing goes on over several rows. */
  readonly showsKey?: boolean;
  /** The fields are rows of `FormRow`, which bring their own distance. */
  readonly hasRows?: boolean;
  readonly form?: RefObject<HTMLFormElement | null>;
}

/** The form inside a dialog: its fields, then Cancel and the button that sends it. Ctrl+Enter sends it from any field. */
export function SheetForm(props: SheetFormProps) {
  const { children, submitLabel, cancelLabel, onSubmit, onCancel, busy, disabled = false, danger = false, showsKey = false } = props;
  return (
    <form
      ref={props.form}
      {...STOPS_WITHIN}
      className={classes.form}
      data-rows={props.hasRows || undefined}
      onKeyDown={(event) => getHotkeyHandler([["mod+Enter", () => event.currentTarget.requestSubmit()]])(event)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled && !busy) onSubmit();
      }}
    >
      {children}
      <DialogActions>
        <Button variant="default" onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button
          type="submit"
          loading={busy}
          disabled={disabled}
          {...(danger ? { color: "away" } : {})}
          {...(showsKey ? { "aria-keyshortcuts": "Control+Enter", rightSection: <KeyHint>Ctrl ⏎</KeyHint> } : {})}
        >
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  );
}
