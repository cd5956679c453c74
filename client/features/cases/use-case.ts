import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";

/** One case, once it is known which. */
export function useCase(caseId: string | undefined) {
  const trpc = useTRPC();
  return useQuery(trpc.cases.show.queryOptions(caseId === undefined ? skipToken : { caseId }));
}

/** The case that the address names. */
export function useCaseHere() {
  const { caseId } = useParams({ strict: false });
  return useCase(caseId);
}

/** After any write everything read so far may be out of date: caseload, timeline and case share their facts. */
export function useReadAgain(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries();
}

/** Made once per intent and reused on every retry, so that a doubled or repeated request makes one row. */
export function useRequestKey(): string {
  const [key] = useState(() => crypto.randomUUID());
  return key;
}

interface Outcomes<Answer> {
  readonly onDone: (answer: Answer) => void;
  readonly onRefused: (error: unknown) => void;
}

export function useOpenCase({ onDone, onRefused }: Outcomes<{ readonly caseId: string }>) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const onSuccess = (answer: { readonly caseId: string }) => {
    readAgain();
    onDone(answer);
  };
  return useMutation(trpc.cases.open.mutationOptions({ onSuccess, onError: onRefused }));
}

export function useEditCase({ onDone, onRefused }: Outcomes<{ readonly revision: number }>) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const onSuccess = (answer: { readonly revision: number }) => {
    readAgain();
    onDone(answer);
  };
  return useMutation(trpc.cases.edit.mutationOptions({ onSuccess, onError: onRefused }));
}
