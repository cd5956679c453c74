import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { showNotice } from "#client/ui/notices.tsx";
import type { MeView } from "#core/contracts/practice.ts";
import { readMeAgain } from "./me.tsx";

type PracticeFields = Pick<MeView, "timeZone" | "movedWithinDays" | "noMoveAfterSessions"> & { readonly name: string };

/** The practice's own settings are edited in two places and sent whole: what a form does not show stays as it is. */
export function useEditPractice(me: MeView) {
  const trpc = useTRPC();
  const editing = useMutation(
    trpc.practice.edit.mutationOptions({
      onSuccess: async () => {
        await readMeAgain();
        showNotice({ kind: "done", words: "Saved." });
      },
    }),
  );
  const { practiceName: name, timeZone, movedWithinDays, noMoveAfterSessions } = me;
  return {
    edit: (change: Partial<PracticeFields>) => editing.mutate({ name, timeZone, movedWithinDays, noMoveAfterSessions, ...change }),
    error: editing.error,
    busy: editing.isPending,
  };
}
