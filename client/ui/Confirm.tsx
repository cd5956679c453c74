import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import dialogClasses from "./Dialog.module.css";
import { Dialog, DialogActions } from "./Dialog.tsx";

interface ConfirmProps {
  readonly title: string;
  readonly opened: boolean;
  /** What will happen, and what stays. May hold a field for a reason. */
  readonly children: ReactNode;
  /** A verb: "Void this session". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** True where the act takes something away. */
  readonly grave?: boolean;
}

/** Asks before an act that cannot be undone with one click. Enter in a field confirms, Escape gives up. */
export function Confirm({ title, opened, children, confirmLabel, cancelLabel = "Cancel", onConfirm, onCancel, busy, disabled, grave }: ConfirmProps) {
  return (
    <Dialog title={title} opened={opened} onClose={onCancel}>
      <form
        className={dialogClasses.confirm}
        onKeyDown={(event) => {
          // From a field of several lines or a choice as well, as on every other form here.
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && !busy) onConfirm();
        }}
      >
        {children}
        <DialogActions>
          <Button variant="default" onClick={onCancel}>
            {cancelLabel}
          </Button>
          <Button type="submit" loading={busy ?? false} disabled={disabled ?? false} {...(grave ? { color: "away" } : {})}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
