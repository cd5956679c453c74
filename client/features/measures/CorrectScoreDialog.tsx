import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { REFUSAL_SENTENCES } from "#client/api/refusal-sentences.ts";
import { refusalOf, sentenceFor } from "#client/api/refusals.ts";
import { shortDay } from "#client/format.ts";
import { Dialog } from "#client/ui/Dialog.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { useKeptText } from "#client/ui/kept-text.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { MeasuresView, MeasureView, ScoreVersionView, ScoreView } from "#core/contracts/measure.ts";
import { leastSafetyAnswer } from "#core/measures/safety-item.ts";
import { figure } from "#core/sentences/wording.ts";
import { ScoreDialog } from "./ScoreDialog.tsx";
import { doubtsOf } from "./score-doubts.ts";
import { scoreOf, type TypedScore, typedFrom } from "./typed-score.ts";
import { useScoreVersions } from "./use-measures.ts";

interface CorrectScoreDialogProps {
  readonly view: MeasuresView;
  readonly score: Pick<ScoreView, "id" | "day" | "answeredBy" | "how">;
  readonly measure: MeasureView;
  /** The day the case was opened: an earlier score is asked about. */
  readonly openedOn: string;
  readonly onClose: () => void;
}

/** A correction begins with what was written, its answers included. */
export function CorrectScoreDialog(props: CorrectScoreDialogProps) {
  const { view, score, measure, onClose } = props;
  const { data, isError, error, refetch } = useScoreVersions({ caseId: view.caseId, scoreId: score.id });
  const written = currentOf(data);
  const readAgain = async () => currentOf((await refetch()).data) ?? null;
  if (written) return <CorrectionOf {...props} written={written} readAgain={readAgain} />;
  return (
    <Dialog title={`Correct ${measure.name}`} opened onClose={onClose}>
      {data ? (
        <p>{REFUSAL_SENTENCES["score-set-aside"]}</p>
      ) : isError ? (
        <ErrorState sentence={sentenceFor(error)} onRetry={() => void refetch()} />
      ) : (
        <LoadingState label="Reading the score" heights={[120]} />
      )}
    </Dialog>
  );
}

function currentOf(versions: readonly ScoreVersionView[] | undefined): ScoreVersionView | undefined {
  return versions?.find(({ standing }) => standing === "current");
}

interface CorrectionOfProps extends CorrectScoreDialogProps {
  readonly written: ScoreVersionView;
  /** What stands there by now; null where it no longer counts. */
  readonly readAgain: () => Promise<ScoreVersionView | null>;
}

function CorrectionOf({ view, score, measure, openedOn, written, readAgain, onClose }: CorrectionOfProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { caseId, today } = view;
  // Upon the version it was begun on: a correction made elsewhere meanwhile is not written over.
  const { value, change, found, forget, startOver } = useKeptText(`correct-score/${score.id}`, () => ({
    typed: typedFrom(written, measure),
    version: written.version,
    requestKey: crypto.randomUUID(),
  }));
  const [meanwhile, setMeanwhile] = useState<string | null>(null);
  const { mutate, isPending, error, reset } = useMutation(
    trpc.scores.correct.mutationOptions({
      onSuccess: () => {
        forget();
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: `${measure.name} of ${shortDay(value.typed.day, today)} is corrected` });
        onClose();
      },
      // What was typed stays; what stands there by now is shown beside it, and the next save is upon that.
      onError: async (refused) => {
        if (refusalOf(refused)?.code !== "score-changed-meanwhile") return;
        const now = await readAgain();
        if (now === null) return;
        change((before) => ({ ...before, version: now.version, requestKey: crypto.randomUUID() }));
        setMeanwhile(meanwhileWords(now, { measure, today }));
        reset();
      },
    }),
  );
  // What is put right where it stands was asked about when it was recorded.
  const isElsewhere = value.typed.day !== written.day || value.typed.answeredBy !== written.answeredBy || value.typed.how !== written.how;
  return (
    <ScoreDialog
      title={`Correct ${measure.name} of ${shortDay(score.day, today)}`}
      submitLabel="Save the correction"
      isCorrection
      view={{ measures: [measure], today }}
      typed={value.typed}
      set={(next: (before: TypedScore) => TypedScore) => change((before) => ({ ...before, typed: next(before.typed) }))}
      found={found}
      onStartOver={startOver}
      onGiveUp={() => {
        forget();
        onClose();
      }}
      onSave={() => mutate({ caseId, scoreId: score.id, version: value.version, requestKey: value.requestKey, ...scoreOf(value.typed, measure) })}
      busy={isPending}
      error={error}
      fileFaults={[]}
      meanwhile={meanwhile}
      doubts={(same) => (isElsewhere ? doubtsOf(value.typed, same, { ...view, openedOn, correcting: score.id }) : [])}
    />
  );
}

/** "Meanwhile it was corrected to 56 on 2 Mar.": an answer to be read alone is not told in passing. */
function meanwhileWords(version: ScoreVersionView, { measure, today }: Pick<MeasuresView, "today"> & { readonly measure: MeasureView }) {
  const { score, day } = version;
  const least = leastSafetyAnswer(measure, version);
  const isHeld = least !== null && least > 0;
  const to = isHeld ? "" : ` to ${score === null ? "no score" : figure(score)} on ${shortDay(day, today)}`;
  return `Meanwhile it was corrected${to}. What you typed stands below; saving it corrects that.`;
}
