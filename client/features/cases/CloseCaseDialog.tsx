import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceCase } from "#client/format.ts";
import { ChipRow } from "#client/ui/ChipRow.tsx";
import { Confirm } from "#client/ui/Confirm.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from "#core/vocabulary/case.ts";
import { DialogError, useFieldSentence } from "./DialogError.tsx";
import { useReadAgain, useRequestKey } from "./use-case.ts";

const CHOICES = OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

interface CloseCaseDialogProps {
  readonly coupleCase: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Closes a case with its outcome. "Ended" is an outcome like the others. */
export function CloseCaseDialog({ coupleCase, today, onClose }: CloseCaseDialogProps) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const requestKey = useRequestKey();
  const [day, setDay] = useState(today);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState("");
  const { mutate, isPending, error } = useMutation(
    trpc.cases.close.mutationOptions({
      onSuccess: () => {
        readAgain();
        showNotice({ kind: "done", words: `${sentenceCase(coupleCase.label)} is closed` });
        onClose();
      },
    }),
  );
  const at = useFieldSentence(error);
  return (
    <Confirm
      opened
      title={`Close ${coupleCase.label}?`}
      confirmLabel="Close the case"
      busy={isPending}
      disabled={outcome === null}
      onCancel={onClose}
      onConfirm={() => outcome !== null && mutate({ caseId: coupleCase.id, requestKey, day, reason, outcome })}
    >
      <p>It stays readable and can be reopened. How did it end?</p>
      <ChipRow label="Outcome" choices={CHOICES} value={outcome} onChange={setOutcome} />
      <TextInput type="date" label="Day" value={day} error={at("day")} onChange={(event) => setDay(event.currentTarget.value)} />
      <TextInput label="In one line, where you like" value={reason} error={at("reason")} onChange={(event) => setReason(event.currentTarget.value)} />
      <DialogError error={error} fields={["day", "reason"]} />
    </Confirm>
  );
}
