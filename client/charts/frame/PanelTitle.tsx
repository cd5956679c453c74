import type { DrawnLine } from "#client/charts/timeline/RatingPanel.tsx";
import classes from "./charts.module.css";
import { Marker } from "./Marker.tsx";

interface PanelTitleProps {
  readonly title: string;
  readonly aside?: string;
  readonly empty?: boolean;
  /** Lines whose names did not fit at their ends. */
  readonly lines?: readonly Pick<DrawnLine, "key" | "label" | "look">[];
}

/** What a panel shows; where its lines have no room for their names, these too. */
export function PanelTitle({ title, aside = "", empty = false, lines = [] }: PanelTitleProps) {
  return (
    <div className={classes.title}>
      <span className={classes.name}>{title}</span>
      {empty ? <span className={classes.quiet}>not rated so far</span> : null}
      {aside === "" ? null : <span className={classes.quiet}>{aside}</span>}
      {lines.map(({ key, label, look }) => (
        <span key={key} className={classes.key}>
          <svg width={18} height={10} aria-hidden="true">
            <line x1={0} x2={18} y1={5} y2={5} stroke={look.colour} strokeWidth={1.75} strokeDasharray={look.dash} />
            <Marker cx={9} cy={5} look={look} />
          </svg>
          {label}
        </span>
      ))}
    </div>
  );
}
