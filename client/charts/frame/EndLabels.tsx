import type { Point } from "#core/series/rating-series.ts";
import classes from "./charts.module.css";
import { type Frame, pyOf, type Scale } from "./frame.ts";
import type { Look } from "./looks.ts";
import { Marker } from "./Marker.tsx";

interface EndLabelsProps {
  readonly lines: readonly { readonly key: string; readonly label: string; readonly look: Look; readonly points: readonly Point[] }[];
  readonly frame: Frame;
  readonly scale: Scale;
}

/** Px between two names under each other. */
const APART = 14;

/** Each line's name at the height where it ends, moved apart where they would cover each other. */
export function EndLabels({ lines, frame, scale }: EndLabelsProps) {
  const named = lines.flatMap(({ key, label, look, points }) => {
    const last = points.filter((point) => point.x <= frame.window.to).at(-1);
    return last ? [{ key, label, look, y: pyOf(last.value, scale) }] : [];
  });
  const heights = apart(
    named.map((each) => each.y),
    scale.height,
  );
  const x = frame.left + frame.plot + 12;
  return (
    <g>
      {named.map(({ key, label, look }, index) => (
        <g key={key}>
          <Marker cx={x} cy={heights[index] as number} look={look} />
          <text x={x + 8} y={heights[index]} dominantBaseline="central" className={classes.end} fill={look.colour}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The same heights, at least `APART` px from each other, in the same order, inside the panel. */
export function apart(wanted: readonly number[], height: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const heights = [...wanted];
  order.forEach((index, place) => {
    const above = order[place - 1];
    if (above !== undefined) heights[index] = Math.max(heights[index] as number, (heights[above] as number) + APART);
  });
  let limit = height - APART / 2;
  for (const index of order.reverse()) {
    heights[index] = Math.min(heights[index] as number, limit);
    limit = (heights[index] as number) - APART;
  }
  return heights;
}
