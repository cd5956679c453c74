import { useId, useState } from "react";
import type { Span } from "#core/series/axis.ts";
import type { Stop } from "#core/series/stops.ts";
import { daysOf, windowOfDays } from "#core/series/window.ts";
import classes from "./charts.module.css";

interface RangeFormProps {
  readonly whole: Span;
  readonly stops: readonly Stop[];
  readonly window: Span;
  readonly onWindow: (window: Span | null) => void;
}

/** The zoom for keyboard and exact days: from, to, and back to the whole timeline. Dragging over the chart does the same. */
export function RangeForm({ whole, stops, window, onWindow }: RangeFormProps) {
  const shown = daysOf(window, stops);
  const [typed, setTyped] = useState(shown);
  const [last, setLast] = useState(window);
  const [inverted, setInverted] = useState(false);
  const sentenceId = useId();
  if (last !== window) {
    setLast(window);
    setTyped(shown);
    setInverted(false);
  }
  const all = daysOf(whole, stops);

  /** Taken when the field is left: while a year is being typed its first digits are a day of the first century. */
  function take() {
    const complete = typed.from !== "" && typed.to !== "";
    // Both days stay as typed: the next field may be what puts them right.
    const backwards = complete && typed.from > typed.to;
    setInverted(backwards);
    if (backwards || (typed.from === shown.from && typed.to === shown.to)) return;
    const chosen = complete ? windowOfDays(typed.from, typed.to, { whole, stops }) : null;
    if (chosen) onWindow(chosen);
    else setTyped(shown);
  }

  function showAll() {
    setInverted(false);
    setTyped(shown);
    onWindow(null);
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
            aria-invalid={inverted || undefined}
            aria-describedby={inverted ? sentenceId : undefined}
            className={classes.date}
          />
        </label>
      ))}
      <button type="button" className={classes.link} onClick={showAll}>
        All days
      </button>
      {inverted ? (
        <p id={sentenceId} role="alert" className={classes.rangeSentence}>
          “From” is after “to”: the chart still shows the days before.
        </p>
      ) : null}
    </form>
  );
}
