import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { courseOf } from "#core/series/timeline.ts";

/** A case's course in one read, with every series built once for chart, table and sentences. */
export function useCourse(caseId: string) {
  const trpc = useTRPC();
  const trajectory = useQuery(trpc.trajectories.read.queryOptions({ caseId }));
  const course = useMemo(() => trajectory.data && courseOf(trajectory.data), [trajectory.data]);
  return { course, view: trajectory.data, isError: trajectory.isError, sentence: sentenceFor(trajectory.error), refetch: trajectory.refetch };
}
