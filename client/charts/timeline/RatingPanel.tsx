import { memo } from "react";
import { Line } from "recharts";
import { dotOf, LONE_SIZE } from "#client/charts/frame/dot.tsx";
import { EndLabels } from "#client/charts/frame/EndLabels.tsx";
import { endLabel, type Look, lookOf } from "#client/charts/frame/looks.ts";
import { PanelTitle } from "#client/charts/frame/PanelTitle.tsx";
import { MOST_DOTS, rowsOf } from "#client/charts/frame/rows.ts";
import type { Span } from "#core/series/axis.ts";
import { drawnLine } from "#core/series/drawn-lines.ts";
import type { Point, RatingSeries } from "#core/series/rating-series.ts";
import type { Shared } from "./panels.ts";
import { TimelinePanel } from "./TimelinePanel.tsx";

interface RatingPanelProps extends Shared {
  readonly title: string;
  readonly height: number;
  readonly lowest: number;
  readonly highest: number;
  readonly series: readonly RatingSeries[];
}

export interface DrawnLine {
  readonly key: string;
  readonly label: string;
  readonly look: Look;
  readonly points: readonly Point[];
}

/** Ratings as lines on their own scale: a break is a break, and each line has its own dash and mark. */
export const RatingPanel = memo(function RatingPanel({ title, height, lowest, highest, series, ...shared }: RatingPanelProps) {
  const lines = drawnLines(series, shared.frame.window);
  const named = lines.filter((line) => line.label !== "");
  const inside = labelsFit(named, shared.frame.narrow);
  return (
    <>
      <PanelTitle title={title} empty={series.length === 0} lines={inside ? [] : named} />
      <TimelinePanel {...shared} height={height} domain={[lowest, highest]} values={scaleOf(lowest, highest)}>
        {lines.map((line) => (
          <Line
            key={line.key}
            data={rowsOf(line.points)}
            dataKey="value"
            type="linear"
            stroke={line.look.colour}
            strokeWidth={line.points.length > MOST_DOTS ? 1.25 : 1.75}
            {...(line.look.dash === undefined ? {} : { strokeDasharray: line.look.dash })}
            dot={dotOf(line.look, line.points.length > MOST_DOTS ? LONE_SIZE : undefined)}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
        ))}
        {inside ? <EndLabels lines={named} frame={shared.frame} scale={{ lowest, highest, height }} /> : null}
      </TimelinePanel>
    </>
  );
});

function drawnLines(series: readonly RatingSeries[], window: Span): DrawnLine[] {
  return series.map((each) => {
    return {
      key: `${each.track} ${each.rater}`,
      label: endLabel(each, series),
      look: lookOf(each),
      points: drawnLine(each.points, window).points,
    };
  });
}

/** What fits between the end of a line and the edge of the chart. */
const LONGEST_LABEL = 11;
const MOST_LABELS = 4;

function labelsFit(lines: readonly DrawnLine[], narrow: boolean): boolean {
  return !narrow && lines.length <= MOST_LABELS && lines.every((line) => line.label.length <= LONGEST_LABEL);
}

/** Both ends of the scale, and the middle where it is a whole number. */
function scaleOf(lowest: number, highest: number): number[] {
  const middle = (lowest + highest) / 2;
  return Number.isInteger(middle) ? [lowest, middle, highest] : [lowest, highest];
}
