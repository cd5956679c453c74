import type { ReactNode } from "react";
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import classes from "#client/charts/frame/charts.module.css";
import { type Frame, INSIDE, pxOf } from "#client/charts/frame/frame.ts";
import type { Gap } from "#core/series/gaps.ts";
import type { Mark } from "#core/series/marks.ts";
import type { Tick } from "#core/series/ticks.ts";

interface PanelProps {
  readonly frame: Frame;
  readonly height: number;
  readonly domain: readonly [lowest: number, highest: number];
  readonly values: readonly number[];
  readonly valueWords?: (value: number) => string;
  readonly days: readonly Tick[];
  /** Faint lines through every panel at what is marked above. */
  readonly marks: readonly Mark[];
  /** Named in the middle of the stretch, in the panel that is given them. */
  readonly gaps?: readonly Gap[];
  readonly data?: readonly object[];
  readonly children?: ReactNode;
}

/** More faint lines than this would be a curtain. */
const MOST_LINES = 40;

/** One panel on the shared day axis: scale words left, grid at the calendar marks, whatever is drawn inside. */
export function TimelinePanel({ frame, height, domain, values, valueWords, days, marks, gaps = [], data, children }: PanelProps) {
  const { from, to } = frame.window;
  const shown = marks.filter((mark) => mark.x >= from && mark.x <= to);
  const lines = new Map(shown.map((mark) => [mark.x, mark]));
  return (
    <ComposedChart
      width={frame.width}
      height={height}
      {...(data === undefined ? {} : { data: [...data] })}
      margin={{ top: 0, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--oc-line)" strokeWidth={0.75} verticalPoints={days.map((tick) => pxOf(frame, tick.x))} />
      <XAxis
        type="number"
        dataKey="x"
        domain={[from, to]}
        allowDataOverflow
        ticks={days.map((tick) => tick.x)}
        interval={0}
        height={1}
        tick={false}
        tickLine={false}
        axisLine={false}
      />
      <YAxis
        type="number"
        domain={[...domain]}
        ticks={[...values]}
        interval={0}
        width={frame.left}
        padding={{ top: INSIDE, bottom: INSIDE }}
        tickLine={false}
        axisLine={false}
        tick={(props) => <ScaleWord {...props} size={frame.narrow ? 10 : 11} words={valueWords} />}
      />
      {lines.size > MOST_LINES
        ? null
        : [...lines.values()].map((mark) => (
            <line key={mark.x} x1={pxOf(frame, mark.x)} x2={pxOf(frame, mark.x)} y1={0} y2={height} stroke={lineColour(mark)} strokeOpacity={0.4} />
          ))}
      {/* Without any number the library draws no scale; an empty panel still shows what could stand in it. */}
      <Line data={corners(frame, domain)} dataKey="corner" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
      {children}
      {gaps.map((gap) => (
        <GapName key={gap.fromX} gap={gap} frame={frame} height={height} />
      ))}
    </ComposedChart>
  );
}

function corners({ window }: Frame, [lowest, highest]: PanelProps["domain"]): object[] {
  return [
    { x: window.from, corner: lowest },
    { x: window.to, corner: highest },
  ];
}

interface ScaleWordProps {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: number };
  readonly size: number;
  readonly words: ((value: number) => string) | undefined;
}

/** On one line always: the library would wrap "along for the ride" into its neighbours. */
function ScaleWord({ x, y, payload, size, words }: ScaleWordProps) {
  return (
    <text x={x} y={y} textAnchor="end" dominantBaseline="central" fontSize={size} className={classes.scale}>
      {words ? words(payload.value) : payload.value}
    </text>
  );
}

function lineColour({ direction }: Mark): string {
  if (direction === "toward") return "var(--oc-toward)";
  return direction === "away" ? "var(--oc-away)" : "var(--oc-control)";
}

/** Px that "15 weeks apart" takes; a narrower gap is named by the sentences only. */
const NAME_WIDTH = 84;

function GapName({ gap, frame, height }: { readonly gap: Gap; readonly frame: Frame; readonly height: number }) {
  const [from, to] = [Math.max(frame.left, pxOf(frame, gap.fromX)), Math.min(frame.left + frame.plot, pxOf(frame, gap.toX))];
  if (to - from < NAME_WIDTH) return null;
  return (
    <text x={(from + to) / 2} y={height / 2} textAnchor="middle" dominantBaseline="central" className={classes.gap}>
      {gap.weeks} weeks apart
    </text>
  );
}
