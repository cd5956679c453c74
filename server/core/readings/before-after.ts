import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { beforeAfterSentences } from "#core/sentences/before-after-words.ts";
import { type BaselineCorrectedTau, baselineCorrectedTau } from "#core/statistics/baseline-corrected-tau.ts";
import { median } from "#core/statistics/median.ts";
import { napEffect } from "#core/statistics/nap-effect.ts";
import { withoutNoise } from "#core/statistics/without-noise.ts";
import type { BetterDirection, LineRater } from "#core/vocabulary/track.ts";
import { type DatedPoint, datedSeries, type SeriesKey } from "./series.ts";

/** The ratings on one side of a day. */
export interface Side {
  readonly points: readonly DatedPoint[];
  /** Null where nothing was rated. */
  readonly median: number | null;
}

/** Of 100 pairs of one earlier and one later rating, how many have the later one better (higher, where neither way is better); 0–1. */
export interface PairShare {
  readonly estimate: number;
  /** Rough range, 95 %. */
  readonly lower: number;
  readonly upper: number;
}

/** The same with the line of the earlier ratings taken out of both sides. */
export interface HeadingShare {
  /** Baseline-corrected Tau, −1…1. */
  readonly tau: number;
  /** (Tau + 1)/2: Tau as a share of pairs, 0–1. */
  readonly estimate: number;
  /** Where the earlier ratings were heading, in points a rating. */
  readonly slope: number;
  /**
   * Carried on over the later ratings, the line passes an end of the scale, where no rating can follow it: then the share tells of the
   * scale, not of the case, and no sentence gives it.
   */
  readonly leavesScale: boolean;
  /** The first of the later ratings, counted from 1, at which it has left the scale; null where it does not leave. */
  readonly leavesAt: number | null;
}

/** About what a sentence of a before/after reading is. */
export interface BeforeAfterSentence {
  readonly about: "pairs" | "heading" | "medians" | "chosen-day";
  readonly words: string;
  readonly aside: boolean;
}

export interface BeforeAfterReading {
  readonly track: string;
  readonly name: string;
  readonly rater: LineRater;
  readonly lowest: number;
  readonly highest: number;
  readonly better: BetterDirection;
  readonly day: Day;
  /** On occasions before the day. */
  readonly before: Side;
  /** On that day and later. */
  readonly after: Side;
  /** Null = cannot tell yet: fewer than 3 ratings on a side. */
  readonly pairs: PairShare | null;
  /** Null = cannot tell yet: fewer than 5 ratings on a side. */
  readonly heading: HeadingShare | null;
  readonly sentences: readonly BeforeAfterSentence[];
}

/** The ratings of one track by one rater, before a day and from it on. Null for a track that this practice does not know. */
export function readBeforeAfter({ view, day, ...wanted }: SeriesKey & { readonly view: TimelineView; readonly day: Day }): BeforeAfterReading | null {
  const series = datedSeries(view, wanted);
  if (!series) return null;
  const { placed, points, ...named } = series;
  const [before, after] = [sideOf(points.filter((point) => point.day < day)), sideOf(points.filter((point) => point.day >= day))];
  const improvement = series.better === "lower" ? "decrease" : "increase";
  const [earlier, later] = [before, after].map((side) => side.points.map((point) => point.value)) as [number[], number[]];
  const nap = napEffect(earlier, later, { improvement });
  const tau = baselineCorrectedTau(earlier, later, { improvement });
  const reading = {
    ...named,
    day,
    before,
    after,
    pairs: nap.status === "computed" ? { estimate: nap.estimate, lower: nap.lower, upper: nap.upper } : null,
    heading: tau.status === "computed" ? headingOf(tau, series, [earlier.length, later.length]) : null,
  };
  return { ...reading, sentences: beforeAfterSentences(reading, view.today) };
}

type Line = Extract<BaselineCorrectedTau, { readonly status: "computed" }>;
type Scale = Pick<BeforeAfterReading, "lowest" | "highest">;

function headingOf({ estimate, slope, intercept }: Line, { lowest, highest }: Scale, [before, after]: readonly [number, number]): HeadingShare {
  const carried = Array.from({ length: after }, (_, place) => withoutNoise(intercept + slope * (before + place + 1)));
  const beyond = carried.findIndex((value) => value < lowest || value > highest);
  return { tau: estimate, estimate: (estimate + 1) / 2, slope, leavesScale: beyond >= 0, leavesAt: beyond < 0 ? null : beyond + 1 };
}

function sideOf(points: readonly DatedPoint[]): Side {
  return { points, median: points.length === 0 ? null : median(points.map((point) => point.value)) };
}
