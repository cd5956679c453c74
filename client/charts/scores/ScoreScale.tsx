import chart from "#client/charts/frame/charts.module.css";
import { type Frame, pxOf, pyOf, type Scale } from "#client/charts/frame/frame.ts";
import type { Look } from "#client/charts/frame/looks.ts";
import type { ScorePoint, ScoreReading } from "#core/readings/score-reading.ts";
import classes from "./ScoreChart.module.css";
import { bandLines, bandPx, cutOffLines, LABEL_PX, marginLabels, namedStretches } from "./score-drawing.ts";

interface PartProps {
  readonly reading: ScoreReading;
  readonly frame: Frame;
  readonly scale: Scale;
}

/** What is within measurement error of the first score: hatched and edged, so that it is seen in grey too. */
export function ScoreBand({ reading, frame, scale, hatch }: PartProps & { readonly hatch: string }) {
  const { band, norms } = reading;
  if (band === null) return null;
  const { top, height } = bandPx(band, { ...scale, isReached: norms?.reached === true });
  return (
    <g>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={7} stroke="var(--oc-control)" strokeOpacity={0.3} strokeWidth={1.25} />
        </pattern>
      </defs>
      <rect x={frame.left} width={frame.plot} y={top} height={height} fill={`url(#${hatch})`} stroke="var(--oc-control)" strokeOpacity={0.35} />
    </g>
  );
}

/** Px a line of words takes on the scale, and how many letters fit beside it. */
const WORDS_PX = 11;
const LETTERS = 15;

/** The named stretches, as words beside the numbers: in two lines where one is too long, left out where there is no room. */
export function ScoreStretches({ reading, scale }: Omit<PartProps, "frame">) {
  return (
    <g>
      {namedStretches(reading, scale.height).map(({ words, middle, room }) => {
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

/** The cut-off as a line; what lies on which side of it is said beside it. */
export function ScoreCutOff({ reading, frame, scale }: PartProps) {
  if (reading.cutOff === null) return null;
  const y = pyOf(reading.cutOff.value, scale);
  return <line x1={frame.left} x2={frame.left + frame.plot} y1={y} y2={y} stroke="var(--oc-ink)" strokeDasharray="6 4" strokeWidth={1} />;
}

/** The names of the cut-off and the band, in the margin; on a phone, which has none, they stand under the chart. */
export function ScoreLabels({ reading, frame, scale }: PartProps) {
  const { cutOff, band } = reading;
  if (frame.narrow) return null;
  const { cutOffY, bandY } = marginLabels(reading, scale);
  return (
    <g>
      {cutOff === null ? null : <Label x={frame.left + frame.plot + 6} y={cutOffY} lines={cutOffLines(cutOff)} />}
      {band === null ? null : <Label x={frame.left + frame.plot + 6} y={bandY} lines={bandLines(band)} />}
    </g>
  );
}

function Label({ x, y, lines }: { readonly x: number; readonly y: number; readonly lines: readonly string[] }) {
  return (
    <text x={x} y={y - ((lines.length - 1) * LABEL_PX) / 2} dominantBaseline="central" className={classes.label}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} dy={at === 0 ? 0 : LABEL_PX}>
          {line}
        </tspan>
      ))}
    </text>
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
        // The sitting before: another score of the same day is none.
        const before = points.slice(0, at).findLast((each) => each.counts);
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
