import { TextInput } from "@mantine/core";
import { memo } from "react";
import { weekday } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import { STOP } from "#client/ui/stops.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { addDays, isDay } from "#core/day.ts";
import type { Change } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import classes from "./log.module.css";
import pageClasses from "./log-page.module.css";

interface NextPanelProps extends Pick<DraftBody, "day" | "startTime" | "nextSessionOn" | "nextSessionStart"> {
  readonly change: Change;
  readonly errors: FieldErrors;
}

/** When the two of them meet again. */
export const NextPanel = memo(function NextPanel({ day, startTime, nextSessionOn, nextSessionStart, change, errors }: NextPanelProps) {
  const propose = (days: number) =>
    change((body) => ({ ...body, nextSessionOn: addDays(day, days), nextSessionStart: body.nextSessionStart || startTime }));
  return (
    <Panel title="Next session">
      <div className={classes.frame}>
        <TextInput
          {...STOP}
          data-field="nextSessionOn"
          className={classes.date ?? ""}
          type="date"
          label="Day"
          value={nextSessionOn}
          error={errors.nextSessionOn}
          onChange={({ currentTarget: { value } }) => change((body) => ({ ...body, nextSessionOn: value }))}
        />
        <TextInput
          {...STOP}
          data-field="nextSessionStart"
          className={classes.time ?? ""}
          type="time"
          label="Start"
          value={nextSessionStart}
          error={errors.nextSessionStart}
          onChange={({ currentTarget: { value } }) => change((body) => ({ ...body, nextSessionStart: value }))}
        />
        {isDay(day) ? (
          <div className={classes.field}>
            <span className={classes.fieldLabel}>Or</span>
            <div className={classes.line}>
              <button type="button" className={pageClasses.offer} onClick={() => propose(7)}>
                in a week, {weekday(addDays(day, 7))}
              </button>
              <button type="button" className={pageClasses.offer} onClick={() => propose(14)}>
                in two weeks, {weekday(addDays(day, 14))}
              </button>
            </div>
          </div>
        ) : null}
      </div>
    </Panel>
  );
});
