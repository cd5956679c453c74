import { memo } from "react";
import { type Choice, ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { GoalView, ThingView } from "#core/contracts/case.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { type Change, toggled, withTry } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import { LinesField } from "./LinesField.tsx";
import classes from "./log.module.css";

const TRY_ANSWERS: readonly Choice<string>[] = [
  { value: "done", label: "done", keys: ["1", "d"] },
  { value: "partly", label: "partly", keys: ["2", "p"] },
  { value: "not-done", label: "not done", keys: ["3", "x"] },
];

interface GoalsPanelProps extends Pick<DraftBody, "goalsTouched" | "newGoals" | "triesAnswered" | "newTries"> {
  readonly goals: readonly GoalView[];
  readonly things: readonly ThingView[];
  readonly change: Change;
  readonly errors: FieldErrors;
  /** A correction answers nothing that was agreed since. */
  readonly correcting: boolean;
}

/** Goals and things to try carry forward from session to session; nothing else does. */
export const GoalsPanel = memo(function GoalsPanel({ goals, things, change, errors, correcting, ...answers }: GoalsPanelProps) {
  const open = goals.filter((goal) => goal.standing === "open" || answers.goalsTouched.includes(goal.id));
  const agreed = correcting ? [] : things.filter((thing) => thing.standing === "open");
  const chips = open.map((goal, at) => ({ value: goal.id, label: goal.wording, key: at < 9 ? String(at + 1) : null }));
  return (
    <Panel title="Goals, and things to try">
      {chips.length > 0 ? (
        <FormRow labelId="log-goals" label="Goals touched" error={errors.goalsTouched}>
          <KeyedChips
            name="goalsTouched"
            labelledBy="log-goals"
            chips={chips}
            chosen={answers.goalsTouched}
            onToggle={(goalId) => change(toggled("goalsTouched", goalId))}
          />
        </FormRow>
      ) : null}
      {agreed.length > 0 ? (
        <FormRow labelId="log-tries" label="Agreed before" hint="how did it go?" error={errors.triesAnswered}>
          {agreed.map((thing) => (
            <div key={thing.id} className={classes.try}>
              <span id={`log-try-${thing.id}`}>{thing.wording}</span>
              <ChoiceRow
                labelledBy={`log-try-${thing.id}`}
                choices={TRY_ANSWERS}
                chosen={answers.triesAnswered[thing.id]}
                onChoose={(standing) => change(withTry(thing.id, standing))}
                onClear={() => change(withTry(thing.id, null))}
              />
            </div>
          ))}
        </FormRow>
      ) : null}
      <FormRow labelId="log-new-tries" label="To try before next time" error={errors.newTries}>
        <LinesField
          name="newTries"
          label="To try before next time"
          placeholder="Something small, agreed together"
          lines={answers.newTries}
          onChange={(newTries) => change((body) => ({ ...body, newTries }))}
        />
      </FormRow>
      <FormRow labelId="log-new-goals" label="New goal" error={errors.newGoals}>
        <LinesField
          name="newGoals"
          label="New goal"
          placeholder="In the client's words"
          lines={answers.newGoals}
          onChange={(newGoals) => change((body) => ({ ...body, newGoals }))}
        />
      </FormRow>
    </Panel>
  );
});
