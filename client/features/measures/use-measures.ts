import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTRPC } from "#client/api/client.ts";

/** The scores of the case that the address names. */
export function useMeasuresHere() {
  const trpc = useTRPC();
  const { caseId } = useParams({ strict: false });
  return useQuery(trpc.scores.ofCase.queryOptions(caseId === undefined ? skipToken : { caseId }));
}

/** Every version of one score, read when they are asked for. */
export function useScoreVersions(wanted: { readonly caseId: string; readonly scoreId: string } | null) {
  const trpc = useTRPC();
  return useQuery(trpc.scores.versions.queryOptions(wanted ?? skipToken));
}

/** Answers the safety prompt of one score: busy until the scores are read again. Refused, something else was done meanwhile: they are read too. */
export function useAnswerPrompt() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(trpc.scores.answerPrompt.mutationOptions({ onSettled: () => queries.invalidateQueries() }));
}

/** All measures of the practice, archived ones too, and how to add to them. A change shows wherever a measure is offered. */
export function useCatalogue() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const afterwards = { onSuccess: () => queries.invalidateQueries() };
  return {
    measures: useQuery(trpc.measures.list.queryOptions()),
    add: useMutation(trpc.measures.add.mutationOptions(afterwards)),
    archive: useMutation(trpc.measures.archive.mutationOptions(afterwards)),
    importQuestionnaire: useMutation(trpc.measures.importQuestionnaire.mutationOptions(afterwards)),
  };
}

/** True once the measures are read or refused: what stands below them is drawn then, so that nothing is pushed down. */
export function useCatalogueSettled(): boolean {
  const trpc = useTRPC();
  return !useQuery(trpc.measures.list.queryOptions()).isPending;
}
