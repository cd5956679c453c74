/** What each reading draws: its numbers as panels, stretches and marks of a series chart. Nothing is computed here. */

import { type Look, lookOf } from "#client/charts/frame/looks.ts";
import type { SeriesLine, SeriesMark, SeriesPanel, SeriesPoint, SeriesStretch } from "#client/charts/series/series.ts";
import { dayNumber } from "#core/day.ts";
import type { BeforeAfterReading } from "#core/readings/before-after.ts";
import type { FocusReading } from "#core/readings/focus-reading.ts";
import type { GuessReading } from "#core/readings/guess-reading.ts";
import type { RippleReading } from "#core/readings/ripple-reading.ts";
import type { AlignedSitting, RippleSeries } from "#core/readings/ripple-series.ts";
import { usualRange } from "#core/sentences/focus-words.ts";
import { figure } from "#core/sentences/wording.ts";
import { type Span, spanOf } from "#core/series/axis.ts";
import { STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import type { LineRater } from "#core/vocabulary/track.ts";

export interface Drawn {
  readonly panels: readonly SeriesPanel[];
  readonly stretches: readonly SeriesStretch[];
  readonly marks: readonly SeriesMark[];
  readonly window: Span;
}

const HEIGHT = 132;
const RATER_WORDS: Record<LineRater, string> = { clinician: "your number", active: "the client’s number", observing: "the partner’s number" };
const GUESS_LOOK: Look = { colour: "var(--oc-active)", dash: undefined, shape: "circle", hollow: false };
const ACTUAL_LOOK: Look = { colour: "var(--oc-observing)", dash: "5 3", shape: "diamond", hollow: true };

/** Null where nothing was rated yet: a chart without a point says less than its sentence. */
export function drawFocus(reading: FocusReading): Drawn | null {
  const { points, range, line, shaded } = reading;
  const window = spanOf(points.map((point) => point.x));
  if (window === null) return null;
  const outside = new Set(points.filter((point) => point.outside).map((point) => point.x));
  const chosenX = dayNumber(reading.chosenOn);
  const usual = range.status === "computed" ? usualRange(range, reading) : null;
  const levels =
    range.status === "computed" && usual !== null
      ? [
          { key: "upper", value: range.upper, words: `usual, to ${figure(usual.to)}` },
          { key: "lower", value: range.lower, words: `usual, from ${figure(usual.from)}` },
        ].filter(({ value }) => value >= reading.lowest && value <= reading.highest)
      : [];
  return {
    window,
    panels: [
      {
        key: "focus",
        title: reading.name,
        aside: RATER_WORDS[reading.rater],
        lowest: reading.lowest,
        highest: reading.highest,
        height: HEIGHT,
        levels: levels.map((level) => ({ ...level, from: Math.max(chosenX, window.from) })),
        slope: line,
        lines: [
          {
            key: "rating",
            label: reading.name,
            look: lookOf(reading),
            points,
            words: (point) => `${point.value}${outside.has(point.x) ? ", outside its usual range" : ""}`,
          },
        ],
      },
    ],
    stretches: [
      ...(points.some((point) => !point.judged)
        ? [{ key: "before", from: window.from, to: chosenX, words: "before it was chosen: drawn, not judged", tone: "quiet" as const }]
        : []),
      ...(shaded
        ? [{ key: "shaded", from: shaded.fromX, to: shaded.toX, words: "may have shifted somewhere in here", tone: "worth-a-look" as const }]
        : []),
    ],
    marks: [],
  };
}

export function drawBeforeAfter(reading: BeforeAfterReading, wording: string): Drawn | null {
  const points = [...reading.before.points, ...reading.after.points];
  const x = dayNumber(reading.day);
  const window = spanOf([...points.map((point) => point.x), x]);
  if (window === null || points.length === 0) return null;
  const levels = [
    { key: "before", value: reading.before.median, words: "median before", from: window.from, to: x },
    { key: "after", value: reading.after.median, words: "median", from: x, to: window.to },
  ].flatMap(({ value, words, ...level }) => (value === null ? [] : [{ ...level, value, words: level.to === window.to ? words : "" }]));
  return {
    window,
    panels: [
      {
        key: "track",
        title: reading.name,
        aside: RATER_WORDS[reading.rater],
        lowest: reading.lowest,
        highest: reading.highest,
        height: HEIGHT,
        levels,
        lines: [{ key: "rating", label: reading.name, look: lookOf(reading), points }],
      },
    ],
    stretches: [],
    marks: [{ x, words: wording }],
  };
}

export function drawRipple(reading: RippleReading): Drawn | null {
  const { first, second, sittings, stretch } = reading;
  const rated = sittings.filter((sitting) => sitting.first !== null || sitting.second !== null);
  const window = spanOf(rated.map((sitting) => sitting.x));
  if (window === null) return null;
  const isPart = stretch !== null && stretch.sittings < stretch.ofSittings;
  return {
    window,
    panels: [ripplePanel("first", first, rated), ripplePanel("second", second, rated)],
    stretches: isPart ? [{ key: "tested", from: stretch.fromX, to: stretch.toX, words: "the stretch that was tested", tone: "quiet" }] : [],
    marks: [],
  };
}

function ripplePanel(place: "first" | "second", series: RippleSeries, sittings: readonly AlignedSitting[]): SeriesPanel {
  const isLadder = series.of === "observing";
  const look: Look = isLadder
    ? { ...ACTUAL_LOOK, shape: "circle" }
    : {
        ...(place === "first" ? GUESS_LOOK : { ...GUESS_LOOK, colour: "var(--oc-ink)", shape: "square" as const }),
        hollow: series.rater !== "clinician",
      };
  const points: SeriesPoint[] = [];
  let missed = false;
  for (const { x, day, sessionNumber, ...sitting } of sittings) {
    const value = sitting[place];
    if (value === null) missed = true;
    else {
      points.push({ x, day, sessionNumber, occasion: `${place} ${x}`, value, breakBefore: missed && points.length > 0 });
      missed = false;
    }
  }
  const line: SeriesLine = { key: "value", label: series.name, look, points };
  const { lowest, highest, name } = series;
  const panel = { key: place, title: name, aside: RATER_WORDS[series.rater], lowest, highest };
  if (!isLadder) return { ...panel, height: HEIGHT, lines: [line] };
  const words = (stage: number) => STAGE_WORDS[stage as keyof typeof STAGE_WORDS];
  return {
    ...panel,
    height: HEIGHT + 6,
    values: STAGES,
    valueWords: words,
    lines: [{ ...line, steps: true, words: ({ value }) => `${value} ${words(value)}` }],
  };
}

export function drawGuesses(reading: GuessReading): Drawn | null {
  const window = spanOf(reading.pairs.map((pair) => pair.x));
  if (window === null) return null;
  const at = (value: number, { x, day, occasion }: GuessReading["pairs"][number]): SeriesPoint => ({
    x,
    day,
    occasion,
    value,
    sessionNumber: null,
    breakBefore: false,
  });
  const guesses = reading.pairs.map((pair) => at(pair.guess, pair));
  const actual = reading.pairs.flatMap((pair) => (pair.actual === null ? [] : [at(pair.actual, pair)]));
  return {
    window,
    panels: [
      {
        key: "guess",
        title: reading.name,
        lowest: reading.lowest,
        highest: reading.highest,
        height: HEIGHT,
        lines: [
          { key: "guess", label: "guess", look: GUESS_LOOK, points: guesses },
          { key: "actual", label: "actual", look: ACTUAL_LOOK, points: actual },
        ],
      },
    ],
    stretches: [],
    marks: [],
  };
}
