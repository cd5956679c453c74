import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { sentenceFor } from "#client/api/refusals.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { DraftText } from "./draft-saver.ts";
import classes from "./drafts.module.css";
import { useKeepAsNew } from "./use-keep-as-new.ts";

/** The draft is gone while words of it were still on this page: they can go into a new one. */
export function GoneDraft({ caseId, text }: { readonly caseId: string; readonly text: DraftText }) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useKeepAsNew(caseId, (draftId) => void navigate({ to: "/log/$draftId", params: { draftId } }));
  return (
    <Panel title="This draft was finished or discarded in another window">
      <p>What you typed here is not lost. It can go into a new draft, or you leave it.</p>
      {error ? (
        <p className={classes.saveState} data-kind="failing" role="alert">
          {sentenceFor(error)}
        </p>
      ) : null}
      <div className={classes.choices}>
        <Button loading={isPending} onClick={() => mutate({ body: text.body, privateNote: text.privateNote })}>
          Keep what is here as a new draft
        </Button>
        <Link to="/cases/$caseId" params={{ caseId }}>
          Leave it and see the case
        </Link>
      </div>
    </Panel>
  );
}
