import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTRPC } from "#client/api/client.ts";

/** Everything that was logged to the case in the address, without narrative. */
export function useTimelineHere() {
  const { caseId = "" } = useParams({ strict: false });
  const trpc = useTRPC();
  return useQuery(trpc.timeline.read.queryOptions({ caseId }));
}

/** The session in the address, with every version it ever had. */
export function useSessionHere() {
  const { caseId = "", sessionId = "" } = useParams({ strict: false });
  const trpc = useTRPC();
  return useQuery(trpc.sessions.show.queryOptions({ caseId, sessionId }));
}
