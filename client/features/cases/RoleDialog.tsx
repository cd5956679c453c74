import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { shortDay } from "#client/format.ts";
import { ChipRow } from "#client/ui/ChipRow.tsx";
import { Confirm } from "#client/ui/Confirm.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import { ROLE_WORDS, ROLES, type Role, type Seat } from "#core/vocabulary/case.ts";
import { currentRole } from "./case-words.ts";
import { DialogError, useFieldSentence } from "./DialogError.tsx";
import { useReadAgain, useRequestKey } from "./use-case.ts";

interface RoleDialogProps {
  readonly coupleCase: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** A role is dated: the new one begins on a day, and the one before ends there. */
export function RoleDialog({ coupleCase, today, onClose }: RoleDialogProps) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const requestKey = useRequestKey();
  const [seat, setSeat] = useState<Seat>("observing");
  const now = currentRole(coupleCase.roles, seat);
  const [role, setRole] = useState<Role | null>(null);
  const [fromDay, setFromDay] = useState(today);
  const { mutate, isPending, error } = useMutation(
    trpc.cases.recordRole.mutationOptions({
      onSuccess: () => {
        readAgain();
        showNotice({ kind: "done", words: "Role change recorded" });
        onClose();
      },
    }),
  );
  const at = useFieldSentence(error);
  const choices = ROLES.filter((each) => each !== now?.role).map((value) => ({ value, label: ROLE_WORDS[value] }));
  return (
    <Confirm
      opened
      title="Record a role change"
      confirmLabel="Record it"
      busy={isPending}
      disabled={role === null}
      onCancel={onClose}
      onConfirm={() => role !== null && mutate({ caseId: coupleCase.id, requestKey, seat, role, fromDay })}
    >
      <NativeSelect
        label="Partner"
        value={seat}
        data={[
          { value: "observing", label: `${coupleCase.observing.label} (observing partner)` },
          { value: "active", label: `${coupleCase.active.label} (active partner)` },
        ]}
        onChange={(event) => {
          setSeat(event.currentTarget.value === "active" ? "active" : "observing");
          setRole(null);
        }}
      />
      {now ? (
        <p>
          Now {ROLE_WORDS[now.role]}, since {shortDay(now.fromDay, today)}.
        </p>
      ) : null}
      <p>
        This records the role and its day, nothing else. Check consent and secrets policy:{" "}
        <Link to="/cases/$caseId/edit" params={{ caseId: coupleCase.id }}>
          Edit case
        </Link>
      </p>
      <ChipRow label="New role" choices={choices} value={role} onChange={setRole} />
      <TextInput type="date" label="From" value={fromDay} error={at("fromDay")} onChange={(event) => setFromDay(event.currentTarget.value)} />
      <DialogError error={error} fields={["fromDay"]} />
    </Confirm>
  );
}
