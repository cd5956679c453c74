import type { ReactNode } from "react";
import classes from "#client/charts/frame/table.module.css";

interface TwinTableProps {
  /** What the table is called, for whoever hears it. */
  readonly caption: string;
  /** The row of headings. */
  readonly head: ReactNode;
  /** The rows, oldest first. */
  readonly children: ReactNode;
}

/** The frame of a chart's twin: a table with a name, in a stretch that scrolls by keyboard too. */
export function TwinTable({ caption, head, children }: TwinTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
