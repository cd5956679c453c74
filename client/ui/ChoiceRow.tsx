import { type KeyboardEvent, useLayoutEffect, useState } from "react";
import { ChipText } from "./ChipText.tsx";
import classes from "./choice.module.css";
import { advanceFrom, STOP } from "./stops.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  /** Read out where the label is only a number or a dash. */
  readonly spoken?: string;
  /** The keys that choose it and move on; the first is shown on a chip. */
  readonly keys?: readonly string[];
}

/** The question's name: the id of the text that asks it, or the text itself where none is on the page. */
type Named = { readonly labelledBy: string; readonly label?: never } | { readonly label: string; readonly labelledBy?: never };

interface RowProps<Value> {
  readonly choices: readonly Choice<Value>[];
  /** `undefined` = untouched. */
  readonly chosen: Value | undefined;
  /** Last session's answer: drawn dotted, never chosen. */
  readonly last?: Value | undefined;
  readonly onChoose: (value: Value) => void;
  /** Back to untouched (Backspace, or the chosen one again). Left out where one is always chosen. */
  readonly onClear?: (() => void) | undefined;
  /** Keys of the row that choose nothing, such as `m` for whose number it is. */
  readonly onOtherKey?: (key: string) => boolean;
  readonly shape?: "chip" | "square";
  readonly tone?: "ink" | "active" | "observing";
  readonly invalid?: boolean;
  readonly name?: string;
}

/**
 * One of several: a row of choices, one Tab stop. A choice's key sets it and moves the focus to the next stop; arrows only
 * move the focus, so that nothing is answered by passing through; Space or Enter chooses and stays.
 */
export function ChoiceRow<Value extends string | number | boolean | null>(props: RowProps<Value> & Named) {
  const { choices, chosen, last, onChoose, onClear, onOtherKey, shape = "chip", tone = "ink" } = props;
  const chosenAt = choices.findIndex((choice) => choice.value === chosen);
  const { row, tabStop, move, onFocus, forget } = useRovingFocus(choices.length, Math.max(chosenAt, 0));
  // Counts answers given by key. The focus moves on once the answer is drawn: it may bring a new row, which is then the next stop.
  const [answered, setAnswered] = useState(0);
  useLayoutEffect(() => {
    if (answered > 0 && row.current) advanceFrom(row.current);
  }, [answered, row]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.key.toLowerCase();
    const choice = choices.find((candidate) => candidate.keys?.includes(pressed));
    if (choice) {
      event.preventDefault();
      event.stopPropagation();
      onChoose(choice.value);
      forget();
      setAnswered(answered + 1);
    } else if (move(event)) {
      return;
    } else if ((pressed === "backspace" || pressed === "delete") && onClear) {
      event.preventDefault();
      onClear();
    } else if (onOtherKey?.(pressed)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div
      ref={row}
      {...STOP}
      role="radiogroup"
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-invalid={props.invalid || undefined}
      data-field={props.name}
      className={shape === "square" ? classes.squares : classes.chips}
      data-tone={tone}
      data-count={choices.length}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={(event) => {
        // From outside, Tab reaches the chosen one again.
        if (!event.currentTarget.contains(event.relatedTarget)) forget();
      }}
    >
      {choices.map((choice, at) => {
        const isLast = last !== undefined && choice.value === last;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a native radio answers when arrows pass it; this row must not.
          <button
            key={String(choice.value)}
            type="button"
            role="radio"
            aria-checked={choice.value === chosen}
            aria-label={choice.spoken === undefined ? undefined : spokenName(choice.spoken, isLast)}
            aria-keyshortcuts={choice.keys?.join(" ") || undefined}
            tabIndex={at === tabStop ? 0 : -1}
            data-last={isLast || undefined}
            className={shape === "square" ? classes.square : classes.chip}
            onClick={() => (choice.value === chosen && onClear ? onClear() : onChoose(choice.value))}
          >
            <ChipText hint={shape === "chip" ? choice.keys?.[0] : null}>{choice.label}</ChipText>
            {isLast && choice.spoken === undefined ? <span className="visually-hidden">, last session</span> : null}
          </button>
        );
      })}
    </div>
  );
}

function spokenName(spoken: string, isLast: boolean): string {
  return isLast ? `${spoken}, last session` : spoken;
}
