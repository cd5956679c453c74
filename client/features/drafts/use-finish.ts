import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { refusalOf } from "#client/api/refusals.ts";
import type { DraftView } from "#core/contracts/draft.ts";
import type { OpenDraft } from "./use-draft.ts";

export interface Finished {
  readonly sessionId: string;
  readonly caseId: string;
}

/** Everything is read again where it is shown next; asking for the draft itself again would only hear that it is gone. */
const WHEN_SHOWN_NEXT = { refetchType: "none" } as const;

interface Finish {
  readonly busy: boolean;
  /** Saves the last keys, then finishes; null when the last keys could not be saved. Throws what the server refused. */
  readonly finish: () => Promise<Finished | null>;
  readonly discard: () => Promise<void>;
}

/** Makes a session of a draft. A doubled key or click, a retry and a second tab all send the same key: one session. */
export function useFinish(draft: DraftView, open: OpenDraft): Finish {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutateAsync: finishDraft } = useMutation(trpc.sessions.finish.mutationOptions());
  const { mutateAsync: discardDraft } = useMutation(trpc.drafts.discard.mutationOptions());
  const [busy, setBusy] = useState(false);
  const underWay = useRef<Promise<Finished | null> | null>(null);
  const { flush, recheck, close } = open;

  const finish = useCallback(() => {
    const send = async () => {
      setBusy(true);
      try {
        const revision = await flush();
        if (revision === null) return null;
        const finished = await finishDraft({ draftId: draft.id, revision, requestKey: `finish-${draft.id}` });
        close();
        void queries.invalidateQueries(WHEN_SHOWN_NEXT);
        return finished;
      } catch (error) {
        if (refusalOf(error)?.code === "draft-changed-meanwhile") await recheck();
        throw error;
      } finally {
        setBusy(false);
        underWay.current = null;
      }
    };
    underWay.current ??= send();
    return underWay.current;
  }, [draft.id, flush, recheck, close, finishDraft, queries]);

  const discard = useCallback(async () => {
    // A save that is still waiting would only hear that the draft is gone.
    await flush();
    await discardDraft({ draftId: draft.id });
    close();
    void queries.invalidateQueries(WHEN_SHOWN_NEXT);
  }, [draft.id, flush, close, discardDraft, queries]);

  return { busy, finish, discard };
}
