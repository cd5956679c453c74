import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { timelineOf } from "#core/series/timeline.ts";

/** A case's timeline in one read, with every series built once for chart, table and sentences. */
export function useTimeline(caseId: string) {
  const trpc = useTRPC();
  const timelineView = useQuery(trpc.timeline.read.queryOptions({ caseId }));
  const timeline = useMemo(() => timelineView.data && timelineOf(timelineView.data), [timelineView.data]);
  return {
    timeline,
    view: timelineView.data,
    isError: timelineView.isError,
    sentence: sentenceFor(timelineView.error),
    refetch: timelineView.refetch,
  };
}
