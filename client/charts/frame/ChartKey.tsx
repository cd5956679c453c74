import { memo } from "react";
import { Bar, isCrowded, Square } from "#client/charts/timeline/PresenceStrip.tsx";
import { PRESENCE_ORDER } from "#client/ui/observation-choices.ts";
import { EVENT_GLYPH, MARKED_GLYPH } from "#core/series/marks.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { PRESENCE_WORDS } from "#core/vocabulary/occasion.ts";
import { DIRECTION_MARKS } from "#core/vocabulary/shift.ts";
import classes from "./charts.module.css";
import { type Frame, HEIGHTS } from "./frame.ts";

interface ChartKeyProps {
  readonly timeline: Timeline;
  readonly frame: Frame;
}

const PRESENCES = [...PRESENCE_ORDER, null, "cancelled", "no-show"] as const;
type Presence = (typeof PRESENCES)[number];
const OTHER_WORDS = { cancelled: "cancelled", "no-show": "no-show" } as const;

function presenceWords(presence: Presence): string {
  if (presence === null) return "not recorded";
  return presence === "cancelled" || presence === "no-show" ? OTHER_WORDS[presence] : PRESENCE_WORDS[presence];
}

/** Among bars these hours are left out. */
function hasNoBar(presence: Presence): boolean {
  return presence === null || presence === "cancelled" || presence === "no-show";
}

const SIGN_WORDS: Readonly<Record<string, string>> = {
  [DIRECTION_MARKS.toward]: "a shift toward",
  [DIRECTION_MARKS.away]: "a shift away",
  [DIRECTION_MARKS.neither]: "neither way, or first stance",
  [EVENT_GLYPH]: "the case: opened, a role, closed",
  [MARKED_GLYPH]: "a day you marked",
};

/** The signs above the panels, those that are there: in a file and on paper nobody can point at them. */
function MarksKey({ timeline, frame }: ChartKeyProps) {
  const { from, to } = frame.window;
  const shown = new Set(timeline.marks.filter((mark) => mark.x >= from && mark.x <= to).map((mark) => mark.glyph));
  const signs = Object.keys(SIGN_WORDS).filter((glyph) => shown.has(glyph));
  return signs.length === 0 ? null : (
    <p className={classes.keys}>
      {signs.map((glyph) => (
        <span key={glyph} className={classes.key}>
          {glyph} {SIGN_WORDS[glyph]}
        </span>
      ))}
    </p>
  );
}

/** Under the chart: what the small signs mean, and how to read it without a pointer. */
export const ChartKey = memo(function ChartKey({ timeline, frame }: ChartKeyProps) {
  const shown = new Set(timeline.presence.map((mark) => mark.presence));
  const presences = PRESENCES.filter((presence) => shown.has(presence));
  const crowded = isCrowded(frame, timeline.presence);
  const Sign = crowded ? Bar : Square;
  const without = crowded ? presences.filter(hasNoBar) : [];
  return (
    <div className={classes.foot}>
      {shown.size === 0 ? null : (
        <p className={classes.keys}>
          {presences
            .filter((presence) => !without.includes(presence))
            .map((presence) => (
              <span key={presence ?? "none"} className={classes.key}>
                <svg width={12} height={HEIGHTS.presence} aria-hidden="true">
                  <Sign x={6} presence={presence} />
                </svg>
                {presenceWords(presence)}
              </span>
            ))}
          {without.length === 0 ? null : <span className={classes.key}>no bar: {without.map(presenceWords).join(", ")}</span>}
        </p>
      )}
      <MarksKey timeline={timeline} frame={frame} />
      <p className={classes.hint} data-screen-only>
        Point at the chart, or focus it and use ← → Home End, to read every value. Drag to look closer.
      </p>
    </div>
  );
});
