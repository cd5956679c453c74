import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { shortDay } from "#client/format.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import type { CaseView, ConcernView } from "#core/contracts/case.ts";
import classes from "./cases.module.css";
import { DialogError, useFieldSentence } from "./DialogError.tsx";
import { useReadAgain, useRequestKey } from "./use-case.ts";

interface ConcernDialogProps {
  readonly coupleCase: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Safety concerns: opened and closed by the clinician, for the clinician's eyes. Never on a chart or in a sentence. */
export function ConcernDialog({ coupleCase, today, onClose }: ConcernDialogProps) {
  const [opening, setOpening] = useState(false);
  const open = coupleCase.concerns.filter((concern) => concern.closedOn === null);
  const closed = coupleCase.concerns.filter((concern) => concern.closedOn !== null);
  return (
    <Dialog opened title="Safety concerns" onClose={onClose}>
      <p className="dim">
        For your eyes only: never on a chart, in a report or a notification. Screen each person alone. A negative screen is not clearance.
      </p>
      {open.map((concern) => (
        <OpenConcern key={concern.id} caseId={coupleCase.id} concern={concern} today={today} />
      ))}
      {open.length === 0 && !opening ? <p>No open concern.</p> : null}
      {closed.map((concern) => (
        <div key={concern.id} className={classes.concern}>
          <p>
            {shortDay(concern.openedOn, today)} to {concern.closedOn === null ? "" : shortDay(concern.closedOn, today)}: {concern.wording}
          </p>
          {concern.closingWords === null ? null : <p className="dim">{concern.closingWords}</p>}
        </div>
      ))}
      {opening ? <NewConcern caseId={coupleCase.id} today={today} onDone={() => setOpening(false)} /> : null}
      <DialogActions>
        {opening ? null : (
          <Button variant="default" onClick={() => setOpening(true)}>
            Open a concern
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Close this window
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function NewConcern({ caseId, today, onDone }: { readonly caseId: string; readonly today: string; readonly onDone: () => void }) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const requestKey = useRequestKey();
  const [openedOn, setOpenedOn] = useState(today);
  const [wording, setWording] = useState("");
  const [action, setAction] = useState("");
  const { mutate, isPending, error } = useMutation(
    trpc.cases.openConcern.mutationOptions({
      onSuccess: () => {
        readAgain();
        onDone();
      },
    }),
  );
  const at = useFieldSentence(error);
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ caseId, requestKey, openedOn, wording, action });
      }}
    >
      <TextInput type="date" label="Opened on" value={openedOn} error={at("openedOn")} onChange={(event) => setOpenedOn(event.currentTarget.value)} />
      <Textarea
        label="The concern"
        required
        withAsterisk={false}
        value={wording}
        error={at("wording")}
        onChange={(event) => setWording(event.currentTarget.value)}
      />
      <Textarea
        label="Action taken"
        description="Screened alone on …, by whom, what was done"
        value={action}
        error={at("action")}
        onChange={(event) => setAction(event.currentTarget.value)}
      />
      <DialogError error={error} fields={["openedOn", "wording", "action"]} />
      <DialogActions>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={isPending} disabled={wording.trim() === ""}>
          Open the concern
        </Button>
      </DialogActions>
    </form>
  );
}

function OpenConcern({ caseId, concern, today }: { readonly caseId: string; readonly concern: ConcernView; readonly today: string }) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const [closing, setClosing] = useState(false);
  const [closedOn, setClosedOn] = useState(today);
  const [closingWords, setClosingWords] = useState("");
  const { mutate, isPending, error } = useMutation(trpc.cases.closeConcern.mutationOptions({ onSuccess: readAgain }));
  const at = useFieldSentence(error);
  return (
    <div className={classes.concern}>
      <p>
        Open since {shortDay(concern.openedOn, today)}: {concern.wording}
      </p>
      {concern.action === "" ? null : <p className="dim">Action: {concern.action}</p>}
      {closing ? (
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            mutate({ caseId, concernId: concern.id, closedOn, closingWords });
          }}
        >
          <TextInput
            type="date"
            label="Closed on"
            value={closedOn}
            error={at("closedOn")}
            onChange={(event) => setClosedOn(event.currentTarget.value)}
          />
          <TextInput
            label="Why it is closed"
            value={closingWords}
            error={at("closingWords")}
            onChange={(event) => setClosingWords(event.currentTarget.value)}
          />
          <DialogError error={error} fields={["closedOn", "closingWords"]} />
          <DialogActions>
            <Button variant="default" onClick={() => setClosing(false)}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Close the concern
            </Button>
          </DialogActions>
        </form>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setClosing(true)}>
          Close this concern…
        </Button>
      )}
    </div>
  );
}
