import { NativeSelect, TextInput } from "@mantine/core";
import type { DraftBody } from "#core/contracts/draft.ts";
import { isChoosableSource } from "#core/rules/evidence-source.ts";
import { CHOOSABLE_SOURCES, SOURCE_WORDS } from "#core/vocabulary/occasion.ts";
import {
  DIRECTION_MARKS,
  DIRECTION_WORDS,
  DIRECTIONS,
  type Direction,
  SHIFT_MEANINGS,
  SHIFT_WHO,
  type ShiftKind,
  WHO_WORDS,
} from "#core/vocabulary/shift.ts";
import classes from "./log.module.css";

type Shift = DraftBody["shifts"][number];

const DIRECTION_CHOICES = DIRECTIONS.map((value) => ({ value, label: `${DIRECTION_MARKS[value]} ${DIRECTION_WORDS[value]}` }));
const WHO_CHOICES = SHIFT_WHO.map((value) => ({ value, label: WHO_WORDS[value] }));
const SOURCE_CHOICES = CHOOSABLE_SOURCES.map((value) => ({ value, label: SOURCE_WORDS[value] }));
// A shift brought in from elsewhere shows what it says, which is none of the three, until one is chosen.
const SOURCE_CHOICES_OF_IMPORTED = [{ value: "not-recorded", label: SOURCE_WORDS["not-recorded"], disabled: true }, ...SOURCE_CHOICES];
// Not proposed before it is known who was there.
const SOURCE_CHOICES_TO_CHOOSE = [{ value: "", label: "seen or told?", disabled: true }, ...SOURCE_CHOICES];

interface ShiftLineProps {
  readonly shift: Shift;
  readonly onChange: (part: Partial<Shift>) => void;
  readonly onRemove: () => void;
}

/** One shift: its kind proposed the rest, and every part of it can be changed. */
export function ShiftLine({ shift, onChange, onRemove }: ShiftLineProps) {
  const words = shift.kind in SHIFT_MEANINGS ? SHIFT_MEANINGS[shift.kind as ShiftKind].words : shift.kind;
  const mark = shift.direction in DIRECTION_MARKS ? DIRECTION_MARKS[shift.direction as Direction] : "";
  const sourced = isChoosableSource(shift.source);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser.
    <div className={classes.shift} role="group" aria-label={`Shift: ${words}`}>
      <span className={classes.shiftName}>
        <span aria-hidden className={shift.direction}>
          {mark}
        </span>{" "}
        {words}
      </span>
      <NativeSelect
        aria-label="Direction"
        data={DIRECTION_CHOICES}
        value={shift.direction}
        onChange={(event) => onChange({ direction: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label="Whose shift"
        data={WHO_CHOICES}
        value={shift.who}
        onChange={(event) => onChange({ who: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label="Source"
        data={sourced ? SOURCE_CHOICES : shift.source === "" ? SOURCE_CHOICES_TO_CHOOSE : SOURCE_CHOICES_OF_IMPORTED}
        // What is said about the shifts leads here first.
        data-field={sourced ? undefined : "shifts"}
        value={shift.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <TextInput
        className={classes.shiftRemark ?? ""}
        aria-label="Remark"
        placeholder="Remark"
        value={shift.remark}
        onChange={(event) => onChange({ remark: event.currentTarget.value })}
      />
      <button type="button" className={classes.quiet} aria-label={`Remove the shift ${words}`} onClick={onRemove}>
        Remove
      </button>
    </div>
  );
}
