import { useId, useMemo } from "react";
import { AxisRows } from "#client/charts/frame/AxisRows.tsx";
import classes from "#client/charts/frame/charts.module.css";
import { type Frame, pxOf, pyOf } from "#client/charts/frame/frame.ts";
import { ReadingStage } from "#client/charts/frame/ReadingStage.tsx";
import { useWidth } from "#client/charts/frame/use-width.ts";
import { TimelinePanel } from "#client/charts/timeline/TimelinePanel.tsx";
import type { StagePeriod, StagesOverTime } from "#core/contracts/insights.ts";
import { FEW_CASES, isFew } from "#core/insights/few-cases.ts";
import { periodReadout } from "#core/insights/readouts.ts";
import { NOT_RATED, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import { frameToTheEdge } from "./insight-frame.ts";
import own from "./stage-months.module.css";

interface StageMonthsChartProps {
  readonly stages: StagesOverTime;
  /** What the chart is called, for whoever hears it. */
  readonly name: string;
}

/** Below the ladder's lowest step, apart from it: not rated is no stage. */
const NOT_RATED_ROW = -1.25;
const HEIGHT = 216;
const SCALE = { lowest: -1.75, highest: 6.5, height: HEIGHT };
const ROW_PX = HEIGHT / (SCALE.highest - SCALE.lowest) - 4;
/** A number alone in a wide column should still look like a cell. */
const WIDEST_PX = 54;
const APART_PX = 3;
const LABEL_PX = { month: 30, quarter: 52, year: 34 } as const;

const words = (row: number): string => (row === NOT_RATED_ROW ? NOT_RATED : STAGE_WORDS[row as keyof typeof STAGE_WORDS]);

/** Stages across cases, period by period: in each cell how many cases; filled from five on, an outline below. */
export function StageMonthsChart({ stages, name }: StageMonthsChartProps) {
  const { periods, step } = stages;
  const { ref, width } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameToTheEdge(width, { from: -0.5, to: periods.length - 0.5 }), [width, periods.length]);
  const stops = useMemo(() => periods.map((_, x) => ({ x })), [periods]);
  const drawing = useMemo(() => <Drawing periods={periods} frame={frame} labelPx={LABEL_PX[step]} />, [periods, frame, step]);
  return (
    <div className={classes.chart} data-narrow={frame.narrow || undefined}>
      <ReadingStage
        stage={ref}
        frame={frame}
        name={name}
        each={step}
        stops={stops}
        readoutAt={(index) => periodReadout(periods[index] as StagePeriod)}
      >
        <div className={classes.drawing}>{drawing}</div>
      </ReadingStage>
      <div className={classes.foot}>
        <p className={classes.keys}>
          <span>A number is a number of cases. Filled: {FEW_CASES} cases or more, stronger for a larger share of those seen.</span>
          <span>
            Outline: fewer than {FEW_CASES}. Hatched: {NOT_RATED}.
          </span>
        </p>
      </div>
    </div>
  );
}

interface DrawingProps {
  readonly periods: readonly StagePeriod[];
  readonly frame: Frame;
  readonly labelPx: number;
}

function Drawing({ periods, frame, labelPx }: DrawingProps) {
  const hatch = useId();
  // Every second, third … column is named where all names would run into each other.
  const every = Math.max(1, Math.ceil((labelPx * periods.length) / frame.plot));
  const named = (wanted: (period: StagePeriod, index: number) => string) =>
    periods.flatMap((period, x) => (wanted(period, x) === "" ? [] : [{ x, words: wanted(period, x) }]));
  const isNamed = (index: number) => index % every === 0;
  const firstOf = (year: string) => periods.findIndex((each) => each.year === year);
  // A year that begins right after the first column takes that column's place: two would stand in each other.
  const hasRoom = (year: string) => {
    const next = periods.findIndex((each) => each.year > year);
    return next === -1 || pxOf(frame, next) - pxOf(frame, firstOf(year)) >= LABEL_PX.year;
  };
  const newYear = ({ year }: StagePeriod, index: number) => index === firstOf(year) && hasRoom(year);
  return (
    <>
      <TimelinePanel
        frame={frame}
        height={HEIGHT}
        domain={[SCALE.lowest, SCALE.highest]}
        values={[NOT_RATED_ROW, ...STAGES]}
        valueWords={words}
        days={[]}
        marks={[]}
      >
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1={0} x2={0} y1={0} y2={6} stroke="var(--oc-control)" strokeOpacity={0.55} strokeWidth={1.5} />
          </pattern>
        </defs>
        {periods.map((period, x) => (
          <g key={period.label}>
            {STAGES.map((stage) => (
              <Cell key={stage} x={x} row={stage} count={period.at[stage]} of={period.cases} frame={frame} columns={periods.length} />
            ))}
            <Cell x={x} row={NOT_RATED_ROW} count={period.notRated} of={period.cases} frame={frame} columns={periods.length} hatch={hatch} />
          </g>
        ))}
      </TimelinePanel>
      <AxisRows
        frame={frame}
        rows={[
          { name: "", words: named((period, index) => (isNamed(index) ? period.short : "")) },
          { name: "year", words: named((period, index) => (newYear(period, index) ? period.year : "")) },
          { name: "cases", words: named((period) => String(period.cases)) },
        ].filter((row) => row.words.length > 0)}
      />
    </>
  );
}

interface CellProps {
  readonly x: number;
  readonly row: number;
  readonly count: number;
  readonly of: number;
  readonly frame: Frame;
  readonly columns: number;
  readonly hatch?: string;
}

/** No case, no cell: what is empty is read in the table as 0. */
function Cell({ x, row, count, of, frame, columns, hatch }: CellProps) {
  if (count === 0) return null;
  const width = Math.min(WIDEST_PX, frame.plot / columns - APART_PX);
  const [cx, cy] = [pxOf(frame, x), pyOf(row, SCALE)];
  const box = { x: cx - width / 2, y: cy - ROW_PX / 2, width, height: ROW_PX, rx: 3 };
  const few = isFew(count);
  return (
    <g data-few={few || undefined}>
      <rect {...box} fill="var(--oc-panel)" />
      {hatch === undefined ? null : <rect {...box} fill={`url(#${hatch})`} />}
      <rect
        {...box}
        fill={few || hatch !== undefined ? "none" : "var(--oc-observing)"}
        fillOpacity={0.16 + 0.36 * (count / of)}
        stroke={hatch === undefined ? "var(--oc-observing)" : "var(--oc-control)"}
        strokeOpacity={few ? 0.6 : 1}
      />
      <text
        x={cx}
        y={cy}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={frame.narrow ? 10 : 12}
        className={own.count}
        data-hatched={hatch !== undefined || undefined}
      >
        {count}
      </text>
    </g>
  );
}
