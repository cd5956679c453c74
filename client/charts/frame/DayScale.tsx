import { memo } from "react";
import type { Tick } from "#core/series/ticks.ts";
import classes from "./charts.module.css";
import { type Frame, HEIGHTS, pxOf } from "./frame.ts";

/** The calendar under all panels. */
export const DayScale = memo(function DayScale({ frame, days }: { readonly frame: Frame; readonly days: readonly Tick[] }) {
  return (
    <svg width={frame.width} height={HEIGHTS.axis} className={classes.strip} aria-hidden="true">
      {days.map(({ x, label }) => (
        <text
          key={x}
          x={pxOf(frame, x)}
          y={HEIGHTS.axis / 2}
          textAnchor="middle"
          dominantBaseline="central"
          className={classes.scale}
          fontSize={frame.narrow ? 10 : 11}
        >
          {label}
        </text>
      ))}
    </svg>
  );
});
