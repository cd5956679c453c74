import type { ReactNode } from "react";
import classes from "./states.module.css";

interface EmptyStateProps {
  readonly title: string;
  /** Teaches: what will stand here, and how it gets here. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.text}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
