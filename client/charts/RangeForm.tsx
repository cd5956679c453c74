import { useState } from "react";
import type { Span } from "#core/timeline/axis.ts";
import type { Stop } from "#core/timeline/stops.ts";
import { daysOf, windowOfDays } from "#core/timeline/window.ts";
import classes from "./charts.module.css";

interface RangeFormProps {
  readonly whole: Span;
  readonly stops: readonly Stop[];
  readonly window: Span;
  readonly onWindow: (window: Span | null) => void;
}

/** The zoom for keyboard and exact days: from, to, and back to the whole course. Dragging over the chart does the same. */
export function RangeForm({ whole, stops, window, onWindow }: RangeFormProps) {
  const shown = daysOf(window, stops);
  const [typed, setTyped] = useState(shown);
  const [last, setLast] = useState(window);
  if (last !== window) {
    setLast(window);
    setTyped(shown);
  }
  const all = daysOf(whole, stops);

  /** Taken when the field is left: while a year is being typed its first digits are a day of the first century. */
  function take() {
    if (typed.from === shown.from && typed.to === shown.to) return;
    const complete = typed.from !== "" && typed.to !== "";
    const chosen = complete && typed.from <= typed.to ? windowOfDays(typed.from, typed.to, { whole, stops }) : null;
    if (chosen) onWindow(chosen);
    else setTyped(shown);
  }

  return (
    <form
      className={classes.range}
      aria-label="Days shown"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      {(["from", "to"] as const).map((end) => (
        <label key={end} className={classes.rangeField}>
          {end === "from" ? "From" : "to"}
          <input
            type="date"
            value={typed[end]}
            min={all.from}
            max={all.to}
            onChange={(event) => setTyped({ ...typed, [end]: event.currentTarget.value })}
            onBlur={take}
            className={classes.date}
          />
        </label>
      ))}
      <button type="button" className={classes.link} onClick={() => onWindow(null)}>
        All days
      </button>
    </form>
  );
}
