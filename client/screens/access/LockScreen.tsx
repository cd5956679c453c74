import { LockForm } from "#client/features/access/LockForm.tsx";
import { DeskSheet } from "#client/ui/DeskSheet.tsx";

/** Stands in place of every signed-in screen; unlocking shows the same place again. */
export function LockScreen() {
  return (
    <DeskSheet
      title="Locked"
      sub="Enter your password to go on where you were. A session being logged is a draft. A case or a change you began to write is kept until this window is closed or loaded anew."
    >
      <LockForm />
    </DeskSheet>
  );
}
