/** Series that wander by themselves, and the ratings a person would make of them. */
import type { Dice } from "#sample/dice.ts";

/** A standard series of `length` values, each correlated `likeness` with the one before: AR(1), started in its steady state. */
export function wander(dice: Dice, length: number, likeness: number): number[] {
  const own = Math.sqrt(1 - likeness ** 2);
  const values: number[] = [];
  for (let place = 0; place < length; place += 1) {
    const before = values.at(-1);
    values.push(before === undefined ? dice.bell() : likeness * before + own * dice.bell());
  }
  return values;
}

/** A whole number 0–10. */
export function ratingOf(value: number): number {
  return Math.min(10, Math.max(0, Math.round(value)));
}

/** How a series of ratings comes about. */
export interface Timeline {
  /** Correlation of neighbours. */
  readonly likeness: number;
  readonly level: number;
  /** Standard deviation, in points, before rounding. */
  readonly spread: number;
  /** Share of ratings not given, 0–1. */
  readonly missing: number;
  /** Points gained from the first rating to the last, steadily. */
  readonly drift: number;
  /** Points gained all at once, halfway. */
  readonly step: number;
}

export const STABLE: Timeline = { likeness: 0.3, level: 5, spread: 1.5, missing: 0, drift: 0, step: 0 };

/** Ratings 0–10, null = not rated. */
export function ratingsOf(dice: Dice, length: number, timeline: Timeline): (number | null)[] {
  return wander(dice, length, timeline.likeness).map((value, place) => {
    const moved = (timeline.drift * place) / (length - 1) + (place >= length / 2 ? timeline.step : 0);
    const rating = ratingOf(timeline.level + timeline.spread * value + moved);
    return timeline.missing > 0 && dice.chance(timeline.missing) ? null : rating;
  });
}
