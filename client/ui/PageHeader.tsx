import type { ReactNode } from "react";
import classes from "./PageHeader.module.css";

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One quiet line beneath the title. */
  readonly sub?: ReactNode;
  /** Where this screen hangs: a link back, above the title. */
  readonly above?: ReactNode;
  /** A seat glyph, before the title. */
  readonly glyph?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a screen. Its h1 takes the focus after a navigation, so that a screen reader says where one is. */
export function PageHeader({ title, sub, above, glyph, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {above !== undefined && <div className={classes.above}>{above}</div>}
        <div className={classes.line}>
          {glyph}
          <div className={classes.titles}>
            <h1 className={classes.title} tabIndex={-1} data-page-title>
              <bdi>{title}</bdi>
            </h1>
            {sub !== undefined && <p className={classes.sub}>{sub}</p>}
          </div>
        </div>
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
