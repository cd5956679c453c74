import { Button } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import { Dialog, DialogActions } from "#client/ui/Dialog.tsx";
import { KeptTextLine } from "#client/ui/KeptTextLine.tsx";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { STOPS_WITHIN, tabbableIn } from "#client/ui/stops.ts";
import type { MeasuresView, MeasureView } from "#core/contracts/measure.ts";
import classes from "./measures.module.css";
import { ScoreForm } from "./ScoreForm.tsx";
import { type TypedScore, whatIsMissing } from "./typed-score.ts";

interface ScoreDialogProps {
  readonly title: ReactNode;
  readonly submitLabel: string;
  readonly view: Pick<MeasuresView, "measures" | "today">;
  readonly typed: TypedScore;
  readonly set: (next: (before: TypedScore) => TypedScore) => void;
  readonly found: boolean;
  readonly onStartOver: () => void;
  readonly onGiveUp: () => void;
  /** Called once nothing is missing. */
  readonly onSave: (measure: MeasureView) => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly fileFaults: readonly string[];
  /** What is asked once before it is saved; nothing while all is plain. */
  readonly doubts: (measure: MeasureView) => readonly string[];
  readonly isCorrection?: boolean;
  /** What became of it elsewhere while this was typed. */
  readonly meanwhile?: string | null;
}

/** Fields whose sentence stands beside them; a refusal of anything else is said at the foot. */
const FIELDS = ["measure", "score", "safetyItem", "answers", "answeredBy", "about", "how", "day"];

/** The dialog around a score, new or corrected. A refusal leaves everything as it was typed. */
export function ScoreDialog(props: ScoreDialogProps) {
  const { view, typed, set, busy, error } = props;
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<{ field: string; sentence: string } | null>(null);
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const measure = view.measures.find(({ id }) => id === typed.measure);

  const goTo = (field: string) => {
    const place = form.current?.querySelector(`[data-field="${field}"]`);
    if (place) tabbableIn(place)?.focus();
  };
  // With a measure at hand the number comes first; without one, the measure.
  const first = useRef(measure === undefined ? "measure" : typed.way);
  useEffect(() => {
    const place = form.current?.querySelector(`[data-field="${first.current}"]`);
    if (place) (tabbableIn(place) ?? place.querySelector<HTMLElement>('[tabindex="0"]'))?.focus();
  }, []);

  const save = () => {
    if (busy) return;
    const needed = whatIsMissing(typed, measure, view.today);
    setMissing(needed);
    if (needed) return goTo(needed.field);
    if (!measure) return;
    const asked = props.doubts(measure);
    setDoubts(asked);
    // Asked once: the same words seen, the same button says yes.
    if (asked.every((doubt) => doubts.includes(doubt))) props.onSave(measure);
  };
  const at = (field: string) => (missing?.field === field ? missing.sentence : (sentenceAtField(error, field) ?? undefined));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };

  return (
    <Dialog opened title={props.title} holdsText={props.found} onClose={props.onGiveUp}>
      {props.found ? <KeptTextLine onDiscard={props.onStartOver} /> : null}
      {props.meanwhile == null ? null : (
        <div role="alert" className={classes.doubts}>
          <p>{props.meanwhile}</p>
        </div>
      )}
      <form
        ref={form}
        {...STOPS_WITHIN}
        className={classes.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ScoreForm
          typed={typed}
          set={(next) => {
            setMissing(null);
            setDoubts([]);
            set(next);
          }}
          measures={view.measures}
          today={view.today}
          at={at}
          fileFaults={props.fileFaults}
          {...(props.isCorrection ? { isCorrection: true } : {})}
        />
        {error && !FIELDS.some((field) => sentenceAtField(error, field)) ? (
          <p role="alert" className={classes.error}>
            {sentenceFor(error)}
          </p>
        ) : null}
        {doubts.length === 0 ? null : (
          <div role="alert" className={classes.doubts}>
            {doubts.map((doubt) => (
              <p key={doubt}>{doubt}</p>
            ))}
          </div>
        )}
        <DialogActions>
          <Button variant="default" onClick={props.onGiveUp}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} aria-keyshortcuts="Control+Enter" rightSection={<KeyHint>Ctrl ⏎</KeyHint>}>
            {doubts.length === 0 ? props.submitLabel : `${props.submitLabel} all the same`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
