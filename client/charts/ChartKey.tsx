import { memo } from "react";
import { PRESENCE_ORDER } from "#client/ui/observation-choices.ts";
import type { Course } from "#core/timeline/course.ts";
import { PRESENCE_WORDS } from "#core/vocabulary/occasion.ts";
import classes from "./charts.module.css";
import { HEIGHTS } from "./frame.ts";
import { Square } from "./PresenceStrip.tsx";

interface ChartKeyProps {
  readonly course: Course;
}

const PRESENCES = [...PRESENCE_ORDER, null, "cancelled", "no-show"] as const;
const OTHER_WORDS = { cancelled: "cancelled", "no-show": "no-show" } as const;

function presenceWords(presence: (typeof PRESENCES)[number]): string {
  if (presence === null) return "not recorded";
  return presence === "cancelled" || presence === "no-show" ? OTHER_WORDS[presence] : PRESENCE_WORDS[presence];
}

/** Under the chart: what the small signs mean, and how to read it without a pointer. */
export const ChartKey = memo(function ChartKey({ course }: ChartKeyProps) {
  const shown = new Set(course.presence.map((mark) => mark.presence));
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
      <p className={classes.hint} data-screen-only>
        Point at the chart, or focus it and use ← → Home End, to read every value. Drag to look closer.
      </p>
    </div>
  );
});
