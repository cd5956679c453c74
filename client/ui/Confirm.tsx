import type { ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import { SheetForm } from "./SheetForm.tsx";

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
  readonly danger?: boolean;
}

/** Asks before an act that cannot be undone with one click. Enter in a field confirms, Escape gives up. */
export function Confirm({
  title,
  opened,
  children,
  confirmLabel,
  cancelLabel = "Cancel",
  onConfirm,
  onCancel,
  busy,
  disabled,
  danger,
}: ConfirmProps) {
  return (
    <Dialog title={title} opened={opened} onClose={onCancel}>
      <SheetForm
        submitLabel={confirmLabel}
        cancelLabel={cancelLabel}
        onSubmit={onConfirm}
        onCancel={onCancel}
        busy={busy ?? false}
        disabled={disabled ?? false}
        danger={danger ?? false}
      >
        {children}
      </SheetForm>
    </Dialog>
  );
}
