import { useMemo } from "react";
import { Line } from "recharts";
import classes from "#client/charts/frame/charts.module.css";
import { DayScale } from "#client/charts/frame/DayScale.tsx";
import { dotOf, LONE_SIZE } from "#client/charts/frame/dot.tsx";
import { type Frame, frameOf, pxOf, pyOf } from "#client/charts/frame/frame.ts";
import { PanelTitle } from "#client/charts/frame/PanelTitle.tsx";
import { ReadingStage } from "#client/charts/frame/ReadingStage.tsx";
import { MOST_DOTS, rowsOf } from "#client/charts/frame/rows.ts";
import { useWidth } from "#client/charts/frame/use-width.ts";
import { TimelinePanel } from "#client/charts/timeline/TimelinePanel.tsx";
import { dayWithYear } from "#client/format.ts";
import type { Span } from "#core/series/axis.ts";
import { thin } from "#core/series/thin.ts";
import { dayTicks } from "#core/series/ticks.ts";
import { pointsWithin } from "#core/series/window.ts";
import {
  type SeriesLine,
  type SeriesMark,
  type SeriesPanel,
  type SeriesStop,
  type SeriesStretch,
  scaleValues,
  seriesReadout,
  seriesStops,
} from "./series.ts";
import own from "./series-chart.module.css";

interface SeriesChartProps {
  readonly name: string;
  readonly panels: readonly SeriesPanel[];
  /** The days shown. */
  readonly window: Span;
  readonly stretches?: readonly SeriesStretch[];
  readonly marks?: readonly SeriesMark[];
}

/** Px of axis that one calendar mark needs. */
const TICK_PX = 62;

/** One or more series on one axis of days, read by pointer or by arrow keys. */
export function SeriesChart({ name, panels, window, stretches = [], marks = [] }: SeriesChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameOf(width, window), [width, window]);
  const days = useMemo(() => dayTicks(window, Math.max(2, Math.floor(frame.plot / TICK_PX))), [window, frame.plot]);
  const stops = useMemo(() => seriesStops(panels), [panels]);
  const drawing = useMemo(
    () => panels.map((panel) => <Panel key={panel.key} panel={panel} frame={frame} days={days} stretches={stretches} marks={marks} />),
    [panels, frame, days, stretches, marks],
  );

  return (
    <div className={classes.chart} data-narrow={frame.narrow || undefined}>
      <ReadingStage
        stage={ref}
        frame={frame}
        name={name}
        each="rating"
        stops={stops}
        readoutAt={(index) => seriesReadout(stops[index] as SeriesStop, panels, dayWithYear)}
      >
        <div className={classes.drawing}>
          {drawing}
          <DayScale frame={frame} days={days} />
        </div>
      </ReadingStage>
      <Key stretches={stretches} marks={marks} window={window} />
    </div>
  );
}

interface PanelProps {
  readonly panel: SeriesPanel;
  readonly frame: Frame;
  readonly days: ReturnType<typeof dayTicks>;
  readonly stretches: readonly SeriesStretch[];
  readonly marks: readonly SeriesMark[];
}

function Panel({ panel, frame, days, stretches, marks }: PanelProps) {
  const { lowest, highest, height, lines, levels = [], slope = null } = panel;
  const scale = { lowest, highest, height };
  const inside = ({ from, to }: Span) => ({
    left: pxOf(frame, Math.max(from, frame.window.from)),
    right: pxOf(frame, Math.min(to, frame.window.to)),
  });
  const named = lines.length > 1 ? lines.map(({ key, label, look }) => ({ key, label, look })) : [];
  return (
    <>
      <PanelTitle title={panel.title} aside={panel.aside ?? ""} empty={lines.every((line) => line.points.length === 0)} lines={named} />
      <TimelinePanel
        frame={frame}
        height={height}
        domain={[lowest, highest]}
        values={panel.values ?? scaleValues(lowest, highest)}
        {...(panel.valueWords ? { valueWords: panel.valueWords } : {})}
        days={days}
        marks={[]}
      >
        {stretches.map((stretch) => {
          const { left, right } = inside(stretch);
          return right > left ? (
            <rect key={stretch.key} x={left} width={right - left} y={0} height={height} className={own.stretch} data-tone={stretch.tone} />
          ) : null;
        })}
        {marks
          .filter((mark) => mark.x >= frame.window.from && mark.x <= frame.window.to)
          .map((mark) => (
            <line key={mark.words} x1={pxOf(frame, mark.x)} x2={pxOf(frame, mark.x)} y1={0} y2={height} className={own.mark} />
          ))}
        {levels.map((level) => {
          const { left, right } = inside({ from: level.from ?? frame.window.from, to: level.to ?? frame.window.to });
          const y = pyOf(Math.min(highest, Math.max(lowest, level.value)), scale);
          return (
            <g key={level.key}>
              <line x1={left} x2={right} y1={y} y2={y} className={own.level} />
              <text x={right + 6} y={y} dominantBaseline="central" className={own.levelWords}>
                {frame.narrow ? "" : level.words}
              </text>
            </g>
          );
        })}
        {slope ? (
          <line
            x1={pxOf(frame, slope.from.x)}
            x2={pxOf(frame, slope.to.x)}
            y1={pyOf(slope.from.value, scale)}
            y2={pyOf(slope.to.value, scale)}
            className={own.slope}
          />
        ) : null}
        {lines.map((line) => (
          <SeriesPath key={line.key} line={line} window={frame.window} />
        ))}
      </TimelinePanel>
    </>
  );
}

/** One line, thinned to what can be drawn quickly. */
function SeriesPath({ line, window }: { readonly line: SeriesLine; readonly window: Span }) {
  const { points } = thin(pointsWithin(line.points, window));
  return (
    <Line
      data={rowsOf(points)}
      dataKey="value"
      type={line.steps ? "stepAfter" : "linear"}
      stroke={line.look.colour}
      strokeWidth={points.length > MOST_DOTS ? 1.25 : 1.75}
      {...(line.look.dash === undefined ? {} : { strokeDasharray: line.look.dash })}
      dot={dotOf(line.look, points.length > MOST_DOTS ? LONE_SIZE : undefined)}
      activeDot={false}
      isAnimationActive={false}
      connectNulls={false}
    />
  );
}

/** What is shaded and marked, in words. */
function Key({
  stretches,
  marks,
  window,
}: Pick<SeriesChartProps, "window"> & { readonly stretches: readonly SeriesStretch[]; readonly marks: readonly SeriesMark[] }) {
  const shown = marks.filter((mark) => mark.x >= window.from && mark.x <= window.to);
  if (stretches.length + shown.length === 0) return null;
  return (
    <div className={own.key}>
      {stretches.map(({ key, words, tone }) => (
        <span key={key}>
          <svg width={16} height={10} aria-hidden="true">
            <rect width={16} height={10} className={own.stretch} data-tone={tone} />
          </svg>{" "}
          {words}
        </span>
      ))}
      {shown.map(({ words }) => (
        <span key={words}>
          <svg width={16} height={10} aria-hidden="true">
            <line x1={8} x2={8} y1={0} y2={10} className={own.mark} />
          </svg>{" "}
          {words}
        </span>
      ))}
    </div>
  );
}
