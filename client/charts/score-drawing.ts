import type { Day } from "#core/day.ts";
import type { DayX, Span } from "#core/timeline/axis.ts";
import type { Gap } from "#core/timeline/gaps.ts";
import type { Point } from "#core/timeline/rating-series.ts";
import type { CutOffSide, MeasureBetter } from "#core/vocabulary/measure.ts";
import { INSIDE, pyOf, type Scale } from "./frame.ts";
import type { Look } from "./looks.ts";

/** One administration: read at its day, drawn where it came to a score. */
export interface ScoreStop {
  readonly key: string;
  readonly x: DayX;
  readonly day: Day;
  /** Null: too many answers missing; never drawn as 0. */
  readonly score: number | null;
  /** The stretch of the scale it lies in: "moderate", "below the cut-off"; "" where nothing is known. */
  readonly words: string;
  /** What is marked here: a change confirmed, a sudden gain. */
  readonly remarks: readonly string[];
}

export interface ScorePoint extends Point {
  /** The change since the first score is confirmed here, at two sittings in a row. */
  readonly confirmed: boolean;
  /** A sudden gain leads from the point before to this one. */
  readonly gain: boolean;
}

/** One line of scores, ready to be drawn: same measure, same person answering, about the same, in the same way. */
export interface ScoreDrawing {
  readonly lowest: number;
  readonly highest: number;
  readonly better: MeasureBetter;
  readonly whose: "active" | "observing" | "clinician" | "guess";
  readonly window: Span;
  readonly points: readonly ScorePoint[];
  readonly stops: readonly ScoreStop[];
  readonly gaps: readonly Gap[];
  readonly cutOff: { readonly value: number; readonly side: CutOffSide } | null;
  /** Scores as near to the first one as measurement error; null where that is not known. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly bands: readonly { readonly from: number; readonly words: string }[];
}

/** Whose line it is: never told by colour alone. A guess is drawn as nobody's own answers are. */
export const LINE_LOOKS: Record<ScoreDrawing["whose"], Look> = {
  active: { colour: "var(--oc-active)", dash: undefined, shape: "circle", hollow: false },
  observing: { colour: "var(--oc-observing)", dash: "5 3", shape: "circle", hollow: true },
  clinician: { colour: "var(--oc-ink)", dash: undefined, shape: "square", hollow: false },
  guess: { colour: "var(--oc-active)", dash: "2 3", shape: "diamond", hollow: true },
};

/** Px between two numbers on the scale. */
const APART = 15;

/** The numbers on the scale: both ends and the cut-off first, then where a stretch begins, as far as there is room. */
export function scaleNumbers({ lowest, highest, cutOff, bands }: ScoreDrawing, height: number): number[] {
  const scale: Scale = { lowest, highest, height };
  const kept: number[] = [];
  for (const value of [lowest, highest, ...(cutOff === null ? [] : [cutOff.value]), ...bands.map((band) => band.from)]) {
    if (value < lowest || value > highest) continue;
    if (kept.every((other) => Math.abs(pyOf(other, scale) - pyOf(value, scale)) >= APART)) kept.push(value);
  }
  return kept.sort((a, b) => a - b);
}

interface NamedStretch {
  readonly words: string;
  /** Px from the top. */
  readonly middle: number;
  readonly room: number;
}

/** The named stretches of the scale where they stand on the drawing; the top one ends with the scale. */
export function namedStretches({ bands, lowest, highest }: ScoreDrawing, height: number): NamedStretch[] {
  const scale: Scale = { lowest, highest, height };
  return bands.map(({ from, words }, at) => {
    const top = pyOf(bands[at + 1]?.from ?? highest, scale);
    const bottom = pyOf(from, scale);
    return { words, middle: (top + bottom) / 2, room: bottom - top };
  });
}

const SIDE_WORDS: Record<CutOffSide, string> = { below: "below it", "at-or-below": "it or below", "at-or-above": "it or above", above: "above it" };

/** "cut-off 13.5 · distress: below it". */
export function cutOffWords({ value, side }: NonNullable<ScoreDrawing["cutOff"]>): string {
  return `cut-off ${value} · distress: ${SIDE_WORDS[side]}`;
}

/** Px of the band, kept inside the drawing. */
export function bandPx({ from, to }: NonNullable<ScoreDrawing["band"]>, scale: Scale): { readonly top: number; readonly height: number } {
  const top = Math.max(INSIDE / 2, pyOf(to, scale));
  return { top, height: Math.max(1, Math.min(scale.height - INSIDE / 2, pyOf(from, scale)) - top) };
}
