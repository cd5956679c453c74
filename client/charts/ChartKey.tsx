import { memo } from "react";
import { PRESENCE_ORDER } from "#client/ui/observation-choices.ts";
import type { Span } from "#core/timeline/axis.ts";
import type { Course } from "#core/timeline/course.ts";
import { MOST_POINTS } from "#core/timeline/thin.ts";
import { pointsWithin } from "#core/timeline/window.ts";
import { PRESENCE_WORDS } from "#core/vocabulary/occasion.ts";
import classes from "./charts.module.css";
import { HEIGHTS } from "./frame.ts";
import { Square } from "./PresenceStrip.tsx";

interface ChartKeyProps {
  readonly course: Course;
  readonly window: Span;
}

const PRESENCES = [...PRESENCE_ORDER, null, "cancelled", "no-show"] as const;
const OTHER_WORDS = { cancelled: "cancelled", "no-show": "no-show" } as const;

function presenceWords(presence: (typeof PRESENCES)[number]): string {
  if (presence === null) return "not recorded";
  return presence === "cancelled" || presence === "no-show" ? OTHER_WORDS[presence] : PRESENCE_WORDS[presence];
}

/** Under the chart: what the small signs mean, what was left out of the drawing, and how to read it without a pointer. */
export const ChartKey = memo(function ChartKey({ course, window }: ChartKeyProps) {
  const shown = new Set(course.presence.map((mark) => mark.presence));
  const lines = [
    ...course.climate.map((each) => each.points),
    course.grounding,
    course.ladder.points,
    ...course.own.flatMap((each) => each.series.map((one) => one.points)),
  ];
  const most = Math.max(0, ...lines.map((points) => pointsWithin(points, window).length));
  return (
    <div className={classes.foot}>
      {shown.size === 0 ? null : (
        <p className={classes.keys}>
          {PRESENCES.filter((presence) => shown.has(presence)).map((presence) => (
            <span key={presence ?? "none"} className={classes.key}>
              <svg width={12} height={HEIGHTS.presence} aria-hidden="true">
                <Square x={6} presence={presence} />
              </svg>
              {presenceWords(presence)}
            </span>
          ))}
        </p>
      )}
      {most > MOST_POINTS ? (
        <p>
          {most} points a line, drawn as {MOST_POINTS}: the highest and lowest are kept. Zoom in, or read the table, for every one.
        </p>
      ) : null}
      <p className={classes.hint}>Point at the chart, or focus it and use ← → Home End, to read every value. Drag to look closer.</p>
    </div>
  );
});
