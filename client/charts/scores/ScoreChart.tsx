import { useId, useMemo } from "react";
import { Line } from "recharts";
import classes from "#client/charts/frame/charts.module.css";
import { DayScale } from "#client/charts/frame/DayScale.tsx";
import { dotOf, LONE_SIZE } from "#client/charts/frame/dot.tsx";
import { type Frame, frameOf, pxOf, type Scale } from "#client/charts/frame/frame.ts";
import { ReadingStage } from "#client/charts/frame/ReadingStage.tsx";
import { MOST_DOTS, rowsOf } from "#client/charts/frame/rows.ts";
import { useWidth } from "#client/charts/frame/use-width.ts";
import { TimelinePanel } from "#client/charts/timeline/TimelinePanel.tsx";
import type { ScoreReading, ScoreStop } from "#core/readings/score-reading.ts";
import { dayWithYear, figure } from "#core/sentences/wording.ts";
import type { Readout } from "#core/series/stops.ts";
import { thin } from "#core/series/thin.ts";
import { dayTicks } from "#core/series/ticks.ts";
import own from "./ScoreChart.module.css";
import { ScoreKey } from "./ScoreKey.tsx";
import { ScoreBand, ScoreCutOff, ScoreLabels, ScoreMarks, ScoreStretches } from "./ScoreScale.tsx";
import { LINE_LOOKS, scaleNumbers } from "./score-drawing.ts";

interface ScoreChartProps {
  readonly reading: ScoreReading;
  /** What the chart is called, for whoever hears it. */
  readonly name: string;
}

const SCORE_HEIGHT = 200;
/** Px of axis that one calendar mark needs. */
const TICK_PX = 62;

/** One line of scores on its own scale: the cut-off, what is within measurement error of the first score, and what is marked. */
export function ScoreChart({ reading, name }: ScoreChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameOf(width, reading.window), [width, reading.window]);
  const days = useMemo(() => dayTicks(reading.window, Math.max(2, Math.floor(frame.plot / TICK_PX))), [reading.window, frame.plot]);
  return (
    <div className={classes.chart} data-narrow={frame.narrow || undefined}>
      <ReadingStage
        stage={ref}
        frame={frame}
        name={name}
        each="score"
        stops={reading.stops}
        readoutAt={(index) => readoutOf(reading.stops[index] as ScoreStop)}
      >
        <div className={classes.drawing}>
          <ScoreLine reading={reading} frame={frame} days={days} />
          <NoScoreStrip stops={reading.stops} frame={frame} />
          <DayScale frame={frame} days={days} />
        </div>
      </ReadingStage>
      <ScoreKey reading={reading} />
    </div>
  );
}

/** Everything of one administration. Not scored is said, never a 0. */
function readoutOf({ key, day, score, words, remarks }: ScoreStop): Readout {
  const figures = [
    score === null
      ? { key, label: "Score", words: "no score", standing: "not-rated" as const }
      : { key, label: "Score", words: [figure(score), words].filter((each) => each !== "").join(", "), standing: "given" as const },
  ];
  return { title: dayWithYear(day), figures, marks: remarks };
}

interface ScoreLineProps {
  readonly reading: ScoreReading;
  readonly frame: Frame;
  readonly days: ReturnType<typeof dayTicks>;
}

function ScoreLine({ reading, frame, days }: ScoreLineProps) {
  const hatch = useId();
  const { lowest, highest, gaps } = reading;
  const { points } = thin(reading.points);
  const look = LINE_LOOKS[reading.whose];
  const many = points.length > MOST_DOTS;
  const scale: Scale = { lowest, highest, height: SCORE_HEIGHT };
  return (
    <TimelinePanel
      frame={frame}
      height={SCORE_HEIGHT}
      domain={[lowest, highest]}
      values={scaleNumbers(reading, SCORE_HEIGHT)}
      valueWords={figure}
      days={days}
      marks={[]}
      gaps={gaps}
    >
      <ScoreBand reading={reading} frame={frame} scale={scale} hatch={hatch} />
      <ScoreStretches reading={reading} scale={scale} />
      <ScoreCutOff reading={reading} frame={frame} scale={scale} />
      <ScoreLabels reading={reading} frame={frame} scale={scale} />
      <Line
        data={rowsOf(points)}
        dataKey="value"
        type="linear"
        stroke={look.colour}
        strokeWidth={many ? 1.25 : 1.75}
        {...(look.dash === undefined ? {} : { strokeDasharray: look.dash })}
        dot={dotOf(look, many ? LONE_SIZE : undefined)}
        activeDot={false}
        isAnimationActive={false}
        connectNulls={false}
      />
      <ScoreMarks points={points} look={look} frame={frame} scale={scale} />
    </TimelinePanel>
  );
}

/** Px of the strip for sittings without a score. */
const STRIP_HEIGHT = 18;

/** Sittings that came to no score, on a strip of their own: no place on the scale is theirs. */
function NoScoreStrip({ stops, frame }: { readonly stops: ScoreReading["stops"]; readonly frame: Frame }) {
  const without = stops.filter((stop) => stop.score === null);
  if (without.length === 0) return null;
  const middle = STRIP_HEIGHT / 2;
  return (
    <svg width={frame.width} height={STRIP_HEIGHT} className={classes.strip} aria-hidden="true" data-strip="no-score">
      <text x={frame.left - 8} y={middle} textAnchor="end" dominantBaseline="central" className={classes.scale} fontSize={frame.narrow ? 10 : 11}>
        no score
      </text>
      {without.map(({ key, x }) => (
        <path key={key} d={`M${pxOf(frame, x) - 3.5} ${middle - 3.5}l7 7m0 -7l-7 7`} className={own.noScore} />
      ))}
    </svg>
  );
}
