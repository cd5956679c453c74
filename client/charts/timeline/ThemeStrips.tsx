import { useMemo } from "react";
import classes from "#client/charts/frame/charts.module.css";
import { pxOf } from "#client/charts/frame/frame.ts";
import { ReadingStage } from "#client/charts/frame/ReadingStage.tsx";
import { useWidth } from "#client/charts/frame/use-width.ts";
import { frameToTheEdge } from "#client/charts/insights/insight-frame.ts";
import { dayWithYear, shortDay } from "#client/format.ts";
import type { ThemedSession } from "#core/rules/themes.ts";
import type { Readout } from "#core/series/stops.ts";

interface ThemeStripsProps {
  readonly name: string;
  readonly today: string;
  /** Held sessions, oldest first. */
  readonly sessions: readonly ThemedSession[];
  readonly rows: readonly { readonly theme: string; readonly name: string; readonly explored: number; readonly of: number }[];
}

/** Px of a theme's words, of its strip, and of the room beneath it. */
const ROW = { words: 20, strip: 16, room: 6 } as const;
const AXIS = 22;
/** Px that a date under the strips needs. */
const DATE_PX = 62;
/** No square is wider than this: three sessions are three squares, not three walls. */
const WIDEST = 34;

/** A strip a theme, a square a session: filled where it was explored. In order of session, evenly spaced. */
export function ThemeStrips({ name, today, sessions, rows }: ThemeStripsProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => {
    const whole = frameToTheEdge(width, { from: 0, to: sessions.length }, { narrow: 2, wide: 2 });
    return { ...whole, plot: Math.min(whole.plot, sessions.length * WIDEST) };
  }, [width, sessions.length]);
  const stops = useMemo(() => sessions.map((_, at) => ({ x: at + 0.5 })), [sessions]);
  const square = frame.plot / Math.max(1, sessions.length);
  const gap = square > 6 ? 2 : square > 3 ? 1 : 0;
  const readoutAt = (index: number): Readout => {
    const session = sessions[index];
    const explored = rows.filter(({ theme }) => session?.themes.includes(theme));
    const figures = explored.map(({ theme, name: label }) => ({ key: theme, label, words: "explored", standing: "given" as const }));
    const marks = explored.length === 0 ? ["No theme"] : [];
    return { title: session ? `Session ${index + 1}, ${dayWithYear(session.day)}` : "", figures, marks };
  };
  return (
    <div className={classes.chart} data-narrow={frame.narrow || undefined}>
      <ReadingStage stage={ref} frame={frame} name={name} each="session" stops={stops} readoutAt={readoutAt}>
        <div className={classes.drawing}>
          <svg width={frame.width} height={rows.length * (ROW.words + ROW.strip + ROW.room) + AXIS} aria-hidden="true" className={classes.strip}>
            {rows.map((row, place) => {
              const top = place * (ROW.words + ROW.strip + ROW.room);
              return (
                <g key={row.theme}>
                  <text x={frame.left} y={top + ROW.words / 2} dominantBaseline="central" fontSize={12} fill="var(--oc-ink)">
                    {row.name}
                    <tspan dx={8} fill="var(--oc-dim)">
                      {row.explored} of {row.of}
                    </tspan>
                  </text>
                  {sessions.map((session, at) => (
                    <rect
                      // biome-ignore lint/suspicious/noArrayIndexKey: a session's place is what it is drawn by
                      key={at}
                      x={pxOf(frame, at)}
                      y={top + ROW.words}
                      width={Math.max(0.5, square - gap)}
                      height={ROW.strip}
                      fill={session.themes.includes(row.theme) ? "var(--oc-active)" : "var(--oc-soft)"}
                    />
                  ))}
                </g>
              );
            })}
            {datedPlaces(sessions, Math.ceil(DATE_PX / square)).map((at) => (
              <text
                key={at}
                x={pxOf(frame, at)}
                y={rows.length * (ROW.words + ROW.strip + ROW.room) + AXIS / 2}
                dominantBaseline="central"
                fontSize={frame.narrow ? 10 : 11}
                className={classes.scale}
              >
                {shortDay((sessions[at] as ThemedSession).day, today)}
              </text>
            ))}
          </svg>
        </div>
      </ReadingStage>
    </div>
  );
}

/** Sessions under which a date stands: the first of a month, where there is room for it beside the one before. */
export function datedPlaces(sessions: readonly ThemedSession[], apart: number): number[] {
  const dated: number[] = [];
  sessions.forEach((session, at) => {
    const before = sessions[at - 1];
    const isNewMonth = before === undefined || before.day.slice(0, 7) !== session.day.slice(0, 7);
    const last = dated.at(-1);
    if (isNewMonth && (last === undefined || at - last >= apart)) dated.push(at);
  });
  return dated;
}
