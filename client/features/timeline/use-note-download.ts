import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import type { CaseChart, LeavingKind } from "#core/vocabulary/chart-export.ts";

/**
 * For `ChartFigure.onDownload`: `useNoteDownload(caseId, "measure")`. Writes the entry of the trail, and answers whether it
 * stands there; without it no file may be made.
 */
export function useNoteDownload(caseId: string, chart: CaseChart): (kind: LeavingKind) => Promise<boolean> {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.timeline.noteDownload.mutationOptions());
  return (kind) => stands(mutateAsync({ caseId, chart, kind }));
}

/** The same for the charts over all cases. */
export function useNoteCaseloadDownload(): (kind: LeavingKind) => Promise<boolean> {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.caseload.noteDownload.mutationOptions());
  return (kind) => stands(mutateAsync({ chart: "insights", kind }));
}

/** What went wrong is said by the figure in one way, whatever it was: the file was not made. */
function stands(entry: Promise<unknown>): Promise<boolean> {
  return entry.then(
    () => true,
    () => false,
  );
}
