import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import { shortDay, weekday } from "#client/format.ts";
import { Confirm } from "#client/ui/Confirm.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import { isDay } from "#core/day.ts";
import classes from "./cases.module.css";
import { DialogError, useFieldSentence } from "./DialogError.tsx";
import { useReadAgain } from "./use-case.ts";

interface NextHourProps {
  readonly coupleCase: CaseView;
  /** The practice's calendar day. */
  readonly today: string;
}

/** What to have in mind when the client sits down again: what was agreed, what they want, what is not finished. */
export function NextHour({ coupleCase, today }: NextHourProps) {
  const [changing, setChanging] = useState(false);
  const { nextSessionOn, nextSessionStart, status } = coupleCase;
  const agreed = coupleCase.things.filter((thing) => thing.standing === "open");
  const goals = coupleCase.goals.filter((goal) => goal.standing === "open");
  const when = nextSessionOn === null ? "not set" : [weekday(nextSessionOn), nextSessionStart].filter(Boolean).join(", ");
  return (
    <Panel
      title={`Next hour · ${when}`}
      aside={
        status === "closed" ? undefined : (
          <button type="button" className={classes.link} onClick={() => setChanging(true)}>
            {nextSessionOn === null ? "Set" : "Change"}
          </button>
        )
      }
    >
      <ul className={classes.facts}>
        {agreed.map((thing) => (
          <Fact key={thing.id} name="Agreed">
            {thing.wording}
          </Fact>
        ))}
        {goals.map((goal) => (
          <Fact key={goal.id} name="Goal">
            {goal.wording}
          </Fact>
        ))}
        {coupleCase.drafts.map((draft) => (
          <li key={draft.id} className={classes.fact}>
            <span className={classes.draft}>draft</span>
            <Link to="/log/$draftId" params={{ draftId: draft.id }}>
              {draft.kind === "correction" ? "correction" : "log"}
              {isDay(draft.day) && ` of ${shortDay(draft.day, today)}`} to finish
            </Link>
          </li>
        ))}
      </ul>
      {agreed.length + goals.length + coupleCase.drafts.length === 0 ? (
        <p className={classes.quiet}>Nothing agreed and no goal yet. Both are asked for on the log and carry forward.</p>
      ) : null}
      {changing ? <NextDialog coupleCase={coupleCase} onClose={() => setChanging(false)} /> : null}
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={classes.fact}>
      <span className="dim">{name}</span>
      <span>{children}</span>
    </li>
  );
}

function NextDialog({ coupleCase, onClose }: { readonly coupleCase: CaseView; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const [day, setDay] = useState(coupleCase.nextSessionOn ?? "");
  const [start, setStart] = useState(coupleCase.nextSessionStart ?? "");
  const { mutate, isPending, error } = useMutation(
    trpc.cases.scheduleNext.mutationOptions({
      onSuccess: () => {
        readAgain();
        onClose();
      },
    }),
  );
  const at = useFieldSentence(error);
  return (
    <Confirm
      opened
      title="Next session"
      confirmLabel="Save"
      busy={isPending}
      onCancel={onClose}
      onConfirm={() => mutate({ caseId: coupleCase.id, nextSessionOn: day || null, nextSessionStart: day === "" ? null : start || null })}
    >
      <TextInput type="date" label="Day" value={day} error={at("nextSessionOn")} onChange={(event) => setDay(event.currentTarget.value)} />
      <TextInput type="time" label="Start" value={start} error={at("nextSessionStart")} onChange={(event) => setStart(event.currentTarget.value)} />
      <DialogError error={error} fields={["nextSessionOn", "nextSessionStart"]} />
      <Button
        variant="subtle"
        onClick={() => {
          setDay("");
          setStart("");
        }}
      >
        No next session
      </Button>
    </Confirm>
  );
}
