import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { shortDay } from "#client/format.ts";
import { type Choice, ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { ThingView } from "#core/contracts/case.ts";
import type { TryStanding } from "#core/vocabulary/case.ts";
import { AddLine } from "./AddLine.tsx";
import { EditableLine } from "./EditableLine.tsx";
import classes from "./goals.module.css";

interface ThingListProps {
  readonly things: readonly ThingView[];
  readonly caseId: string;
  readonly today: string;
  readonly closed: boolean;
}

const ANSWERS: readonly Choice<TryStanding>[] = [
  { value: "done", label: "done", keys: [] },
  { value: "partly", label: "partly", keys: [] },
  { value: "not-done", label: "not done", keys: [] },
  { value: "set-aside", label: "set aside", keys: [] },
];

/** Small things agreed between the hours. An unanswered one is asked for on the next log. */
export function ThingList({ things, caseId, today, closed }: ThingListProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries();
  const add = useMutation(trpc.goals.addThing.mutationOptions({ onSuccess: readAgain }));
  const change = useMutation(trpc.goals.changeThing.mutationOptions({ onSuccess: readAgain }));
  const put = (thing: ThingView, part: { wording?: string; standing?: TryStanding }) =>
    change.mutateAsync({ caseId, thingId: thing.id, wording: thing.wording, standing: thing.standing, day: today, ...part });
  const ordered = [...things.filter((thing) => thing.standing === "open"), ...things.filter((thing) => thing.standing !== "open").toReversed()];

  return (
    <Panel title="To try between sessions">
      {things.length === 0 ? (
        <p className={classes.empty}>Nothing agreed yet. What is agreed here, or on a log, is asked for next time until it is answered.</p>
      ) : null}
      <ul className={classes.list}>
        {ordered.map((thing) => (
          <li key={thing.id} className={classes.item} data-open={thing.standing === "open"}>
            <EditableLine name="thing to try" wording={thing.wording} locked={closed} onSave={(wording) => put(thing, { wording })} />
            <p className={classes.remark}>
              agreed {shortDay(thing.agreedOn, today)}
              {thing.answeredOn === null ? "" : ` · answered ${shortDay(thing.answeredOn, today)}`}
            </p>
            <div className={classes.acts}>
              <span id={`how-${thing.id}`} className="visually-hidden">
                How it went: {thing.wording}
              </span>
              {closed ? (
                <span className="dim">{ANSWERS.find(({ value }) => value === thing.standing)?.label ?? "not answered"}</span>
              ) : (
                <ChoiceRow
                  labelledBy={`how-${thing.id}`}
                  choices={ANSWERS}
                  chosen={thing.standing === "open" ? undefined : thing.standing}
                  onChoose={(standing) => void put(thing, { standing }).catch(() => undefined)}
                  onClear={() => void put(thing, { standing: "open" }).catch(() => undefined)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {closed ? null : (
        <AddLine
          label="New thing to try"
          placeholder="Something small, agreed together"
          busy={add.isPending}
          error={add.error ?? change.error}
          onAdd={(wording, requestKey) => add.mutateAsync({ caseId, requestKey, wording, agreedOn: today })}
        />
      )}
    </Panel>
  );
}
