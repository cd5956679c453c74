import { useRef, useState } from "react";

/**
 * What a form holds, kept while the form is off the screen: the lock takes every form off the page, and a link leaves one.
 * In memory only and one clinician's only; a page loaded anew, signing out and closing the window end it.
 */
const kept = new Map<string, unknown>();
let keptOf: string | null = null;

/** Says whose text is kept from now on; another clinician's is let go of first. */
export function keepTextOf(clinicianId: string): void {
  if (keptOf !== clinicianId) kept.clear();
  keptOf = clinicianId;
}

export function forgetKeptText(): void {
  kept.clear();
}

interface KeptText<Value> {
  readonly value: Value;
  readonly change: (next: (before: Value) => Value) => void;
  /** True while the form shows what was begun before it was last left. */
  readonly found: boolean;
  /** After it was saved or given up: nothing comes back. */
  readonly forget: () => void;
  /** Empties the form again. */
  readonly startOver: () => void;
}

/** The state of a form that outlives its unmounting. `form` names the form and what it is about: "edit-case/ID". */
export function useKeptText<Value>(form: string, initial: () => Value): KeptText<Value> {
  const [found, setFound] = useState(() => kept.has(form));
  const [value, setValue] = useState(() => (kept.has(form) ? (kept.get(form) as Value) : initial()));
  const latest = useRef(value);
  const show = (next: Value) => {
    latest.current = next;
    setValue(next);
  };
  return {
    value,
    found,
    change: (next) => {
      show(next(latest.current));
      kept.set(form, latest.current);
    },
    forget: () => kept.delete(form),
    startOver: () => {
      kept.delete(form);
      setFound(false);
      show(initial());
    },
  };
}
