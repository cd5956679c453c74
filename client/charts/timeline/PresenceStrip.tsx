import { memo } from "react";
import classes from "#client/charts/frame/charts.module.css";
import { type Frame, HEIGHTS, pxOf } from "#client/charts/frame/frame.ts";
import type { PresenceMark } from "#core/series/ladder-series.ts";

interface PresenceStripProps {
  readonly frame: Frame;
  readonly marks: readonly PresenceMark[];
}

const MIDDLE = HEIGHTS.presence / 2;
/** Below this many px from one hour to the next a mark becomes a bar, told apart by its height. */
const ROOM_PX = 9;

/** Where the observing partner was, hour by hour, under the ladder. */
export const PresenceStrip = memo(function PresenceStrip({ frame, marks }: PresenceStripProps) {
  const shown = marksShown(frame, marks);
  return (
    <svg width={frame.width} height={HEIGHTS.presence} className={classes.strip} aria-hidden="true">
      <text x={frame.left - 8} y={MIDDLE} textAnchor="end" dominantBaseline="central" className={classes.scale} fontSize={frame.narrow ? 10 : 11}>
        presence
      </text>
      {isCrowded(frame, marks) ? (
        // One element for all of them: seven hundred cost a tenth of the time until a long case is drawn.
        <path d={shown.map((mark) => bar(pxOf(frame, mark.x), mark.presence)).join("")} stroke="var(--oc-observing)" strokeWidth={0.8} />
      ) : (
        shown.map((mark) => <Square key={mark.occasion} x={pxOf(frame, mark.x)} presence={mark.presence} />)
      )}
    </svg>
  );
});

function marksShown(frame: Frame, marks: readonly PresenceMark[]): PresenceMark[] {
  return marks.filter((mark) => mark.x >= frame.window.from && mark.x <= frame.window.to);
}

/** Are there too many hours for a mark each? Then they are bars. */
export function isCrowded(frame: Frame, marks: readonly PresenceMark[]): boolean {
  return marksShown(frame, marks).length > frame.plot / ROOM_PX;
}

/** The bar of one hour by itself, for the key; null where an hour has none. */
export function Bar({ x, presence }: PlaceProps) {
  const path = bar(x, presence);
  return path === "" ? null : <path d={path} stroke="var(--oc-observing)" strokeWidth={1.5} />;
}

interface PlaceProps {
  readonly x: number;
  readonly presence: PresenceMark["presence"];
}

const HALF = 4;

/** Filled: in the room. Ringed dot: online. Half: part of it. Dotted: absent. Cross: the hour did not take place. */
export function Square({ x, presence }: PlaceProps) {
  const box = { x: x - HALF, y: MIDDLE - HALF, width: 2 * HALF, height: 2 * HALF, rx: 1 };
  const line = { fill: "none", stroke: "var(--oc-observing)", strokeWidth: 1.25 };
  if (presence === "in-room") return <rect {...box} fill="var(--oc-observing)" />;
  if (presence === "absent") return <rect {...box} {...line} strokeDasharray="1.5 1.5" />;
  if (presence === "online")
    return (
      <g>
        <rect {...box} {...line} />
        <circle cx={x} cy={MIDDLE} r={1.75} fill="var(--oc-observing)" />
      </g>
    );
  if (presence === "joined-part")
    return (
      <g>
        <rect {...box} {...line} />
        <polygon points={`${x - HALF},${MIDDLE - HALF} ${x + HALF},${MIDDLE - HALF} ${x - HALF},${MIDDLE + HALF}`} fill="var(--oc-observing)" />
      </g>
    );
  if (presence === null) return <line x1={x - 2} x2={x + 2} y1={MIDDLE} y2={MIDDLE} stroke="var(--oc-dim)" strokeWidth={1.5} />;
  return <path d={`M${x - 3} ${MIDDLE - 3}l6 6m0 -6l-6 6`} fill="none" stroke="var(--oc-dim)" strokeWidth={presence === "no-show" ? 2 : 1.25} />;
}

const BAR_HEIGHTS: Record<Exclude<PresenceMark["presence"], null>, number> = {
  "in-room": 14,
  online: 10,
  "joined-part": 6,
  absent: 2,
  cancelled: 0,
  "no-show": 0,
};

function bar(x: number, presence: PresenceMark["presence"]): string {
  const height = presence === null ? 0 : BAR_HEIGHTS[presence];
  return height === 0 ? "" : `M${x} ${MIDDLE + 7}v${-height}`;
}
