import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { count, dayWithYear, listed } from "#client/format.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { showNotice } from "#client/ui/notices.tsx";
import type { UndoResult } from "#core/contracts/import.ts";
import classes from "./imports.module.css";
import { useEarlierImports } from "./use-import.ts";

interface UndoButtonProps {
  readonly batchId: string;
  /** "59 sessions". */
  readonly about: string;
  readonly onUndone?: () => void;
}

/** Asks, then takes an import back as a whole. */
export function UndoButton({ batchId, about, onUndone }: UndoButtonProps) {
  const { undo } = useEarlierImports();
  const [asking, setAsking] = useState(false);
  const requestKey = useRef(crypto.randomUUID());
  const confirm = () =>
    undo.mutate(
      { batchId, requestKey: requestKey.current },
      {
        onSuccess: (answer) => {
          setAsking(false);
          showNotice({ kind: "done", words: undoneWords(answer) });
          onUndone?.();
        },
      },
    );
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        Undo this import
      </Button>
      <Confirm
        title={`Undo the import of ${about}?`}
        opened={asking}
        danger
        confirmLabel="Undo the import"
        busy={undo.isPending}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p className={classes.line}>
          What this file brought goes again, with the cases, themes and tracks it made. What you corrected or added since stays, and you are told
          what.
        </p>
        {undo.error !== null && (
          <p className={classes.trouble} role="alert">
            {sentenceFor(undo.error)}
          </p>
        )}
      </Confirm>
    </>
  );
}

/** "57 rows are out again. Kept, because you corrected or moved them: Harbor, 15 Sep 2025." */
function undoneWords({ removed, kept, casesKept }: UndoResult): string {
  const sessions = kept.map(({ caseLabel, day }) => `${caseLabel}, ${dayWithYear(day)}`);
  return [
    `${count(removed, "row")} ${removed === 1 ? "is" : "are"} out again.`,
    ...(sessions.length > 0 ? [`Kept, because you changed them since: ${sessions.join("; ")}.`] : []),
    ...(casesKept.length > 0
      ? [`Still open, because other work hangs on ${casesKept.length === 1 ? "it" : "them"}: ${listed(casesKept.map(({ label }) => label))}.`]
      : []),
  ].join(" ");
}
