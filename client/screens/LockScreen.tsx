import { LockForm } from "#client/features/access/LockForm.tsx";
import { DeskSheet } from "#client/ui/DeskSheet.tsx";

/** Stands in place of every signed-in screen; unlocking shows the same place again. */
export function LockScreen() {
  return (
    <DeskSheet title="Locked" sub="Your draft is kept. Enter your password to go on where you were.">
      <LockForm />
    </DeskSheet>
  );
}
