import { Button } from "@mantine/core";
import { shortDay } from "#client/format.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import type { MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { ANSWERED_BY_WORDS } from "#core/vocabulary/measure.ts";
import classes from "./measures.module.css";

interface SafetyPromptProps {
  /** At least one. */
  readonly held: readonly ScoreView[];
  readonly measures: readonly MeasureView[];
  readonly today: string;
  readonly onOpenConcern: () => void;
  readonly onInHand: () => void;
  /** Not now: the score stays hidden. */
  readonly onLater: () => void;
}

/**
 * Comes before the score. A tablet lies on the table, so it speaks of an item by its number; what the item asks about
 * is read by whoever opens that line (CLINICAL 1).
 */
export function SafetyPrompt({ held, measures, today, onOpenConcern, onInHand, onLater }: SafetyPromptProps) {
  const several = held.length > 1;
  return (
    <Dialog title={several ? "Before the scores: answers to read alone" : "Before the score: one answer to read alone"} opened onClose={onLater}>
      <ul className={classes.held}>
        {held.map((score) => (
          <li key={score.id}>{heldWords(score, { measures, today })}</li>
        ))}
      </ul>
      <details>
        <summary>What this item asks about</summary>
        <p className={classes.inside}>Self-harm. An answer above zero is no finding by itself: it asks for a conversation.</p>
      </details>
      <p>
        See to it with that person alone. Each partner is seen alone, and neither is asked in front of the other. The{" "}
        {several ? "scores are" : "score is"} shown once you have answered here.
      </p>
      <DialogActions>
        <Button variant="subtle" onClick={onLater}>
          Later
        </Button>
        <Button variant="default" onClick={onInHand}>
          Already in hand
        </Button>
        <Button onClick={onOpenConcern}>Open a concern</Button>
      </DialogActions>
    </Dialog>
  );
}

/** "PHQ-9 of 12 Nov: item 9 is answered above zero (2), by the active partner." */
function heldWords(score: ScoreView, { measures, today }: Pick<SafetyPromptProps, "measures" | "today">): string {
  const measure = measures.find(({ id }) => id === score.measure);
  const item = measure?.safetyItem === null || measure === undefined ? "an item" : `item ${measure.safetyItem}`;
  const by = `${ANSWERED_BY_WORDS[score.answeredBy]}${score.how === "guess" ? ", as a guess" : ""}`;
  return `${measure?.name ?? "A measure"} of ${shortDay(score.day, today)}: ${item} is answered above zero (${score.safetyItem}), by ${by}.`;
}
