import type { KeyboardEvent } from "react";
import { ChipText } from "./ChipText.tsx";
import classes from "./choice.module.css";
import { STOP } from "./stops.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

export interface KeyedChip {
  readonly value: string;
  readonly label: string;
  readonly key: string | null;
}

interface KeyedChipsProps {
  readonly labelledBy: string;
  readonly chips: readonly KeyedChip[];
  readonly chosen: readonly string[];
  readonly last?: readonly string[];
  readonly onToggle: (value: string) => void;
  readonly name?: string;
  /** A button row that adds rather than toggles: nothing is ever pressed. */
  readonly adds?: boolean;
}

/** Chips of which several may hold. One Tab stop; a chip's key toggles it and the focus stays for the next one. */
export function KeyedChips({ labelledBy, chips, chosen, last = [], onToggle, name, adds = false }: KeyedChipsProps) {
  // Several may hold, so none is "the chosen one": Tab comes back to where the focus was last.
  const { row, tabStop, move, onFocus } = useRovingFocus(chips.length, 0);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chip = chips.find((candidate) => candidate.key === event.key.toLowerCase());
    if (!chip) {
      move(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    onToggle(chip.value);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser.
    <div
      ref={row}
      {...STOP}
      role="group"
      aria-labelledby={labelledBy}
      data-field={name}
      className={classes.chips}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {chips.map((chip, at) => {
        const wasLast = last.includes(chip.value);
        return (
          <button
            key={chip.value}
            type="button"
            aria-pressed={adds ? undefined : chosen.includes(chip.value)}
            aria-keyshortcuts={chip.key ?? undefined}
            tabIndex={at === tabStop ? 0 : -1}
            data-last={wasLast || undefined}
            className={classes.chip}
            onClick={() => onToggle(chip.value)}
          >
            <ChipText hint={chip.key}>{chip.label}</ChipText>
            {wasLast ? <span className="visually-hidden">, last session</span> : null}
          </button>
        );
      })}
    </div>
  );
}
