import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentencesOf } from "#client/api/refusals.ts";
import { shortDay } from "#client/format.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { FormError } from "#client/ui/FormError.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { ScoreView } from "#core/contracts/measure.ts";

interface VoidScoreDialogProps {
  readonly caseId: string;
  readonly score: Pick<ScoreView, "id" | "version" | "day">;
  readonly name: string;
  readonly today: string;
  readonly onClose: () => void;
}

/** Takes a score out of everything that counts, with the reason; it stays readable. */
export function VoidScoreDialog({ caseId, score, name, today, onClose }: VoidScoreDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState("");
  const words = `${name} of ${shortDay(score.day, today)}`;
  const { mutate, isPending, error } = useMutation(
    trpc.scores.void.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: `${words} is voided` });
        onClose();
      },
    }),
  );
  const refused = sentencesOf(error, ["reason"]);
  return (
    <Confirm
      title={`Void ${words}?`}
      opened
      confirmLabel="Void this score"
      danger
      busy={isPending}
      disabled={reason.trim() === ""}
      onConfirm={() => mutate({ caseId, scoreId: score.id, version: score.version, reason: reason.trim(), requestKey })}
      onCancel={onClose}
    >
      <p>It counts nowhere any more: not in the chart, not in a sentence. It stays readable below, with your reason.</p>
      <TextInput
        label="Why"
        autoFocus
        maxLength={500}
        value={reason}
        error={refused.at("reason")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormError sentence={refused.atFoot} />
    </Confirm>
  );
}
