import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { dayNumber } from "#core/day.ts";
import { focusSentences } from "#core/sentences/focus-words.ts";
import type { DayX } from "#core/series/axis.ts";
import { lagOneAutocorrelation } from "#core/statistics/lag-one-autocorrelation.ts";
import type { TrendDirection } from "#core/statistics/mann-kendall.ts";
import { theilSen } from "#core/statistics/theil-sen.ts";
import type { BetterDirection, LineRater } from "#core/vocabulary/track.ts";
import { directionVerdict, type RangeVerdict, type RunVerdict, rangeVerdict, runVerdict, stretchVerdict } from "./focus-verdicts.ts";
import { type DatedPoint, datedSeries } from "./series.ts";

/** A rating of a focus track. Only what was rated since the choice is judged; what came before is drawn. */
export interface FocusPoint extends DatedPoint {
  readonly judged: boolean;
  /** Beyond the limits of the fixed baseline. */
  readonly outside: boolean;
}

/** A place on the line of a direction. */
export interface LineEnd {
  readonly x: DayX;
  readonly day: Day;
  readonly value: number;
}

/** The Theil–Sen line, drawn only where a direction is spoken: a drawn slope says a direction without the word. */
export interface FocusLine {
  readonly from: LineEnd;
  readonly to: LineEnd;
  /** In points a week. */
  readonly slopePerWeek: number;
  /** Rough range of the slope, in points a week; null with fewer than 8 ratings. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A stretch in which a series shifted, somewhere: never a date. */
export interface ShadedStretch {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly fromX: DayX;
  readonly toX: DayX;
  /** Session numbers; null where that rating was given outside a session. */
  readonly fromSession: number | null;
  readonly toSession: number | null;
  /** 1-based, among the ratings since the choice. */
  readonly fromRating: number;
  readonly toRating: number;
}

/** About what a sentence of a focus track is. */
export interface FocusSentence {
  readonly about: "direction" | "resemblance" | "run" | "range" | "stretch" | "not-yet" | "not-rated" | "earlier";
  readonly words: string;
  /** Said in a lower voice: what cannot be told yet, what is not there, how to read it. */
  readonly aside: boolean;
}

/** One track that the case is watched on, as far as it can be read since it was chosen. */
export interface FocusReading {
  readonly track: string;
  readonly name: string;
  readonly rater: LineRater;
  readonly lowest: number;
  readonly highest: number;
  readonly better: BetterDirection;
  readonly chosenOn: Day;
  /** All ratings, the earlier ones too. */
  readonly points: readonly FocusPoint[];
  /** Ratings on or after `chosenOn`. */
  readonly ratedSince: number;
  /** Held sessions on or after `chosenOn`, and in how many of them this was rated. */
  readonly heldSince: number;
  readonly ratedInHeld: number;
  /** Null = cannot tell yet: fewer than 6 ratings since the choice. */
  readonly direction: TrendDirection | null;
  readonly line: FocusLine | null;
  /** Neighbouring ratings resemble each other (lag-one autocorrelation above .3): the words are then more careful. */
  readonly resembles: boolean;
  /** `cannot-tell-yet` below 10 ratings off their median. */
  readonly run: RunVerdict;
  /** `cannot-tell-yet` below 12 ratings. */
  readonly range: RangeVerdict;
  /** Null where none stands out, and below 15 ratings. */
  readonly shaded: ShadedStretch | null;
  readonly sentences: readonly FocusSentence[];
}

const RESEMBLES_ABOVE = 0.3;

/** What the case's current focus tracks say, each since the day it was chosen; a dropped one is not read. */
export function readFocus(view: TimelineView): FocusReading[] {
  return view.focus.flatMap((focus) => {
    const series = focus.droppedOn === null ? datedSeries(view, focus) : null;
    if (!series) return [];
    const { placed, points, ...named } = series;
    const judged = points.filter((point) => point.day >= focus.chosenOn);
    const values = judged.map((point) => point.value);
    const held = placed.filter((each) => each.held && each.occasion.day >= focus.chosenOn);
    const direction = directionVerdict(values);
    const range = rangeVerdict(values, series);
    const outside = new Set(range.status === "computed" ? range.outside.map((place) => judged[place]?.occasion) : []);
    const resemblance = lagOneAutocorrelation(values);
    const reading = {
      ...named,
      chosenOn: focus.chosenOn,
      points: points.map((point) => ({ ...point, judged: point.day >= focus.chosenOn, outside: outside.has(point.occasion) })),
      ratedSince: judged.length,
      heldSince: held.length,
      ratedInHeld: judged.filter((point) => point.sessionNumber !== null).length,
      direction,
      line: direction === null || direction === "no-clear-direction" ? null : lineThrough(judged),
      resembles: resemblance.status === "computed" && resemblance.estimate > RESEMBLES_ABOVE,
      run: runVerdict(values),
      range,
      shaded: stretchOf(judged),
    };
    return [{ ...reading, sentences: focusSentences(reading, view.today) }];
  });
}

function lineThrough(judged: readonly DatedPoint[]): FocusLine | null {
  const line = theilSen(judged);
  const [first, last] = [judged[0], judged.at(-1)];
  if (line.status !== "computed" || !first || !last) return null;
  const weeks = (dayNumber(last.day) - dayNumber(line.fromDay)) / 7;
  return {
    from: { x: first.x, day: first.day, value: line.intercept },
    to: { x: last.x, day: last.day, value: line.intercept + line.slopePerWeek * weeks },
    slopePerWeek: line.slopePerWeek,
    lower: line.lower,
    upper: line.upper,
  };
}

function stretchOf(judged: readonly DatedPoint[]): ShadedStretch | null {
  const stretch = stretchVerdict(judged.map((point) => point.value));
  if (!stretch) return null;
  const [from, to] = [judged[stretch.from], judged[stretch.to]];
  if (!from || !to) return null;
  return {
    fromDay: from.day,
    toDay: to.day,
    fromX: from.x,
    toX: to.x,
    fromSession: from.sessionNumber,
    toSession: to.sessionNumber,
    fromRating: stretch.from + 1,
    toRating: stretch.to + 1,
  };
}
