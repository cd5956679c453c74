import type { ReactNode } from "react";
import classes from "./FormRow.module.css";

interface FormRowProps {
  /** Given to the control as `aria-labelledby`. */
  readonly labelId: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A sentence that says what is not ready here. */
  readonly error?: string | undefined;
  readonly errorId?: string;
  readonly children: ReactNode;
}

/** A label at the side (above, on a phone) and what it asks for, with the sentence that says what is not ready. */
export function FormRow({ labelId, label, hint, error, errorId, children }: FormRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.side}>
        <span id={labelId} className={classes.label}>
          {label}
        </span>
        {hint === undefined ? null : <span className={classes.hint}>{hint}</span>}
      </div>
      <div className={classes.control}>
        {children}
        {error === undefined ? null : (
          <p id={errorId} className={classes.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
