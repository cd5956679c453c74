import { TextInput } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { type Choice, ChoiceRow } from "#client/ui/ChoiceRow.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { STOP } from "#client/ui/stops.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import type { HOUR_FIELDS } from "#core/fields/session-fields.ts";
import type { Change } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import classes from "./log.module.css";

const ATTENDANCE: readonly Choice<string>[] = [
  { value: "held", label: "held", keys: ["h"] },
  { value: "cancelled", label: "cancelled", keys: ["c"] },
  { value: "no-show", label: "no-show", keys: ["n"] },
];
const SETTING: readonly Choice<string>[] = [
  { value: "in-person", label: "in person", keys: ["1", "i"] },
  { value: "video", label: "video", keys: ["2", "v"] },
  { value: "phone", label: "phone", keys: ["3", "p"] },
];
const ACTIVE: readonly Choice<boolean>[] = [
  { value: true, label: "present", keys: ["1"] },
  { value: false, label: "not present", keys: ["2"] },
];

interface HourPanelProps extends Pick<DraftBody, "day" | keyof typeof HOUR_FIELDS> {
  readonly change: Change;
  readonly errors: FieldErrors;
  /** Said when answers on the form will not be kept, because the hour did not take place. */
  readonly leftOut: string | null;
}

/** The frame of the hour: when, how long, whether it took place and how. */
export const HourPanel = memo(function HourPanel({ change, errors, leftOut, ...hour }: HourPanelProps) {
  const held = hour.attendance === "held";
  return (
    <Panel>
      <div className={classes.frame}>
        <TextInput
          {...STOP}
          data-field="day"
          className={classes.date ?? ""}
          type="date"
          label="Date"
          required
          withAsterisk={false}
          value={hour.day}
          error={errors.day}
          onChange={({ currentTarget: { value } }) => change((body) => ({ ...body, day: value }))}
        />
        <TextInput
          {...STOP}
          data-field="startTime"
          className={classes.time ?? ""}
          type="time"
          label="Start"
          value={hour.startTime}
          error={errors.startTime}
          onChange={({ currentTarget: { value } }) => change((body) => ({ ...body, startTime: value }))}
        />
        {held ? (
          <TextInput
            {...STOP}
            data-field="minutes"
            className={classes.short ?? ""}
            inputMode="numeric"
            label="Minutes"
            value={hour.minutes}
            error={errors.minutes}
            onChange={({ currentTarget: { value } }) => change((body) => ({ ...body, minutes: value }))}
          />
        ) : null}
        <Labelled id="log-attendance" label="The hour" error={errors.attendance}>
          <ChoiceRow
            name="attendance"
            labelledBy="log-attendance"
            choices={ATTENDANCE}
            chosen={hour.attendance}
            onChoose={(attendance) => change((body) => ({ ...body, attendance }))}
          />
        </Labelled>
        {held ? (
          <>
            <Labelled id="log-setting" label="How" error={errors.setting}>
              <ChoiceRow
                name="setting"
                labelledBy="log-setting"
                choices={SETTING}
                chosen={hour.setting}
                onChoose={(setting) => change((body) => ({ ...body, setting }))}
              />
            </Labelled>
            <Labelled id="log-active" label="Active partner">
              <ChoiceRow
                labelledBy="log-active"
                choices={ACTIVE}
                chosen={hour.activePresent}
                onChoose={(activePresent) => change((body) => ({ ...body, activePresent }))}
              />
            </Labelled>
          </>
        ) : null}
      </div>
      {leftOut === null ? (
        <p className={classes.hint}>
          {held ? (
            <>
              Cancelled: <kbd>c</kbd> then <kbd>Ctrl ⏎</kbd> · No-show: <kbd>n</kbd> then <kbd>Ctrl ⏎</kbd>
            </>
          ) : (
            <>
              Nothing else is needed: <kbd>Ctrl ⏎</kbd> logs it · <kbd>h</kbd> back to held
            </>
          )}
        </p>
      ) : (
        <p className={classes.sentence} role="status">
          {leftOut}
        </p>
      )}
    </Panel>
  );
});

function Labelled({ id, label, error, children }: { id: string; label: string; error?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <span id={id} className={classes.fieldLabel}>
        {label}
      </span>
      {children}
      {error === undefined ? null : (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
