import { INSIDE, pyOf, type Scale } from "#client/charts/frame/frame.ts";
import type { Look } from "#client/charts/frame/looks.ts";
import { isAtUnknown } from "#core/measures/cut-off.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import { figure } from "#core/sentences/wording.ts";
import type { CutOffSide } from "#core/vocabulary/measure.ts";

/** Whose line it is: never told by colour alone. A guess is drawn as nobody's own answers are. */
export const LINE_LOOKS: Record<ScoreReading["whose"], Look> = {
  active: { colour: "var(--oc-active)", dash: undefined, shape: "circle", hollow: false },
  observing: { colour: "var(--oc-observing)", dash: "5 3", shape: "circle", hollow: true },
  clinician: { colour: "var(--oc-ink)", dash: undefined, shape: "square", hollow: false },
  guess: { colour: "var(--oc-active)", dash: "2 3", shape: "diamond", hollow: true },
};

/** Px between two numbers on the scale. */
const APART = 15;

/** The numbers on the scale: both ends and the cut-off first, then where a stretch begins, as far as there is room. */
export function scaleNumbers({ lowest, highest, cutOff, bands }: ScoreReading, height: number): number[] {
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
export function namedStretches({ bands, lowest, highest }: ScoreReading, height: number): NamedStretch[] {
  const scale: Scale = { lowest, highest, height };
  return bands.map(({ from, words }, at) => {
    const top = pyOf(bands[at + 1]?.from ?? highest, scale);
    const bottom = pyOf(from, scale);
    return { words, middle: (top + bottom) / 2, room: bottom - top };
  });
}

const SIDE_WORDS: Record<CutOffSide, (value: string) => string> = {
  below: (value) => `below ${value}`,
  "at-or-below": (value) => `${value} and below`,
  "below-at-unknown": (value) => `below ${value}`,
  "at-or-above": (value) => `${value} and above`,
  above: (value) => `above ${value}`,
  "above-at-unknown": (value) => `above ${value}`,
};

/** "cut-off:", "10 and above", "is distress", and where that holds "(97: neither)" and "(unconfirmed)": each short enough for the margin. */
export function cutOffLines({ value, side, recalled }: NonNullable<ScoreReading["cutOff"]>): string[] {
  const onNeither = isAtUnknown(side) ? [`(${figure(value)}: neither)`] : [];
  return ["cut-off:", SIDE_WORDS[side](figure(value)), "is distress", ...onNeither, ...(recalled ? ["(unconfirmed)"] : [])];
}

/** "first score", "± 6". */
export function bandLines({ from, to }: NonNullable<ScoreReading["band"]>): string[] {
  return ["first score", `± ${figure((to - from) / 2)}`];
}

/** Px a line of a label takes. */
export const LABEL_PX = 12;

/** Where the two labels of the margin stand: the cut-off's at its line, the band's at its middle unless they would cover each other. */
export function marginLabels({ cutOff, band }: Pick<ScoreReading, "cutOff" | "band">, scale: Scale): { cutOffY: number; bandY: number } {
  const cutOffY = cutOff === null ? Number.NaN : pyOf(cutOff.value, scale);
  if (band === null) return { cutOffY, bandY: Number.NaN };
  const { top, height } = bandPx(band, scale);
  const middle = top + height / 2;
  if (cutOff === null) return { cutOffY, bandY: middle };
  const apart = ((cutOffLines(cutOff).length + bandLines(band).length) / 2) * LABEL_PX + 4;
  if (Math.abs(middle - cutOffY) >= apart) return { cutOffY, bandY: middle };
  const [under, over] = [cutOffY + apart, cutOffY - apart];
  const fitsUnder = under + LABEL_PX <= scale.height;
  const fitsOver = over - LABEL_PX >= 0;
  return { cutOffY, bandY: (middle >= cutOffY && fitsUnder) || !fitsOver ? under : over };
}

/** Px by which a band ends before the points that already count as change. */
const HAIRLINE = 2;

/** Px of the band, kept inside the drawing. `isReached`: a change of just the points counts, so they lie outside the band. */
export function bandPx(
  { from, to }: NonNullable<ScoreReading["band"]>,
  scale: Scale & { readonly isReached?: boolean },
): { readonly top: number; readonly height: number } {
  const before = scale.isReached === true ? HAIRLINE : 0;
  const top = Math.max(INSIDE / 2, pyOf(to, scale) + before);
  return { top, height: Math.max(1, Math.min(scale.height - INSIDE / 2, pyOf(from, scale) - before) - top) };
}

/** "6 points or more: change": computed points must be passed, published ones are reached. */
export function changeWords({ from, to }: NonNullable<ScoreReading["band"]>, norms: ScoreReading["norms"]): string {
  const points = figure((to - from) / 2);
  return `${norms?.reached === true ? `${points} points or more` : `more than ${points} points`}: change`;
}
