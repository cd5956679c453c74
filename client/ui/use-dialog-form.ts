import { useState } from "react";
import { useKeptText } from "./kept-text.ts";

/** Something that keeps the form from being sent, said at its field. */
interface FieldFault {
  /** The `data-field` of its control. */
  readonly field: string;
  readonly sentence: string;
}

/** What a dialog's form holds. `FormDialog` draws it. */
export interface DialogForm<Typed> {
  readonly typed: Typed;
  /** Kept with the text: sent once before a lock and again after it, it is one request. */
  readonly requestKey: string;
  readonly change: (next: (before: Typed) => Typed) => void;
  readonly fault: FieldFault | null;
  /** Says what keeps it from being sent, and moves the focus there; null = nothing. */
  readonly report: (fault: FieldFault | null) => void;
  /** True while the form shows what was begun before a lock. */
  readonly found: boolean;
  readonly startOver: () => void;
  /** After it was saved or given up: the text is forgotten and the dialog closes. */
  readonly close: () => void;
}

/** The kept part of a form: what is typed, and what it was begun on (such as the version that it corrects). */
interface Begun<Typed> {
  readonly typed: Typed;
}

interface BasedForm<Kept extends Begun<unknown>> extends DialogForm<Kept["typed"]> {
  readonly kept: Kept;
  /** The same text as a new request, upon something else. */
  readonly rebase: (part: Partial<Kept>) => void;
}

/** The state of a dialog's form; it outlives a lock. `name` names the form and what it is about: "note-change/ID". */
export function useDialogForm<Kept extends Begun<unknown>>(name: string, begin: () => Kept, onClose: () => void): BasedForm<Kept> {
  const { value, change, found, forget, startOver } = useKeptText(name, () => ({ kept: begin(), requestKey: newKey() }));
  const [fault, report] = useState<FieldFault | null>(null);
  return {
    kept: value.kept,
    typed: value.kept.typed,
    requestKey: value.requestKey,
    change: (next) => {
      report(null);
      change((before) => ({ ...before, kept: { ...before.kept, typed: next(before.kept.typed) } }));
    },
    rebase: (part) => change(({ kept }) => ({ kept: { ...kept, ...part }, requestKey: newKey() })),
    fault,
    report,
    found,
    startOver,
    close: () => {
      forget();
      onClose();
    },
  };
}

function newKey(): string {
  return crypto.randomUUID();
}
