import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { SOURCE_CHOICES, STAGE_CHOICES, STANCE_CHIPS } from "#client/ui/observation-choices.ts";
import { Panel } from "#client/ui/Panel.tsx";
import { STOPS_WITHIN } from "#client/ui/stops.ts";
import { isStage, stageWord } from "#core/vocabulary/engagement.ts";
import type { TypedCase } from "./case-form.ts";
import classes from "./cases.module.css";

interface FirstStanceProps {
  readonly typed: Pick<TypedCase, "stage" | "source" | "stances">;
  readonly onChange: (part: Partial<TypedCase>) => void;
}

/** Where the observing partner stands on the first day, where it is known at all. */
export function FirstStance({ typed, onChange }: FirstStanceProps) {
  const { stage, source, stances } = typed;
  return (
    <Panel title="Where the observing partner stands today" aside="Leave it untouched where you do not know">
      <div {...STOPS_WITHIN}>
        <FormRow labelId="first-stage" label="How they take part" hint={stageWord(stage)}>
          <ChoiceRow
            shape="square"
            tone="observing"
            labelledBy="first-stage"
            choices={STAGE_CHOICES}
            chosen={stage ?? undefined}
            onChoose={(next) => onChange({ stage: isStage(next) ? next : null })}
            onClear={() => onChange({ stage: null })}
          />
        </FormRow>
        <FormRow labelId="first-source" label="Evidence">
          <ChoiceRow labelledBy="first-source" choices={SOURCE_CHOICES} chosen={source} onChoose={(next) => onChange({ source: next })} />
        </FormRow>
        <FormRow labelId="first-stances" label="Holding back">
          <KeyedChips
            labelledBy="first-stances"
            chips={STANCE_CHIPS}
            chosen={stances}
            onToggle={(stance) => onChange({ stances: stances.includes(stance) ? stances.filter((kept) => kept !== stance) : [...stances, stance] })}
          />
        </FormRow>
      </div>
      {stage === null ? <p className={classes.quiet}>Not rated is not the same as declining.</p> : null}
    </Panel>
  );
}
