import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { useKeptText } from "#client/ui/kept-text.ts";
import { showNotice } from "#client/ui/notices.tsx";
import type { MeasuresView } from "#core/contracts/measure.ts";
import { faultWords } from "./file-faults.ts";
import { ScoreDialog } from "./ScoreDialog.tsx";
import { lastMeasure } from "./score-defaults.ts";
import { doubtsOf } from "./score-doubts.ts";
import { emptyScore, responseOf, scoreOf, type TypedScore } from "./typed-score.ts";

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
  // The key of the wish is kept with its words: sent once before a lock and again after it, it is one score.
  const { value, change, found, forget, startOver } = useKeptText(`record-score/${caseId}`, () => ({
    typed: emptyScore(lastMeasure(measures, [...scores, ...held]), today),
    requestKey: crypto.randomUUID(),
  }));
  const [fileFaults, setFileFaults] = useState<readonly string[]>([]);
  const name = measures.find(({ id }) => id === value.typed.measure)?.name ?? "";

  const done = (remarks: readonly string[]) => {
    forget();
    void queries.invalidateQueries();
    showNotice({ kind: "done", words: [`${name} recorded for ${label}`, ...remarks].join(". ") });
    onClose();
  };
  const record = useMutation(trpc.scores.record.mutationOptions({ onSuccess: () => done([]) }));
  const respond = useMutation(
    trpc.scores.recordResponse.mutationOptions({
      onSuccess: (answer) => (answer.recorded ? done(answer.remarks) : setFileFaults(answer.faults.map(faultWords))),
    }),
  );
  const working = value.typed.way === "file" ? respond : record;

  return (
    <ScoreDialog
      title={
        <>
          Record a score · <bdi>{label}</bdi>
        </>
      }
      submitLabel="Record it"
      view={view}
      typed={value.typed}
      set={(next: (before: TypedScore) => TypedScore) => {
        setFileFaults([]);
        change((before) => ({ ...before, typed: next(before.typed) }));
      }}
      found={found}
      onStartOver={startOver}
      onGiveUp={() => {
        forget();
        onClose();
      }}
      onSave={(measure) => {
        const wish = { caseId, requestKey: value.requestKey };
        if (value.typed.way === "file") respond.mutate({ ...wish, ...responseOf(value.typed, measure) });
        else record.mutate({ ...wish, ...scoreOf(value.typed, measure) });
      }}
      busy={record.isPending || respond.isPending}
      error={working.error}
      fileFaults={fileFaults}
      doubts={(measure) => doubtsOf(value.typed, measure, { scores, held, today, openedOn })}
    />
  );
}
