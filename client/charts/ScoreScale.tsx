import { figure } from "#core/sentences/wording.ts";
import chart from "./charts.module.css";
import { type Frame, pxOf, pyOf, type Scale } from "./frame.ts";
import type { Look } from "./looks.ts";
import classes from "./ScoreChart.module.css";
import { bandPx, cutOffWords, namedStretches, type ScoreDrawing, type ScorePoint } from "./score-drawing.ts";

interface PartProps {
  readonly drawing: ScoreDrawing;
  readonly frame: Frame;
  readonly scale: Scale;
}

/** What is within measurement error of the first score: hatched and edged, so that it is seen in grey too. */
export function ScoreBand({ drawing, frame, scale, hatch }: PartProps & { readonly hatch: string }) {
  const { band } = drawing;
  if (band === null) return null;
  const { top, height } = bandPx(band, scale);
  return (
    <g>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={7} stroke="var(--oc-control)" strokeOpacity={0.3} strokeWidth={1.25} />
        </pattern>
      </defs>
      <rect x={frame.left} width={frame.plot} y={top} height={height} fill={`url(#${hatch})`} stroke="var(--oc-control)" strokeOpacity={0.35} />
      <text x={frame.left + frame.plot - 4} y={top + height - 5} textAnchor="end" className={classes.inPlot}>
        first score ± {figure((band.to - band.from) / 2)}
      </text>
    </g>
  );
}

/** Px a line of words takes on the scale, and how many letters fit beside it. */
const WORDS_PX = 11;
const LETTERS = 15;

/** The named stretches, as words beside the numbers: in two lines where one is too long, left out where there is no room. */
export function ScoreStretches({ drawing, scale }: Omit<PartProps, "frame">) {
  return (
    <g>
      {namedStretches(drawing, scale.height).map(({ words, middle, room }) => {
        const lines = inLines(words);
        if (room < lines.length * WORDS_PX + 4) return null;
        return (
          <text key={words} x={0} y={middle - ((lines.length - 1) * WORDS_PX) / 2} dominantBaseline="central" fontSize={10} className={chart.scale}>
            {lines.map((line, at) => (
              <tspan key={line} x={0} dy={at === 0 ? 0 : WORDS_PX}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </g>
  );
}

function inLines(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Px the words of the cut-off need above or below their line. */
const CUT_OFF_PX = 5;

/** The cut-off as a line with its side in words, on that side of it. */
export function ScoreCutOff({ drawing, frame, scale }: PartProps) {
  const { cutOff } = drawing;
  if (cutOff === null) return null;
  const y = pyOf(cutOff.value, scale);
  const isBelow = cutOff.side === "below" || cutOff.side === "at-or-below";
  return (
    <g>
      <line x1={frame.left} x2={frame.left + frame.plot} y1={y} y2={y} stroke="var(--oc-ink)" strokeDasharray="6 4" strokeWidth={1} />
      <text
        x={frame.left + 4}
        y={isBelow ? y + CUT_OFF_PX : y - CUT_OFF_PX}
        dominantBaseline={isBelow ? "hanging" : "auto"}
        className={classes.inPlot}
      >
        {cutOffWords(cutOff)}
      </text>
    </g>
  );
}

interface MarksProps {
  readonly points: readonly ScorePoint[];
  readonly look: Look;
  readonly frame: Frame;
  readonly scale: Scale;
}

/** A ring around a score at which the change is confirmed; a heavy stroke along a sudden gain. */
export function ScoreMarks({ points, look, frame, scale }: MarksProps) {
  return (
    <g>
      {points.map((point, at) => {
        const before = points[at - 1];
        const [x, y] = [pxOf(frame, point.x), pyOf(point.value, scale)];
        return (
          <g key={point.occasion}>
            {point.gain && before ? (
              <line
                x1={pxOf(frame, before.x)}
                y1={pyOf(before.value, scale)}
                x2={x}
                y2={y}
                stroke={look.colour}
                strokeWidth={5}
                strokeOpacity={0.45}
                strokeLinecap="round"
                data-mark="gain"
              />
            ) : null}
            {point.confirmed ? <circle cx={x} cy={y} r={7.5} fill="none" stroke="var(--oc-ink)" strokeWidth={1.5} data-mark="confirmed" /> : null}
          </g>
        );
      })}
    </g>
  );
}
