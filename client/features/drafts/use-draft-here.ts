import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTRPC } from "#client/api/client.ts";

/** The draft in the address: read anew each time the screen opens, never while it is open. What is typed is the truth. */
export function useDraftHere() {
  const { draftId = "" } = useParams({ strict: false });
  const trpc = useTRPC();
  return useQuery(
    trpc.drafts.show.queryOptions(
      { draftId },
      { gcTime: 0, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false },
    ),
  );
}
