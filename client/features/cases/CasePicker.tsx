import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { SeatGlyph } from "#client/ui/SeatGlyph.tsx";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import classes from "./cases.module.css";

export interface PickerItem {
  readonly id: string;
  readonly label: string;
  /** One quiet line: when last, when next, or which draft. */
  readonly remark: string;
  readonly stage: EngagementStage | null;
  readonly group: string;
}

interface CasePickerProps {
  readonly label: string;
  readonly items: readonly PickerItem[];
  readonly onPick: (item: PickerItem) => void;
  readonly autoFocus?: boolean;
}

/** Typing narrows, arrows move, Enter picks. The list stays in sight: it is the page, not a pop-up. */
export function CasePicker({ label, items, onPick, autoFocus = false }: CasePickerProps) {
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = items.filter((item) => item.label.toLocaleLowerCase().includes(wanted));
  const current = shown[Math.min(at, shown.length - 1)];
  const groups = [...new Set(shown.map((item) => item.group))];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, shown.length - 1) + step + shown.length) % shown.length;
      setAt(next);
      document.getElementById(optionId(listId, shown[next]?.id ?? ""))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      onPick(current);
    }
  };

  return (
    <div className={classes.picker}>
      <TextInput
        label={label}
        placeholder="Type a few letters"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(listId, current.id) : undefined}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: an optgroup stands only in a select.
          <div key={group} role="group" aria-label={group}>
            <div className={classes.group} aria-hidden>
              {group}
            </div>
            {shown
              .filter((item) => item.group === group)
              .map((item) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the current option.
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys.
                <div
                  key={item.id}
                  id={optionId(listId, item.id)}
                  role="option"
                  aria-selected={item === current}
                  className={classes.option}
                  onClick={() => onPick(item)}
                >
                  <SeatGlyph stage={item.stage} decorative />
                  <span className="case-name">{item.label}</span>
                  <span className={classes.remark}>{item.remark}</span>
                </div>
              ))}
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className="dim">No case is called like that.</p> : null}
    </div>
  );
}

function optionId(listId: string, itemId: string): string {
  return `${listId}-${itemId}`;
}
