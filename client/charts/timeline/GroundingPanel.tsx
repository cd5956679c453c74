import { memo } from "react";
import { Area, Line } from "recharts";
import { dotOf, LONE_SIZE } from "#client/charts/frame/dot.tsx";
import { EndLabels } from "#client/charts/frame/EndLabels.tsx";
import { type Frame, HEIGHTS, pxOf, pyOf } from "#client/charts/frame/frame.ts";
import { GROUNDING_LOOK } from "#client/charts/frame/looks.ts";
import { PanelTitle } from "#client/charts/frame/PanelTitle.tsx";
import { isAlone, MOST_DOTS, rowsOf } from "#client/charts/frame/rows.ts";
import { drawnGrounding } from "#core/series/drawn-lines.ts";
import type { GroundingPoint } from "#core/series/grounding-series.ts";
import { BUILT_IN_RANGE } from "#core/vocabulary/track.ts";
import type { Shared } from "./panels.ts";
import { TimelinePanel } from "./TimelinePanel.tsx";

interface GroundingPanelProps extends Shared {
  readonly points: readonly GroundingPoint[];
}

const { lowest, highest } = BUILT_IN_RANGE;

/** The active partner's grounding: the median as a solid line, the lowest to the highest of the four as a band around it. */
export const GroundingPanel = memo(function GroundingPanel({ points, ...shared }: GroundingPanelProps) {
  const { points: drawn } = drawnGrounding(points, shared.frame.window);
  const rows = rowsOf(drawn).map((row) => ({ ...row, band: row.point ? [row.point.lowest, row.point.highest] : null }));
  const label = { key: "grounding", label: "grounding", look: GROUNDING_LOOK, points: drawn };
  return (
    <>
      <PanelTitle title="Active partner" aside={points.length === 0 ? "" : "median of four, range shaded"} empty={points.length === 0} />
      <TimelinePanel {...shared} height={HEIGHTS.grounding} domain={[lowest, highest]} values={[lowest, (lowest + highest) / 2, highest]} data={rows}>
        <Area
          dataKey="band"
          type="linear"
          stroke="none"
          fill="var(--oc-active)"
          fillOpacity={0.16}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        <LoneRanges points={drawn.filter((_, index) => isAlone(drawn, index))} frame={shared.frame} />
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--oc-active)"
          strokeWidth={2}
          dot={dotOf(GROUNDING_LOOK, drawn.length > MOST_DOTS ? LONE_SIZE : undefined)}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        {shared.frame.narrow ? null : <EndLabels lines={[label]} frame={shared.frame} scale={{ lowest, highest, height: HEIGHTS.grounding }} />}
      </TimelinePanel>
    </>
  );
});

/** Where no band can be drawn the range of one occasion is a short upright bar. */
function LoneRanges({ points, frame }: { readonly points: readonly GroundingPoint[]; readonly frame: Frame }) {
  const { from, to } = frame.window;
  const scale = { lowest, highest, height: HEIGHTS.grounding };
  return (
    <g>
      {points
        .filter((point) => point.x >= from && point.x <= to && point.lowest < point.highest)
        .map((point) => (
          <line
            key={point.occasion}
            x1={pxOf(frame, point.x)}
            x2={pxOf(frame, point.x)}
            y1={pyOf(point.lowest, scale)}
            y2={pyOf(point.highest, scale)}
            stroke="var(--oc-active)"
            strokeOpacity={0.3}
            strokeWidth={5}
            data-range={`${point.lowest}-${point.highest}`}
          />
        ))}
    </g>
  );
}
