import { useMemo } from "react";
import { Area, Line } from "recharts";
import { AxisRows } from "#client/charts/frame/AxisRows.tsx";
import classes from "#client/charts/frame/charts.module.css";
import { type Frame, pxOf, pyOf } from "#client/charts/frame/frame.ts";
import { PanelTitle } from "#client/charts/frame/PanelTitle.tsx";
import { ReadingStage } from "#client/charts/frame/ReadingStage.tsx";
import { useWidth } from "#client/charts/frame/use-width.ts";
import { TimelinePanel } from "#client/charts/timeline/TimelinePanel.tsx";
import type { Wait } from "#core/contracts/insights.ts";
import { FEW_CASES } from "#core/insights/few-cases.ts";
import { type CurveStop, type FirstMoveCurve, followedAt } from "#core/insights/first-move-curve.ts";
import { curveReadout } from "#core/insights/readouts.ts";
import { weekTicks } from "#core/insights/week-ticks.ts";
import { frameToTheEdge } from "./insight-frame.ts";

interface SurvivalChartProps {
  readonly curve: FirstMoveCurve;
  readonly waits: readonly Wait[];
  /** What the chart is called, for whoever hears it. */
  readonly name: string;
}

const LEFT_PX = { narrow: 60, wide: 72 };
const HEIGHT = 190;
const SCALE = { lowest: 0, highest: 1, height: HEIGHT };
const SHARES = [0, 0.25, 0.5, 0.75, 1];
/** Px that one count beneath the curve needs. */
const TICK_PX = 44;
/** A curve of a few days still has an axis to stand on. */
const SHORTEST_DAYS = 28;

/** The share of cases without an upward move, day by day since their first rating: steps down, and a mark for each that still waits. */
export function SurvivalChart({ curve, waits, name }: SurvivalChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const { stops, lastDay } = curve;
  const days = Math.max(SHORTEST_DAYS, lastDay);
  // A hair more than the last day, which would otherwise stand outside.
  const frame = useMemo(() => frameToTheEdge(width, { from: 0, to: days * 1.01 }, LEFT_PX), [width, days]);
  const drawing = useMemo(() => <Drawing curve={curve} waits={waits} frame={frame} days={days} />, [curve, waits, frame, days]);
  return (
    <div className={classes.chart} data-narrow={frame.narrow || undefined}>
      <ReadingStage stage={ref} frame={frame} name={name} each="day" stops={stops} readoutAt={(index) => curveReadout(stops[index] as CurveStop)}>
        <div className={classes.drawing}>{drawing}</div>
      </ReadingStage>
      <SurvivalKey curve={curve} />
    </div>
  );
}

interface DrawingProps {
  readonly curve: FirstMoveCurve;
  readonly waits: readonly Wait[];
  readonly frame: Frame;
  readonly days: number;
}

function Drawing({ curve, waits, frame, days }: DrawingProps) {
  const { stops, fewAfter } = curve;
  const ticks = weekTicks(days, Math.max(2, Math.floor(frame.plot / TICK_PX)));
  const rows = stops.map(({ x, share, lower, upper }) => ({ x, share, band: lower === null || upper === null ? null : [lower, upper] }));
  const line = {
    dataKey: "share",
    type: "stepAfter",
    stroke: "var(--oc-observing)",
    dot: false,
    activeDot: false,
    isAnimationActive: false,
  } as const;
  return (
    <>
      <PanelTitle title="Without an upward move, of 100 cases" />
      <TimelinePanel
        frame={frame}
        height={HEIGHT}
        domain={[SCALE.lowest, SCALE.highest]}
        values={SHARES}
        valueWords={(share) => String(share * 100)}
        days={ticks}
        marks={[]}
        data={rows}
      >
        <Area
          dataKey="band"
          type="stepAfter"
          stroke="none"
          fill="var(--oc-observing)"
          fillOpacity={0.14}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        <Line {...line} data={fewAfter === null ? rows : rows.filter((row) => row.x <= fewAfter)} strokeWidth={2.25} />
        {fewAfter === null ? null : <Line {...line} data={rows.filter((row) => row.x >= fewAfter)} strokeWidth={1.5} strokeDasharray="4 3" />}
        {stops.map((stop) => (
          <Waiting key={stop.x} stop={stop} frame={frame} />
        ))}
      </TimelinePanel>
      <AxisRows
        frame={frame}
        rows={[
          { name: "weeks", words: ticks.map(({ x, label }) => ({ x, words: label })) },
          { name: "followed", words: ticks.map(({ x }) => ({ x, words: String(followedAt(waits, x)) })) },
        ]}
      />
    </>
  );
}

const REACH = 5;

/** Where a case is not followed further: an upright tick while it is open, a cross where it closed. */
function Waiting({ stop, frame }: { readonly stop: CurveStop; readonly frame: Frame }) {
  const [x, y] = [pxOf(frame, stop.x), pyOf(stop.share, SCALE)];
  return (
    <g stroke="var(--oc-ink)" strokeWidth={1.5} fill="none">
      {stop.waiting > 0 ? <line x1={x} x2={x} y1={y - REACH} y2={y + REACH} data-waiting={stop.waiting} /> : null}
      {stop.closed > 0 ? <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} data-closed={stop.closed} /> : null}
    </g>
  );
}

function SurvivalKey({ curve }: { readonly curve: FirstMoveCurve }) {
  const some = (end: "waiting" | "closed") => curve.stops.some((stop) => stop[end] > 0);
  const mark = { stroke: "var(--oc-ink)", strokeWidth: 1.5, fill: "none" };
  return (
    <div className={classes.foot}>
      <p className={classes.keys}>
        {some("waiting") ? (
          <span className={classes.key}>
            <svg width={10} height={12} aria-hidden="true">
              <line x1={5} x2={5} y1={1} y2={11} {...mark} />
            </svg>
            open, followed no further
          </span>
        ) : null}
        {some("closed") ? (
          <span className={classes.key}>
            <svg width={12} height={12} aria-hidden="true">
              <path d="M2 2l8 8m0 -8l-8 8" {...mark} />
            </svg>
            closed without an upward move
          </span>
        ) : null}
        {curve.stops.some((stop) => stop.lower !== null) ? (
          <span className={classes.key}>
            <svg width={14} height={12} aria-hidden="true">
              <rect x={1} y={2} width={12} height={8} fill="var(--oc-observing)" fillOpacity={0.14} />
            </svg>
            shaded: rough range, where it can be given
          </span>
        ) : null}
        {curve.fewAfter === null ? null : (
          <span className={classes.key}>
            <svg width={18} height={12} aria-hidden="true">
              <line x1={0} x2={18} y1={6} y2={6} stroke="var(--oc-observing)" strokeWidth={2} strokeDasharray="4 3" />
            </svg>
            dashed: fewer than {FEW_CASES} cases followed
          </span>
        )}
        <span>weeks since the first rating; beneath them the cases followed up to there</span>
      </p>
    </div>
  );
}
