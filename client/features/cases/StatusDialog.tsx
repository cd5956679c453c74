import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import { DialogError, useFieldSentence } from "./DialogError.tsx";
import { useReadAgain, useRequestKey } from "./use-case.ts";

const WORDS = {
  pause: {
    title: "Pause the case?",
    confirm: "Pause the case",
    what: "It leaves the lists of what moved and what did not, until it is resumed. Nothing is lost.",
    done: "Case paused",
  },
  resume: { title: "Resume the case?", confirm: "Resume the case", what: "It counts again from today on.", done: "Case resumed" },
  reopen: {
    title: "Reopen the case?",
    confirm: "Reopen the case",
    what: "The outcome given when it was closed stays readable.",
    done: "Case reopened",
  },
} as const;

interface StatusDialogProps {
  readonly change: keyof typeof WORDS;
  readonly coupleCase: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Pauses, resumes or reopens a case on a day, with a reason where there is one. */
export function StatusDialog({ change, coupleCase, today, onClose }: StatusDialogProps) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const requestKey = useRequestKey();
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState("");
  const { mutate, isPending, error } = useMutation(
    trpc.cases[change].mutationOptions({
      onSuccess: () => {
        readAgain();
        showNotice({ kind: "done", words: WORDS[change].done });
        onClose();
      },
    }),
  );
  const at = useFieldSentence(error);
  const words = WORDS[change];
  return (
    <Confirm
      opened
      title={words.title}
      confirmLabel={words.confirm}
      busy={isPending}
      onCancel={onClose}
      onConfirm={() => mutate({ caseId: coupleCase.id, requestKey, day, reason })}
    >
      <p>{words.what}</p>
      <TextInput type="date" label="Day" value={day} error={at("day")} onChange={(event) => setDay(event.currentTarget.value)} />
      <TextInput label="Reason, where there is one" value={reason} error={at("reason")} onChange={(event) => setReason(event.currentTarget.value)} />
      <DialogError error={error} fields={["day", "reason"]} />
    </Confirm>
  );
}
