import { useRef } from "react";
import classes from "./ChipRow.module.css";

export interface ChipChoice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** The key that chooses it, shown before the label. */
  readonly keyHint?: string;
  /** What was chosen last time: dotted, never filled in. */
  readonly last?: boolean;
}

interface Common<V extends string> {
  /** The name of the question, for whoever hears it. */
  readonly label: string;
  readonly choices: readonly ChipChoice<V>[];
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly id?: string;
}

interface OneOf<V extends string> extends Common<V> {
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  /** True where choosing the same chip again takes the choice back. */
  readonly clearable?: boolean;
}

/** One of several: a radio group of chips. Arrow keys move and choose, one Tab stop. */
export function ChipRow<V extends string>({ label, choices, value, onChange, clearable, disabled, describedBy, id }: OneOf<V>) {
  const row = useRef<HTMLDivElement>(null);
  const chosen = choices.findIndex((choice) => choice.value === value);
  const tabStop = chosen === -1 ? 0 : chosen;

  function move(from: number, key: string): boolean {
    const step = key === "ArrowRight" || key === "ArrowDown" ? 1 : key === "ArrowLeft" || key === "ArrowUp" ? -1 : 0;
    if (step === 0) return false;
    const next = (from + step + choices.length) % choices.length;
    const choice = choices[next];
    if (choice) onChange(choice.value);
    row.current?.querySelectorAll<HTMLButtonElement>("[role=radio]")[next]?.focus();
    return true;
  }

  return (
    <div ref={row} id={id} role="radiogroup" aria-label={label} aria-describedby={describedBy} className={classes.row}>
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a chip is drawn as a button; the radio pattern gives it its keys
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          tabIndex={index === tabStop ? 0 : -1}
          disabled={disabled}
          className={classes.chip}
          data-last={choice.last || undefined}
          onClick={() => onChange(clearable && choice.value === value ? null : choice.value)}
          onKeyDown={(event) => {
            if (move(index, event.key)) event.preventDefault();
          }}
        >
          <ChipWords choice={choice} />
        </button>
      ))}
    </div>
  );
}

interface SomeOf<V extends string> extends Common<V> {
  readonly values: readonly V[];
  readonly onChange: (values: V[]) => void;
}

/** Any number of several: toggle buttons, each its own Tab stop. */
export function ChipToggles<V extends string>({ label, choices, values, onChange, disabled, describedBy, id }: SomeOf<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend of its own
    <div id={id} role="group" aria-label={label} aria-describedby={describedBy} className={classes.row}>
      {choices.map((choice) => {
        const on = values.includes(choice.value);
        return (
          <button
            key={choice.value}
            type="button"
            aria-pressed={on}
            disabled={disabled}
            className={classes.chip}
            data-last={choice.last || undefined}
            onClick={() => onChange(on ? values.filter((value) => value !== choice.value) : [...values, choice.value])}
          >
            <ChipWords choice={choice} />
          </button>
        );
      })}
    </div>
  );
}

function ChipWords<V extends string>({ choice }: { readonly choice: ChipChoice<V> }) {
  return (
    <>
      {choice.keyHint !== undefined && (
        <span className={classes.key} aria-hidden="true">
          {choice.keyHint}
        </span>
      )}
      {choice.label}
      {choice.last && <span className="visually-hidden"> (last time)</span>}
    </>
  );
}
