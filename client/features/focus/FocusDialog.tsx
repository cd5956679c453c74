import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { FormError } from "#client/ui/FormError.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { TrackView } from "#core/contracts/case.ts";
import type { FocusView } from "#core/contracts/reading.ts";
import { seriesKey, seriesOfKey } from "#core/rules/series-key.ts";
import { FocusFields, isTwice } from "./FocusFields.tsx";
import classes from "./focus.module.css";

interface FocusDialogProps {
  readonly caseId: string;
  readonly tracks: readonly TrackView[];
  /** What is watched now. */
  readonly focus: readonly FocusView[];
  readonly onClose: () => void;
}

/** Which tracks the case is watched on, and whose number. Chosen before their numbers are in: the words count from today. */
export function FocusDialog({ caseId, tracks, focus, onClose }: FocusDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const known = focus.map(seriesKey);
  const [chosen, setChosen] = useState<readonly string[]>(known);
  const { mutate, isPending, error } = useMutation(
    trpc.focus.choose.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        showNotice({ kind: "done", words: "Saved what this case is watched on" });
        onClose();
      },
    }),
  );
  const added = chosen.some((key) => key !== "" && !known.includes(key));
  const dropped = known.some((key) => !chosen.includes(key));
  return (
    <Confirm
      opened
      title="Watched on"
      confirmLabel="Save"
      busy={isPending}
      disabled={isTwice(chosen)}
      onCancel={onClose}
      onConfirm={() => mutate({ caseId, requestKey, tracks: chosen.flatMap((key) => seriesOfKey(key) ?? []) })}
    >
      <p>
        Choose at most two, before their numbers are in. Only on these does Open Chair say rising, falling or unusual: on seven tracks at once
        something would seem to move in most cases where nothing does.
      </p>
      <FocusFields tracks={tracks} chosen={chosen} onChange={setChosen} />
      <p className={classes.quiet}>
        {added
          ? "Counted from today on. What was rated before is drawn, and not judged: a track chosen because it moved would always have moved."
          : "Each keeps the day on which it was chosen."}
        {dropped ? " A track taken off here begins anew when it is chosen again." : ""}
      </p>
      <FormError sentence={error ? sentenceFor(error) : undefined} />
    </Confirm>
  );
}
