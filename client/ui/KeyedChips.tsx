import { type KeyboardEvent, useRef, useState } from "react";
import classes from "./choice.module.css";
import { STOP } from "./stops.ts";

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
  const row = useRef<HTMLDivElement>(null);
  const [lookedAt, setLookedAt] = useState(0);
  const tabbableAt = Math.min(lookedAt, chips.length - 1);

  const look = (at: number) => {
    const inRow = (at + chips.length) % chips.length;
    setLookedAt(inRow);
    row.current?.querySelectorAll<HTMLElement>("button")[inRow]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.key.toLowerCase();
    const chip = chips.find((candidate) => candidate.key === pressed);
    if (chip) {
      event.preventDefault();
      event.stopPropagation();
      onToggle(chip.value);
    } else if (pressed === "arrowright" || pressed === "arrowdown") {
      event.preventDefault();
      look(tabbableAt + 1);
    } else if (pressed === "arrowleft" || pressed === "arrowup") {
      event.preventDefault();
      look(tabbableAt - 1);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser.
    <div ref={row} {...STOP} role="group" aria-labelledby={labelledBy} data-field={name} className={classes.chips} onKeyDown={onKeyDown}>
      {chips.map((chip, at) => {
        const wasLast = last.includes(chip.value);
        return (
          <button
            key={chip.value}
            type="button"
            aria-pressed={adds ? undefined : chosen.includes(chip.value)}
            aria-keyshortcuts={chip.key ?? undefined}
            tabIndex={at === tabbableAt ? 0 : -1}
            data-last={wasLast || undefined}
            className={classes.chip}
            onClick={() => {
              setLookedAt(at);
              onToggle(chip.value);
            }}
          >
            {chip.key === null ? null : (
              <span aria-hidden className={classes.key}>
                {chip.key}
              </span>
            )}
            {chip.label}
            {wasLast ? <span className="visually-hidden">, last session</span> : null}
          </button>
        );
      })}
    </div>
  );
}
