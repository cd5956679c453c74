import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { showNotice } from "#client/ui/notices.tsx";

/** The home screen in one read. Always asked for again on arrival: a session may just have been finished. */
export function useCaseload() {
  const trpc = useTRPC();
  const caseload = useQuery({ ...trpc.caseload.read.queryOptions(), staleTime: 0 });
  return { data: caseload.data, isError: caseload.isError, sentence: sentenceFor(caseload.error), refetch: caseload.refetch };
}

interface Dismissal {
  readonly caseId: string;
  readonly label: string;
  readonly panel: "moved" | "no-move";
  readonly upTo: number;
  readonly reason: string | null;
}

/** "Seen, thank you": takes an item off its panel until there is news, and can be undone. */
export function useDismiss() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.caseload.read.queryKey();
  const dismissing = useMutation(
    trpc.caseload.dismiss.mutationOptions({
      onError: (error) => showNotice({ kind: "trouble", words: sentenceFor(error) }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
    }),
  );

  /** Read up to nothing: the item shows again. */
  function undo({ caseId, panel }: Dismissal) {
    dismissing.mutate({ caseId, panel, upTo: 0, reason: null });
  }

  return function dismiss(dismissal: Dismissal) {
    const { label, ...input } = dismissal;
    const list = dismissal.panel === "moved" ? "moved" : "noMove";
    queryClient.setQueryData(key, (before) => before && { ...before, [list]: before[list].filter((item) => item.caseId !== dismissal.caseId) });
    dismissing.mutate(input, {
      onSuccess: () => showNotice({ kind: "done", words: `${label} is off this list until there is news.`, undo: () => undo(dismissal) }),
    });
  };
}
