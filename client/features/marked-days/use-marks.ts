import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { showNotice } from "#client/ui/notices.tsx";
import type { MarkedDayView } from "#core/contracts/reading.ts";

type Marked = Pick<MarkedDayView, "day" | "wording" | "origin">;

/** Marks a day; `onMarked` is told which mark it is. */
export function useMarkDay(caseId: string, onMarked: (markedDayId: string) => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.markedDays.mark.mutationOptions({
      onSuccess: async ({ markedDayId }) => {
        await queries.invalidateQueries(trpc.timeline.read.queryFilter({ caseId }));
        onMarked(markedDayId);
      },
    }),
  );
}

/** Takes a mark off, with a way back. */
export function useUnmarkDay(caseId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries(trpc.timeline.read.queryFilter({ caseId }));
  const onError = (fault: unknown) => showNotice({ kind: "trouble", words: sentenceFor(fault) });
  const mark = useMutation(trpc.markedDays.mark.mutationOptions({ onSuccess: readAgain, onError }));
  const unmark = useMutation(trpc.markedDays.unmark.mutationOptions({ onSuccess: readAgain, onError }));
  return {
    isPending: unmark.isPending,
    unmark: ({ id, ...marked }: Marked & { readonly id: string }) =>
      unmark.mutate(
        { caseId, markedDayId: id },
        {
          onSuccess: () =>
            showNotice({
              kind: "done",
              words: "The mark is off",
              undo: () => mark.mutate({ caseId, requestKey: crypto.randomUUID(), ...marked }),
            }),
        },
      ),
  };
}
