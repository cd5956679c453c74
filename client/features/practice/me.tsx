import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createContext, use } from "react";
import { queryClient, TRPCProvider, trpcClient } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { keepTextOf } from "#client/ui/kept-text.ts";
import type { MeView } from "#core/contracts/practice.ts";

const MeContext = createContext<MeView | null>(null);

/** Without a clinician's id in front: it is the call that tells the id. */
const ME_KEY = ["me"] as const;

function meQuery() {
  // "today" turns at midnight, so the answer is asked for again when the window is looked at.
  return { queryKey: ME_KEY, queryFn: (): Promise<MeView> => trpcClient.practice.me.query(), staleTime: 60_000 };
}

interface SignedInProps {
  readonly children: ReactNode;
  /** What stands there until it is known who is signed in. */
  readonly meanwhile: ReactNode;
}

/** Finds out who is signed in, then gives every query key below it that clinician's id. */
export function SignedIn({ children, meanwhile }: SignedInProps) {
  const me = useQuery(meQuery());
  if (me.data) {
    // Before the first form below asks for what it held; the same word again changes nothing.
    keepTextOf(me.data.clinicianId);
    return (
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient} keyPrefix={me.data.clinicianId}>
        <MeContext value={me.data}>{children}</MeContext>
      </TRPCProvider>
    );
  }
  if (me.isError) return <ErrorState title="Open Chair could not open" sentence={sentenceFor(me.error)} onRetry={() => void me.refetch()} />;
  return meanwhile;
}

/** Who is signed in, and their practice: name, time zone, today, rules. Only below `SignedIn`. */
export function useMe(): MeView {
  const me = use(MeContext);
  if (!me) throw new Error("useMe outside SignedIn");
  return me;
}

/** Reads it again after the practice was changed. */
export async function readMeAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ME_KEY });
}
