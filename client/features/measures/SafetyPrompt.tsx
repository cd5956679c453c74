import { Button } from "@mantine/core";
import { sentenceFor } from "#client/api/refusals.ts";
import { count, shortDay } from "#client/format.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import type { HeldScoreView, MeasureView } from "#core/contracts/measure.ts";
import { ANSWERED_BY_WORDS, type PromptAnswer } from "#core/vocabulary/measure.ts";
import classes from "./measures.module.css";

interface SafetyPromptProps {
  readonly score: HeldScoreView;
  readonly measure: MeasureView | undefined;
  /** How many more wait, each for a prompt of its own. */
  readonly waiting: number;
  readonly today: string;
  /** One that is open already may hold this answer too, or be about something else. */
  readonly hasOpenConcern: boolean;
  readonly closed: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAnswer: (answer: PromptAnswer) => void;
  readonly onOpenConcern: () => void;
  readonly onAct: (act: "correct" | "void") => void;
  /** Not now: the score stays hidden. */
  readonly onLater: () => void;
}

/**
 * Comes before the score. A tablet lies on the table, so it speaks of an item by its number; what the item asks about
 * is read by whoever opens that line (docs/clinical-rules.md, "Safety prompt").
 */
export function SafetyPrompt(props: SafetyPromptProps) {
  const { score, measure, waiting, today, busy, error, onAnswer, onAct, onLater } = props;
  return (
    <Dialog title="Before the score: one answer to read alone" opened onClose={onLater}>
      <p className={classes.held}>{heldWords(score, { measure, today })}</p>
      <details>
        <summary>What this item asks about</summary>
        <p className={classes.inside}>Self-harm. An answer above zero is no finding by itself: it asks for a conversation.</p>
      </details>
      <p>
        See to it with that person alone. Each partner is seen alone, and neither is asked in front of the other. The score is shown once you have
        answered here.
      </p>
      {waiting === 0 ? null : <p className="dim">{count(waiting, "more answer")} to read after this one.</p>}
      {props.closed ? null : (
        <p className={classes.mistyped}>
          <span className="dim">Not what was answered?</span>
          <Button size="compact-sm" variant="subtle" onClick={() => onAct("correct")}>
            Correct the entry
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onAct("void")}>
            Void it
          </Button>
        </p>
      )}
      {error === null ? null : (
        <p role="alert" className={classes.error}>
          {sentenceFor(error)}
        </p>
      )}
      <DialogActions>
        <Button variant="subtle" onClick={onLater}>
          Later
        </Button>
        <Button variant="default" disabled={busy} onClick={() => onAnswer("in-hand")}>
          Already in hand
        </Button>
        {props.hasOpenConcern ? (
          <Button variant="default" disabled={busy} onClick={() => onAnswer("concern")}>
            It is in the open concern
          </Button>
        ) : null}
        <Button disabled={busy} onClick={props.onOpenConcern}>
          Open a concern
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** "PHQ-9 of 12 Nov: item 9 is answered above zero (2), by the active partner." Not known, the item's place is said and no number. */
function heldWords(score: HeldScoreView, { measure, today }: Pick<SafetyPromptProps, "measure" | "today">): string {
  const item = measure === undefined || measure.safetyItem === null ? "an item" : `item ${measure.safetyItem}`;
  const by = `${ANSWERED_BY_WORDS[score.answeredBy]}${score.how === "guess" ? ", as a guess" : ""}`;
  const of = `${measure?.name ?? "A measure"} of ${shortDay(score.day, today)}`;
  if (score.safetyItem === null) return `${of}, answered by ${by}: ${item} is not known, and the total leaves no zero for it.`;
  return `${of}: ${item} is answered above zero (${score.safetyItem}), by ${by}.`;
}
