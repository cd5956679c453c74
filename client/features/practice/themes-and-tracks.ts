import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";

/** The practice's themes, built-in and own, and how to change its own. A change shows wherever themes are offered. */
export function useThemes() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const afterwards = { onSuccess: () => queryClient.invalidateQueries() };
  return {
    themes: useQuery(trpc.practice.themes.queryOptions()),
    add: useMutation(trpc.practice.addTheme.mutationOptions(afterwards)),
    change: useMutation(trpc.practice.changeTheme.mutationOptions(afterwards)),
  };
}

/** The practice's own tracks, and how to add, rename and archive one. */
export function useTracks() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const afterwards = { onSuccess: () => queryClient.invalidateQueries() };
  return {
    tracks: useQuery(trpc.practice.tracks.queryOptions()),
    add: useMutation(trpc.practice.addTrack.mutationOptions(afterwards)),
    change: useMutation(trpc.practice.changeTrack.mutationOptions(afterwards)),
  };
}

/** True once both lists are read or refused: what stands below them is drawn then, so that nothing is pushed down. */
export function useListsSettled(): boolean {
  const { themes } = useThemes();
  const { tracks } = useTracks();
  return !themes.isPending && !tracks.isPending;
}
