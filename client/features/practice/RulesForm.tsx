import { Button } from "@mantine/core";
import type { FormEvent } from "react";
import { useId, useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { numberTyped } from "#client/format.ts";
import type { MeView } from "#core/contracts/practice.ts";
import { STAGE_WORDS, WILLING_TO_TRY } from "#core/vocabulary/engagement.ts";
import { useEditPractice } from "./edit-practice.ts";
import classes from "./settings.module.css";

const MOVED = { least: 1, most: 90 };
const NO_MOVE = { least: 3, most: 30 };

/** The number typed, or null where it is none or outside the bounds. */
function within(typed: string, { least, most }: { least: number; most: number }): number | null {
  const value = numberTyped(typed);
  return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** The two rules of the home screen, as sentences with a number to change in them. */
export function RulesForm({ me }: { readonly me: MeView }) {
  const [moved, setMoved] = useState(String(me.movedWithinDays));
  const [noMove, setNoMove] = useState(String(me.noMoveAfterSessions));
  const { edit, error, busy } = useEditPractice(me);
  const ids = { moved: useId(), noMove: useId() };
  const form = useRef<HTMLFormElement>(null);
  const movedWithinDays = within(moved, MOVED);
  const noMoveAfterSessions = within(noMove, NO_MOVE);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (movedWithinDays !== null && noMoveAfterSessions !== null) edit({ movedWithinDays, noMoveAfterSessions });
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.rule}>
        A case <strong>moved</strong> when the observing partner's stage changed, or either partner had a shift, in the last{" "}
        <input
          id={ids.moved}
          className={classes.number}
          type="number"
          inputMode="numeric"
          min={MOVED.least}
          max={MOVED.most}
          value={moved}
          aria-label="Days in which a case counts as moved"
          aria-invalid={movedWithinDays === null}
          aria-describedby={`${ids.moved}-bounds`}
          onChange={(event) => setMoved(event.currentTarget.value)}
        />{" "}
        days, until you mark it as seen. <Bounds id={`${ids.moved}-bounds`} of={MOVED} missed={movedWithinDays === null} />
      </p>
      <p className={classes.rule}>
        A case shows <strong>no move on the ladder</strong> after{" "}
        <input
          id={ids.noMove}
          className={classes.number}
          type="number"
          inputMode="numeric"
          min={NO_MOVE.least}
          max={NO_MOVE.most}
          value={noMove}
          aria-label="Rated sessions without an upward move"
          aria-invalid={noMoveAfterSessions === null}
          aria-describedby={`${ids.noMove}-bounds`}
          onChange={(event) => setNoMove(event.currentTarget.value)}
        />{" "}
        rated sessions without an upward move, below “{STAGE_WORDS[WILLING_TO_TRY]}”, with no open safety concern; always beside what the active
        partner gained meanwhile. <Bounds id={`${ids.noMove}-bounds`} of={NO_MOVE} missed={noMoveAfterSessions === null} />
      </p>
      {error && (
        <p className={classes.trouble} role="alert">
          {sentenceFor(error)}
        </p>
      )}
      <div>
        <Button
          type="submit"
          variant="default"
          loading={busy}
          disabled={movedWithinDays === me.movedWithinDays && noMoveAfterSessions === me.noMoveAfterSessions}
        >
          Save rules
        </Button>
      </div>
    </form>
  );
}

interface BoundsProps {
  readonly id: string;
  readonly of: typeof MOVED;
  readonly missed: boolean;
}

/** What the number may be; a sentence of its own once it is something else. */
function Bounds({ id, of: { least, most }, missed }: BoundsProps) {
  return (
    <span id={id} className={missed ? "away" : "dim"} role="status">
      {missed ? `Give a whole number from ${least} to ${most}.` : `${least} to ${most}.`}
    </span>
  );
}
