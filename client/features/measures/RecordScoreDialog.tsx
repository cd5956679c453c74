import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { showNotice } from "#client/ui/notices.tsx";
import { useDialogForm } from "#client/ui/use-dialog-form.ts";
import type { MeasuresView } from "#core/contracts/measure.ts";
import { faultWords } from "./file-faults.ts";
import { ScoreDialog } from "./ScoreDialog.tsx";
import { lastMeasure } from "./score-defaults.ts";
import { doubtsOf } from "./score-doubts.ts";
import { emptyScore, responseOf, scoreOf } from "./typed-score.ts";

interface RecordScoreDialogProps {
  readonly view: MeasuresView;
  readonly label: string;
  /** The day the case was opened: an earlier score is asked about. */
  readonly openedOn: string;
  readonly onClose: () => void;
}

/** A score in seconds: the measure used last stands ready, the number and Enter do the rest. */
export function RecordScoreDialog({ view, label, openedOn, onClose }: RecordScoreDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { caseId, today, measures, scores, held } = view;
  const begin = () => ({ typed: emptyScore(lastMeasure(measures, [...scores, ...held]), today) });
  const form = useDialogForm(`record-score/${caseId}`, begin, onClose);
  const { typed, requestKey } = form;
  const [fileFaults, setFileFaults] = useState<readonly string[]>([]);
  const name = measures.find(({ id }) => id === typed.measure)?.name ?? "";

  const done = (remarks: readonly string[]) => {
    void queries.invalidateQueries();
    showNotice({ kind: "done", words: [`${name} recorded for ${label}`, ...remarks].join(". ") });
    form.close();
  };
  const record = useMutation(trpc.scores.record.mutationOptions({ onSuccess: () => done([]) }));
  const respond = useMutation(
    trpc.scores.recordResponse.mutationOptions({
      onSuccess: (answer) => (answer.recorded ? done(answer.remarks) : setFileFaults(answer.faults.map(faultWords))),
    }),
  );
  const working = typed.way === "file" ? respond : record;

  return (
    <ScoreDialog
      title={
        <>
          Record a score · <bdi>{label}</bdi>
        </>
      }
      submitLabel="Record it"
      view={view}
      form={form}
      onChange={() => setFileFaults([])}
      onSave={(measure) => {
        if (typed.way === "file") respond.mutate({ caseId, requestKey, ...responseOf(typed, measure) });
        else record.mutate({ caseId, requestKey, ...scoreOf(typed, measure) });
      }}
      busy={record.isPending || respond.isPending}
      error={working.error}
      fileFaults={fileFaults}
      doubts={(measure) => doubtsOf(typed, measure, { scores, held, today, openedOn })}
    />
  );
}
