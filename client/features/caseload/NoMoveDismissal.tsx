import { TextInput } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "#client/ui/Confirm.tsx";
import type { NoMoveItem } from "#core/contracts/caseload.ts";

interface NoMoveDismissalProps {
  readonly item: NoMoveItem | null;
  readonly onDismiss: (item: NoMoveItem, reason: string) => void;
  readonly onCancel: () => void;
}

/** Setting "no move" aside asks for a reason, and lasts until the next session. */
export function NoMoveDismissal({ item, onDismiss, onCancel }: NoMoveDismissalProps) {
  const [reason, setReason] = useState("");
  return (
    <Confirm
      title={item ? `Set ${item.label} aside` : ""}
      opened={item !== null}
      confirmLabel="Set aside"
      disabled={reason.trim() === ""}
      onCancel={() => {
        setReason("");
        onCancel();
      }}
      onConfirm={() => {
        if (item) onDismiss(item, reason.trim());
        setReason("");
      }}
    >
      <p>It leaves this list until the next session is logged.</p>
      <TextInput
        label="Reason"
        description="For yourself, for example: we agreed not to press this month."
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </Confirm>
  );
}
