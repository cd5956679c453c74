import { memo } from "react";
import { FormRow } from "#client/ui/FormRow.tsx";
import { KeyedChips } from "#client/ui/KeyedChips.tsx";
import { SHIFT_CHIPS } from "#client/ui/observation-choices.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { ThemeView } from "#core/contracts/case.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { type Change, toggled, withoutShift, withShift, withShiftChanged } from "./edits.ts";
import type { FieldErrors } from "./field-errors.ts";
import classes from "./log.module.css";
import { ShiftLine } from "./ShiftLine.tsx";

interface ThemesAndShiftsProps extends Pick<DraftBody, "themes" | "shifts"> {
  readonly offered: readonly ThemeView[];
  readonly change: Change;
  readonly errors: FieldErrors;
}

/** What was explored, and what moved. */
export const ThemesAndShifts = memo(function ThemesAndShifts({ themes, shifts, offered, change, errors }: ThemesAndShiftsProps) {
  // An archived theme is no longer offered, but stays where a session to be corrected has it.
  const chips = offered
    .filter((theme) => !theme.archived || themes.includes(theme.theme))
    .map((theme, at) => ({ value: theme.theme, label: theme.name, key: at < 9 ? String(at + 1) : null }));
  return (
    <Panel title="What was explored, what moved">
      <FormRow labelId="log-themes" label="Themes" error={errors.themes}>
        <KeyedChips name="themes" labelledBy="log-themes" chips={chips} chosen={themes} onToggle={(theme) => change(toggled("themes", theme))} />
      </FormRow>
      <FormRow labelId="log-shifts" label="Shifts" hint="a number adds one" error={errors.shifts}>
        <div className={classes.shifts}>
          {shifts.map((shift, at) => (
            <ShiftLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a shift on the form has no identity but its place
              key={at}
              shift={shift}
              onChange={(part) => change(withShiftChanged(at, part))}
              onRemove={() => change(withoutShift(at))}
            />
          ))}
          <KeyedChips adds name="shifts" labelledBy="log-shifts" chips={SHIFT_CHIPS} chosen={[]} onToggle={(kind) => change(withShift(kind))} />
        </div>
      </FormRow>
    </Panel>
  );
});
