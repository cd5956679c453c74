import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { guessSentences } from "#core/sentences/guess-words.ts";
import { type DayX, placeOnAxis } from "#core/series/axis.ts";
import { median } from "#core/statistics/median.ts";
import { FEWEST_OVER_TIME } from "./guess-counts.ts";

/** The active partner's guess of the observing partner's number, and that number where there is one. */
export interface GuessPair {
  readonly occasion: string;
  readonly day: Day;
  readonly x: DayX;
  readonly guess: number;
  /** Null = not known (yet). */
  readonly actual: number | null;
  /** guess − actual, in the track's points; null where the actual number is not known. */
  readonly difference: number | null;
}

/** About what a sentence of a guess reading is. */
export interface GuessSentence {
  readonly about: "guesses" | "difference" | "over-time";
  readonly words: string;
  readonly aside: boolean;
}

/** All guesses of one track, oldest first. */
export interface GuessReading {
  readonly track: string;
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly pairs: readonly GuessPair[];
  /** Guesses that have the actual number beside them. */
  readonly known: number;
  /** Of these, guesses below, at and above it. */
  readonly lower: number;
  readonly same: number;
  readonly higher: number;
  /** Median size of the difference, in points, never below 0; null where no actual number is known. */
  readonly medianSize: number | null;
  /** The same over the earlier and over the later half of these pairs (the middle one of an odd number in neither); null below 6. */
  readonly earlierSize: number | null;
  readonly laterSize: number | null;
  readonly sentences: readonly GuessSentence[];
}

/** The guesses of every track that has any, in the order of the tracks. A number without a guess is no pair. */
export function readGuesses(view: TimelineView): GuessReading[] {
  const placed = placeOnAxis(view.occasions);
  return view.tracks.flatMap(({ track, name, lowest, highest }) => {
    const pairs = placed.flatMap(({ occasion, x }) => {
      const by = (rater: "guess" | "observing") => occasion.ratings.find((rating) => rating.track === track && rating.rater === rater)?.value ?? null;
      const [guess, actual] = [by("guess"), by("observing")];
      return guess === null
        ? []
        : [{ occasion: occasion.id, day: occasion.day, x, guess, actual, difference: actual === null ? null : guess - actual }];
    });
    if (pairs.length === 0) return [];
    const differences = pairs.flatMap((pair) => (pair.difference === null ? [] : [pair.difference]));
    const half = Math.floor(differences.length / 2);
    const reading = {
      track,
      name,
      lowest,
      highest,
      pairs,
      known: differences.length,
      lower: differences.filter((difference) => difference < 0).length,
      same: differences.filter((difference) => difference === 0).length,
      higher: differences.filter((difference) => difference > 0).length,
      medianSize: sizeOf(differences),
      earlierSize: differences.length < FEWEST_OVER_TIME ? null : sizeOf(differences.slice(0, half)),
      laterSize: differences.length < FEWEST_OVER_TIME ? null : sizeOf(differences.slice(-half)),
    };
    return [{ ...reading, sentences: guessSentences(reading, view.today) }];
  });
}

function sizeOf(differences: readonly number[]): number | null {
  return differences.length === 0 ? null : median(differences.map(Math.abs));
}
