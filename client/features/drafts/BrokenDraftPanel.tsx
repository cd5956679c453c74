import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { BrokenDraft } from "#core/contracts/draft.ts";
import classes from "./drafts.module.css";
import { useStartDraft } from "./use-start-draft.ts";

/** A draft whose stored text does not fit the form: what was typed into it, to be copied before it is discarded. */
export function BrokenDraftPanel({ draft }: { readonly draft: BrokenDraft }) {
  const navigate = useNavigate();
  const { start, busy, error: notStarted } = useStartDraft();
  const { mutate: discard, isPending, error: notDiscarded } = useDiscard(draft);
  const [asking, setAsking] = useState(false);
  const { texts, privateNote, kind, caseId, corrects } = draft;
  const isEmpty = texts.length === 0 && privateNote === "";
  const error = notDiscarded ?? notStarted;

  const logAnew = () =>
    void start(caseId, corrects ?? undefined).then(
      (draftId) => navigate({ to: "/log/$draftId", params: { draftId } }),
      () => undefined,
    );

  return (
    <Panel title="This draft cannot be opened as a form">
      <p>{isEmpty ? "No text was found in it." : "Its text is below: copy what you need. It stays here until you discard it."}</p>
      {texts.map((text) => (
        <p key={text} className={classes.brokenText}>
          {text}
        </p>
      ))}
      {privateNote === "" ? null : (
        <section aria-label="Private note">
          <h3 className={classes.differenceName}>Private note</h3>
          <p className={classes.brokenText}>{privateNote}</p>
        </section>
      )}
      <div className={classes.decide}>
        {isEmpty ? null : <CopyAll text={[...texts, ...(privateNote === "" ? [] : [privateNote])].join("\n\n")} />}
        <Button variant={isEmpty ? "filled" : "default"} loading={busy} onClick={logAnew}>
          {kind === "correction" ? "Begin the correction again" : "Log a new session"}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(true)}>
          Discard this draft…
        </Button>
      </div>
      {error ? (
        <p className={classes.saveState} data-kind="failing" role="alert">
          {sentenceFor(error)}
        </p>
      ) : null}
      <Confirm
        opened={asking}
        danger
        title="Discard this draft?"
        confirmLabel="Discard the draft"
        busy={isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => discard({ draftId: draft.id }, { onError: () => setAsking(false) })}
      >
        <p>
          {kind === "correction"
            ? "What you changed here is taken away. The session itself stays as it was logged."
            : "What is written here, the private note with it, is taken away and cannot be brought back."}
        </p>
      </Confirm>
    </Panel>
  );
}

function useDiscard({ caseId }: BrokenDraft) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    trpc.drafts.discard.mutationOptions({
      onSuccess: () => {
        // Read again where it is shown next: asking for the draft itself would only hear that it is gone.
        void queries.invalidateQueries({ refetchType: "none" });
        void navigate({ to: "/cases/$caseId", params: { caseId } });
      },
    }),
  );
}

function CopyAll({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<"copied" | "refused" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("copied");
    } catch {
      setCopied("refused");
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>Copy all text</Button>
      <span role="status" className={classes.empty}>
        {copied === "copied" && "Copied."}
        {copied === "refused" && "The browser did not allow copying. Select the text and copy it by hand."}
      </span>
    </>
  );
}
