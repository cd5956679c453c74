import { useQuery } from "@tanstack/react-query";
import { trpcClient } from "#client/api/client.ts";
import type { PracticeState } from "#core/contracts/practice.ts";

/** Whether this computer has a practice yet. Public, so its key carries nobody's id. */
export function usePracticeState() {
  return useQuery({ queryKey: ["practice-state"], queryFn: (): Promise<PracticeState> => trpcClient.practice.state.query(), staleTime: 0 });
}
