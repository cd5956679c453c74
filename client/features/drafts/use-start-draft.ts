import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { useTRPC } from "#client/api/client.ts";
import { leftBehind } from "./untouched.ts";

interface StartDraft {
  readonly start: (caseId: string, corrects?: string) => Promise<string>;
  readonly busy: boolean;
  readonly error: unknown;
}

/** Begins a log (or the correction of one) and gives its draft's id. A doubled key makes one draft. */
export function useStartDraft(): StartDraft {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation(trpc.drafts.start.mutationOptions());
  const underWay = useRef(new Map<string, Promise<string>>());

  const start = useCallback(
    (caseId: string, corrects?: string) => {
      const key = `${caseId}/${corrects ?? ""}`;
      const known = underWay.current.get(key);
      if (known) return known;
      const answer = leftBehind()
        .then(() => mutateAsync({ caseId, requestKey: crypto.randomUUID(), corrects: corrects ?? null }))
        .then(
          (draft) => {
            void queries.invalidateQueries();
            return draft.id;
          },
          (failure: unknown) => {
            underWay.current.delete(key);
            throw failure;
          },
        );
      underWay.current.set(key, answer);
      return answer;
    },
    [mutateAsync, queries],
  );
  return { start, busy: isPending, error };
}
