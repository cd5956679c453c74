import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#client/api/client.ts";
import { count, shortDay } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { GoalView } from "#core/contracts/case.ts";
import type { GoalStanding } from "#core/vocabulary/case.ts";
import { AddLine } from "./AddLine.tsx";
import { EditableLine } from "./EditableLine.tsx";
import classes from "./goals.module.css";

interface GoalListProps {
  readonly goals: readonly GoalView[];
  readonly caseId: string;
  readonly today: string;
  readonly closed: boolean;
}

const STANDING_WORDS: Record<GoalStanding, string> = { open: "open", reached: "reached", "set-aside": "set aside" };

/** Goals in the client's words: reached and set aside stay in sight, below the open ones. */
export function GoalList({ goals, caseId, today, closed }: GoalListProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries();
  const add = useMutation(trpc.goals.add.mutationOptions({ onSuccess: readAgain }));
  const change = useMutation(trpc.goals.change.mutationOptions({ onSuccess: readAgain }));
  const put = (goal: GoalView, part: { wording?: string; standing?: GoalStanding }) =>
    change.mutateAsync({ caseId, goalId: goal.id, wording: goal.wording, standing: goal.standing, day: today, ...part });
  const ordered = [...goals.filter((goal) => goal.standing === "open"), ...goals.filter((goal) => goal.standing !== "open")];

  return (
    <Panel title="Goals">
      {goals.length === 0 ? (
        <p className={classes.empty}>
          No goal yet. One in the client’s own words is enough to begin with; each log then asks whether the hour touched it.
        </p>
      ) : null}
      <ul className={classes.list}>
        {ordered.map((goal) => (
          <li key={goal.id} className={classes.item} data-open={goal.standing === "open"}>
            <EditableLine name="goal" wording={goal.wording} locked={closed} onSave={(wording) => put(goal, { wording })} />
            <p className={classes.remark}>
              {goal.standing === "open"
                ? `since ${shortDay(goal.openedOn, today)}`
                : `${STANDING_WORDS[goal.standing]}${goal.closedOn === null ? "" : ` on ${shortDay(goal.closedOn, today)}`}`}
              {" · "}
              {goal.touchedOn.length === 0
                ? "no session touched it yet"
                : `${count(goal.touchedOn.length, "session")} touched it: ${goal.touchedOn.map((day) => shortDay(day, today)).join(", ")}`}
            </p>
            {closed ? null : (
              <div className={classes.acts}>
                {goal.standing === "open" ? (
                  <>
                    <Act onClick={() => void put(goal, { standing: "reached" }).catch(() => undefined)} name={`Reached: ${goal.wording}`}>
                      Reached
                    </Act>
                    <Act onClick={() => void put(goal, { standing: "set-aside" }).catch(() => undefined)} name={`Set aside: ${goal.wording}`}>
                      Set aside
                    </Act>
                  </>
                ) : (
                  <Act onClick={() => void put(goal, { standing: "open" }).catch(() => undefined)} name={`Open again: ${goal.wording}`}>
                    Open again
                  </Act>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {closed ? null : (
        <AddLine
          label="New goal"
          placeholder="In the client’s words"
          busy={add.isPending}
          error={add.error ?? change.error}
          onAdd={(wording, requestKey) => add.mutateAsync({ caseId, requestKey, wording, openedOn: today })}
        />
      )}
    </Panel>
  );
}

function Act({ name, onClick, children }: { readonly name: string; readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" className={classes.act} aria-label={name} onClick={onClick}>
      {children}
    </button>
  );
}
