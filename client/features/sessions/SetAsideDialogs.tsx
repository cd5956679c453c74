import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentencesOf } from "#client/api/refusals.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { FormError } from "#client/ui/FormError.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { SessionVersion } from "#core/contracts/record.ts";

interface SetAsideProps {
  readonly caseId: string;
  readonly version: SessionVersion;
  readonly onClose: () => void;
}

/** Takes a session out of everything that counts, with a reason; it stays readable. */
export function VoidDialog({ caseId, version, onClose }: SetAsideProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState("");
  const { mutate, isPending, error } = useMutation(
    trpc.sessions.void.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: "Session voided" });
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      danger
      title="Void this session?"
      confirmLabel="Void the session"
      busy={isPending}
      disabled={reason.trim() === ""}
      onCancel={onClose}
      onConfirm={() => mutate({ caseId, sessionId: version.id, version: version.version, reason: reason.trim(), requestKey })}
    >
      <p>
        It counts nowhere from now on and stays readable under Sessions, with your reason. Goals and things to try that came up only in it are set
        aside; what it answered is open again.
      </p>
      <Reason reason={reason} refused={sentencesOf(error, ["reason"])} onChange={setReason} />
    </Confirm>
  );
}

interface MoveProps extends SetAsideProps {
  readonly onMoved: (to: { readonly caseId: string; readonly sessionId: string }) => void;
}

/** Gives a session that was logged to the wrong case to the right one. */
export function MoveDialog({ caseId, version, onClose, onMoved }: MoveProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [toCaseId, setToCaseId] = useState("");
  const [reason, setReason] = useState("");
  const cases = useQuery(trpc.cases.list.queryOptions());
  const others = (cases.data ?? []).filter((each) => each.id !== caseId && each.status !== "closed");
  const { mutate, isPending, error } = useMutation(
    trpc.sessions.move.mutationOptions({
      onSuccess: (moved) => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: "Session moved" });
        onMoved(moved);
      },
    }),
  );
  const refused = sentencesOf(error, ["reason", "toCaseId"]);
  return (
    <Confirm
      opened
      title="Move this session to another case?"
      confirmLabel="Move the session"
      busy={isPending}
      disabled={reason.trim() === "" || toCaseId === ""}
      onCancel={onClose}
      onConfirm={() => mutate({ caseId, sessionId: version.id, version: version.version, toCaseId, reason: reason.trim(), requestKey })}
    >
      <p>
        The other case gets it whole, with its private note, the things agreed in it and the goals that came up only in it. Here it stays readable as
        moved; other goals stay, and what it answered is open again. If it set the next session, change that date yourself: it stays with this case.
      </p>
      <NativeSelect
        label="To which case"
        value={toCaseId}
        data={[
          { value: "", label: cases.isPending ? "Reading the cases…" : "Choose a case" },
          ...others.map(({ id, label }) => ({ value: id, label })),
        ]}
        error={refused.at("toCaseId")}
        onChange={(event) => setToCaseId(event.currentTarget.value)}
      />
      <Reason reason={reason} refused={refused} onChange={setReason} />
    </Confirm>
  );
}

interface ReasonProps {
  readonly reason: string;
  readonly refused: ReturnType<typeof sentencesOf>;
  readonly onChange: (reason: string) => void;
}

function Reason({ reason, refused, onChange }: ReasonProps) {
  return (
    <>
      <TextInput label="Reason" value={reason} error={refused.at("reason")} onChange={(event) => onChange(event.currentTarget.value)} />
      <FormError sentence={refused.atFoot} />
    </>
  );
}
