import type { ReactNode } from "react";
import { useId } from "react";
import classes from "./Panel.module.css";

interface PanelProps {
  readonly title?: ReactNode;
  /** Beside the title, at the far end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** `private`: visibly apart from the record. `bare`: no padding, for tables and charts that reach the edge. */
  readonly kind?: "usual" | "private" | "bare";
  readonly headingLevel?: 2 | 3;
  readonly className?: string | undefined;
}

/** A sheet on the desk: a bordered box, a region by its title's name. */
export function Panel({ title, aside, children, kind = "usual", headingLevel = 2, className }: PanelProps) {
  const titleId = useId();
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const Sheet = title === undefined ? "div" : "section";
  return (
    <Sheet
      className={className === undefined ? classes.panel : `${classes.panel} ${className}`}
      data-kind={kind}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title !== undefined && (
        <div className={classes.head}>
          <Heading id={titleId} className={classes.title}>
            {title}
          </Heading>
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </Sheet>
  );
}
