import type { ReactNode } from "react";
import classes from "./DeskSheet.module.css";
import { SeatGlyph } from "./SeatGlyph.tsx";

interface DeskSheetProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly sub?: ReactNode;
  readonly wide?: boolean;
}

/** One sheet on an empty desk: sign-in, lock, set-up. */
export function DeskSheet({ title, sub, children, wide = false }: DeskSheetProps) {
  return (
    <main className={classes.desk} id="main">
      <div className={classes.sheet} data-wide={wide || undefined}>
        <p className={classes.brand}>
          <SeatGlyph stage={3} decorative />
          Open Chair
        </p>
        <h1 className={classes.title} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {sub !== undefined && <p className={classes.sub}>{sub}</p>}
        {children}
      </div>
    </main>
  );
}
