import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import type { Day } from "#core/day.ts";
import { firstMoveCurve } from "#core/insights/first-move-curve.ts";

/** The figures across one's own cases in one read, with the curve built once for picture, table and sentences. */
export function useInsights(from: Day | null) {
  const trpc = useTRPC();
  // Other days in the place of these: what is there stays until they come, so that nothing jumps.
  const read = useQuery({
    ...trpc.insights.read.queryOptions(from === null ? undefined : { window: { from } }),
    placeholderData: (before) => before,
  });
  const curve = useMemo(() => (read.data ? firstMoveCurve(read.data.firstMoves.waits) : null), [read.data]);
  return { view: read.data, curve, isError: read.isError, sentence: sentenceFor(read.error), refetch: read.refetch };
}
