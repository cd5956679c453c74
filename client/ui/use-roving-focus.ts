import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";

interface RovingFocus {
  /** The row, whose buttons are its choices. */
  readonly row: RefObject<HTMLDivElement | null>;
  /** The place of the one button that Tab reaches. */
  readonly tabStop: number;
  /** Moves the focus for an arrow key, Home or End; false for any other key. */
  readonly move: (event: KeyboardEvent) => boolean;
  /** Given to the row: wherever the focus came to, by pointer or program, the keys go on from there. */
  readonly onFocus: (event: FocusEvent) => void;
  /** Tab reaches the first place again. */
  readonly forget: () => void;
}

/**
 * One Tab stop for a row of buttons. Arrows, Home and End move the focus inside the row and choose nothing, as the ARIA
 * patterns have it for a toolbar and for a radio group in one; Space and Enter press the button that has the focus.
 * `first` is the place that Tab reaches before the focus has moved.
 */
export function useRovingFocus(count: number, first: number): RovingFocus {
  const row = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<number | null>(null);
  const tabStop = Math.max(0, Math.min(place ?? first, count - 1));

  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, tabStop, count);
    if (next === undefined) return false;
    event.preventDefault();
    row.current?.querySelectorAll("button")[next]?.focus();
    return true;
  };
  const onFocus = (event: FocusEvent) => {
    const at = [...(row.current?.querySelectorAll("button") ?? [])].indexOf(event.target as HTMLButtonElement);
    if (at !== -1) setPlace(at);
  };
  return { row, tabStop, move, onFocus, forget: () => setPlace(null) };
}

/** Past either end the focus goes on at the other one. */
function nextPlace(key: string, from: number, count: number): number | undefined {
  if (key === "ArrowRight" || key === "ArrowDown") return (from + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowUp") return (from - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
