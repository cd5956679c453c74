import { memo } from "react";
import classes from "#client/charts/frame/charts.module.css";
import { type Frame, HEIGHTS, pxOf } from "#client/charts/frame/frame.ts";
import type { Mark } from "#core/series/marks.ts";

interface MarksLaneProps {
  readonly frame: Frame;
  readonly marks: readonly Mark[];
}

/** Marks nearer than this many px stand as one, with their number; where there are many, the number needs its room too. */
const BUCKET_PX = 16;
const CROWDED_BUCKET_PX = 46;

/** Shifts and events above the panels. Where they crowd, each kind is shown once with how many there are. */
export const MarksLane = memo(function MarksLane({ frame, marks }: MarksLaneProps) {
  const groups = grouped(frame, marks);
  return (
    <svg width={frame.width} height={HEIGHTS.marks} className={classes.strip} aria-hidden="true">
      {groups.map(({ x, glyphs, times }) => (
        <text key={x} x={x} y={HEIGHTS.marks / 2} textAnchor="middle" dominantBaseline="central" fontSize={glyphs.length > 2 ? 9 : 11}>
          {glyphs.map(({ glyph, colour }) => (
            <tspan key={glyph} fill={colour}>
              {glyph}
            </tspan>
          ))}
          {times > glyphs.length ? (
            <tspan className={classes.times} dx={1}>
              {times}
            </tspan>
          ) : null}
        </text>
      ))}
    </svg>
  );
});

interface Group {
  readonly x: number;
  readonly glyphs: readonly { readonly glyph: string; readonly colour: string }[];
  readonly times: number;
}

function grouped(frame: Frame, marks: readonly Mark[]): Group[] {
  const buckets: { first: number; last: number; marks: Mark[] }[] = [];
  const shown = marks.filter((mark) => mark.x >= frame.window.from && mark.x <= frame.window.to);
  const nearest = shown.length > frame.plot / CROWDED_BUCKET_PX ? CROWDED_BUCKET_PX : BUCKET_PX;
  for (const mark of shown) {
    const px = pxOf(frame, mark.x);
    const open = buckets.at(-1);
    if (open && px - open.first < nearest) {
      open.marks.push(mark);
      open.last = px;
    } else buckets.push({ first: px, last: px, marks: [mark] });
  }
  return buckets.map(({ first, last, marks: together }) => {
    const glyphs = new Map(together.map((mark) => [mark.glyph, { glyph: mark.glyph, colour: colourOf(mark) }]));
    return { x: (first + last) / 2, glyphs: [...glyphs.values()], times: together.length };
  });
}

function colourOf({ direction }: Mark): string {
  if (direction === "toward") return "var(--oc-toward)";
  return direction === "away" ? "var(--oc-away)" : "var(--oc-dim)";
}
