import { TextInput } from "@mantine/core";
import { memo } from "react";
import { ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { FormRow } from "#client/ui/FormRow.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { PRESENCE_CHOICES, SOURCE_CHOICES, STAGE_CHOICES, STANCE_CHIPS } from "#client/ui/observation-choices.ts";
import { Panel } from "#client/ui/Panel.tsx";
import { advanceFrom, STOP } from "#client/ui/stops.ts";
import type { LastAnswers } from "#core/contracts/case.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { isStage, stageWord } from "#core/vocabulary/engagement.ts";
import { type Change, toggled, withPresence } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import classes from "./log.module.css";

interface ObservingPanelProps extends Pick<DraftBody, "presence" | "stage" | "source" | "evidence" | "stances"> {
  readonly last: LastAnswers | null;
  readonly change: Change;
  readonly errors: FieldErrors;
}

/** How the observing partner took part, and how that is known. */
export const ObservingPanel = memo(function ObservingPanel({ last, change, errors, ...seen }: ObservingPanelProps) {
  return (
    <Panel title="Observing partner">
      <FormRow labelId="log-presence" label="Presence" error={errors.presence}>
        <ChoiceRow
          name="presence"
          labelledBy="log-presence"
          choices={PRESENCE_CHOICES}
          chosen={seen.presence ?? undefined}
          onChoose={(presence) => change(withPresence(presence))}
          onClear={() => change(withPresence(null))}
        />
      </FormRow>
      <FormRow labelId="log-stage" label="How they took part" hint="0–6, – not rated" error={errors.stage}>
        <div className={classes.stage}>
          <ChoiceRow
            shape="square"
            tone="observing"
            name="stage"
            labelledBy="log-stage"
            choices={STAGE_CHOICES}
            chosen={seen.stage ?? undefined}
            last={last?.stage ?? undefined}
            onChoose={(stage) => change((body) => ({ ...body, stage }))}
            onClear={() => change((body) => ({ ...body, stage: null }))}
          />
          <span className={classes.stageWord}>{isStage(seen.stage) ? stageWord(seen.stage) : <span className="dim">not rated</span>}</span>
        </div>
      </FormRow>
      <FormRow labelId="log-source" label="Evidence" error={errors.source}>
        <ChoiceRow
          name="source"
          labelledBy="log-source"
          choices={SOURCE_CHOICES}
          chosen={seen.source ?? undefined}
          invalid={errors.source !== undefined}
          onChoose={(source) => change((body) => ({ ...body, source }))}
        />
      </FormRow>
      <FormRow labelId="log-evidence" label={<span className="visually-hidden">One line of evidence</span>}>
        <TextInput
          {...STOP}
          data-field="evidence"
          aria-labelledby="log-evidence"
          placeholder="One line: what was said or done"
          value={seen.evidence}
          error={errors.evidence}
          onChange={({ currentTarget: { value } }) => change((body) => ({ ...body, evidence: value }))}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            advanceFrom(event.currentTarget);
          }}
        />
      </FormRow>
      <FormRow labelId="log-stances" label="Holding back" error={errors.stances}>
        <KeyedChips
          name="stances"
          labelledBy="log-stances"
          chips={STANCE_CHIPS}
          chosen={seen.stances}
          last={last?.stances ?? []}
          onToggle={(stance) => change(toggled("stances", stance))}
        />
      </FormRow>
    </Panel>
  );
});
