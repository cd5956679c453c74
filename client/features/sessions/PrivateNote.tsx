import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { sentenceFor } from "#client/api/refusals.ts";
import { FormError } from "#client/ui/FormError.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import classes from "./sessions.module.css";

interface PrivateNoteProps {
  readonly caseId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly headingLevel: 2 | 3;
}

/** The private note of a session: shown only when asked for, because each reading is entered in the trail. */
export function PrivateNote({ caseId, sessionId, version, headingLevel }: PrivateNoteProps) {
  const trpc = useTRPC();
  const { mutate, data, reset, isPending, error } = useMutation(trpc.privateNotes.read.mutationOptions({ gcTime: 0 }));
  return (
    <Panel
      kind="private"
      className={classes.private ?? ""}
      headingLevel={headingLevel}
      title={`Private note${headingLevel === 2 ? "" : ` of version ${version}`} · kept apart from the record`}
    >
      {data === undefined ? (
        <>
          <p className={classes.note}>There is one. Showing it is entered in the audit trail.</p>
          <Button variant="default" loading={isPending} onClick={() => mutate({ caseId, sessionId, version })}>
            Show the private note
          </Button>
          <FormError sentence={error ? sentenceFor(error) : undefined} />
        </>
      ) : (
        <>
          <p className={classes.privateText}>{data.text}</p>
          <Button variant="subtle" onClick={reset}>
            Hide it
          </Button>
        </>
      )}
    </Panel>
  );
}
