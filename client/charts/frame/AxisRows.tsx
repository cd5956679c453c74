import { memo } from "react";
import type { DayX } from "#core/series/axis.ts";
import classes from "./charts.module.css";
import { type Frame, pxOf } from "./frame.ts";

interface AxisRow {
  /** Before the row, where the scale words stand. */
  readonly name: string;
  readonly words: readonly { readonly x: DayX; readonly words: string }[];
}

const ROW_PX = 18;
/** Px between the name of a row and the axis: the first word stands astride of it. */
const NAME_APART = 16;

/** Rows of words under an axis, each under its place: what the marks are, and how many stand behind them. */
export const AxisRows = memo(function AxisRows({ frame, rows }: { readonly frame: Frame; readonly rows: readonly AxisRow[] }) {
  const size = frame.narrow ? 10 : 11;
  return (
    <svg width={frame.width} height={rows.length * ROW_PX} className={classes.strip} aria-hidden="true">
      {rows.map(({ name, words }, row) => {
        const y = (row + 0.5) * ROW_PX;
        return (
          <g key={name}>
            <text x={frame.left - NAME_APART} y={y} textAnchor="end" dominantBaseline="central" className={classes.scale} fontSize={size}>
              {name}
            </text>
            {words.map((each) => (
              <text
                key={each.x}
                x={pxOf(frame, each.x)}
                y={y}
                textAnchor="middle"
                dominantBaseline="central"
                className={classes.scale}
                fontSize={size}
              >
                {each.words}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
});
