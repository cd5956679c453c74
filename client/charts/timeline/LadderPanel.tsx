import { memo, useId } from "react";
import { Line } from "recharts";
import { dotOf, LONE_SIZE } from "#client/charts/frame/dot.tsx";
import { type Frame, HEIGHTS, INSIDE, pxOf } from "#client/charts/frame/frame.ts";
import type { Look } from "#client/charts/frame/looks.ts";
import { PanelTitle } from "#client/charts/frame/PanelTitle.tsx";
import { MOST_DOTS, rowsOf } from "#client/charts/frame/rows.ts";
import type { Span } from "#core/series/axis.ts";
import { drawnLine } from "#core/series/drawn-lines.ts";
import type { Ladder, StagePoint } from "#core/series/ladder-series.ts";
import { STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import type { Shared } from "./panels.ts";
import { TimelinePanel } from "./TimelinePanel.tsx";

interface LadderPanelProps extends Shared {
  readonly ladder: Ladder;
}

const LOOK: Look = { colour: "var(--oc-observing)", dash: "5 3", shape: "circle", hollow: true };
/** Noted between sessions: the same hollow mark on its corner. */
const BETWEEN: Look = { ...LOOK, shape: "diamond" };
const words = (stage: number): string => STAGE_WORDS[stage as keyof typeof STAGE_WORDS];

/** The observing partner's ladder: dashed steps, hollow marks, and hatching where a session was held and nothing rated. */
export const LadderPanel = memo(function LadderPanel({ ladder, ...shared }: LadderPanelProps) {
  const hatch = useId();
  const { frame } = shared;
  const { points, of } = drawnLine(ladder.points, frame.window);
  const few = points.filter((point) => point.marked).length <= MOST_DOTS;
  const rows = rowsOf(points).map((row) => ({ ...row, dot: row.point?.marked === true && (few || row.dot || row.point.between) }));
  return (
    <>
      <PanelTitle title="Observing partner" aside={ladder.unrated.length > 0 ? "hatched: not rated" : ""} empty={ladder.points.length === 0} />
      <TimelinePanel {...shared} height={HEIGHTS.ladder} domain={[0, 6]} values={STAGES} valueWords={words} data={rows}>
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1={0} x2={0} y1={0} y2={6} stroke="var(--oc-control)" strokeOpacity={0.55} strokeWidth={1.5} />
          </pattern>
        </defs>
        {ladder.unrated.flatMap((stretch) => {
          const drawn = wideEnough(stretch, frame, of);
          if (!drawn) return [];
          const [left, right] = [pxOf(frame, drawn.from), pxOf(frame, drawn.to)];
          return [<rect key={stretch.from} x={left} width={right - left} y={INSIDE} height={HEIGHTS.ladder - 2 * INSIDE} fill={`url(#${hatch})`} />];
        })}
        <Line
          dataKey="value"
          type="stepAfter"
          stroke={LOOK.colour}
          strokeWidth={1.75}
          // Dashes of a crowded line would read as gaps; the steps still tell it from the others.
          strokeDasharray={few && LOOK.dash ? LOOK.dash : "none"}
          dot={(props) => dotOf((props.payload.point as StagePoint | null)?.between ? BETWEEN : LOOK, few ? 3.25 : LONE_SIZE)(props)}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
      </TimelinePanel>
    </>
  );
});

/** A single unrated session has no length: it is hatched this wide, but never wider than its share of a crowded axis. */
const NARROWEST_PX = 10;

function wideEnough({ from, to }: Span, { window, plot }: Frame, steps: number): Span | null {
  if (to < window.from || from > window.to) return null;
  const narrowest = (Math.min(NARROWEST_PX, plot / Math.max(1, steps)) * (window.to - window.from)) / plot;
  const missing = Math.max(0, narrowest - (to - from));
  return { from: Math.max(window.from, from - (to === from ? missing / 2 : 0)), to: Math.min(window.to, to + (to === from ? missing / 2 : missing)) };
}
