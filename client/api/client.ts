import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/http/app-router.ts";

import { setLockState } from "./lock-state.ts";
import { isUnreachable, refusalOf } from "./refusals.ts";
import { leaveForSignIn } from "./sign-in.ts";

/** POST always: a query's input would otherwise stand in the address, and addresses end up in logs (docs/security.md, "Requests"). */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/api/trpc", methodOverride: "POST", maxItems: 10 })],
});

/** What any refused call does to the whole window: a locked server locks it, an ended sign-in ends it. */
function heed(error: unknown): void {
  const code = refusalOf(error)?.code;
  if (code === "locked") setLockState("locked");
  if (code === "not-signed-in") leaveForSignIn("ended");
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: heed }),
  mutationCache: new MutationCache({ onError: heed }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Only silence is worth another try; a refusal stays a refusal.
      retry: (failures, error) => isUnreachable(error) && failures < 2,
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/**
 * `useTRPC()` gives typed query and mutation options. Every key starts with the clinician's id (the provider's
 * `keyPrefix`), so that one clinician's cache can never answer another.
 */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter, { keyPrefix: true }>();

/** Takes everything read so far out of memory, and stops what is still being read. */
export async function forgetEverything(): Promise<void> {
  await queryClient.cancelQueries();
  queryClient.clear();
}
