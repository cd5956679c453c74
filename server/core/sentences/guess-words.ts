import type { Day } from "#core/day.ts";
import { FEWEST_OVER_TIME } from "#core/readings/guess-counts.ts";
import type { GuessReading } from "#core/readings/guess-reading.ts";
import { counted, dayWords, figure, listed } from "#core/vocabulary/wording.ts";
import { isolated } from "./isolated.ts";

/** About what a sentence of a guess reading is. */
export interface GuessSentence {
  readonly about: "guesses" | "difference" | "over-time";
  readonly words: string;
  readonly aside: boolean;
}

const aloud = (about: GuessSentence["about"], words: string): GuessSentence => ({ about, words, aside: false });
const aside = (about: GuessSentence["about"], words: string): GuessSentence => ({ about, words, aside: true });

/**
 * What is said of the guesses of one track: how often they lay below, at and above the actual number, by how much, and the earlier
 * against the later ones. Counts only: no cause, and nothing about the one who guessed or the one who answered.
 */
export function guessSentences(reading: GuessReading, today: Day): GuessSentence[] {
  const { name, pairs, known } = reading;
  const guesses = counted(pairs.length, "guess", "guesses");
  if (known === 0)
    return [
      aloud(
        "difference",
        `${isolated(name)}: cannot tell yet how near ${pairs.length === 1 ? "the guess is" : "the guesses are"}, with 0 actual numbers beside ${guesses}.`,
      ),
    ];
  return [differenceWords(reading, today), overTimeWords(reading), ...waitingWords(reading)];
}

function differenceWords(reading: GuessReading, today: Day): GuessSentence {
  const { name, known, medianSize } = reading;
  const [only] = known === 1 ? answered(reading) : [];
  if (only)
    return aloud(
      "difference",
      `${isolated(name)}: on ${dayWords(only.day, today)} the guess was ${figure(only.guess)} and the actual number ${figure(only.actual)}. 1 pair: cannot tell yet whether guesses differ.`,
    );
  const ways = [
    ...(reading.lower > 0 ? [`lower than the actual number in ${reading.lower}`] : []),
    ...(reading.same > 0 ? [`the same in ${reading.same}`] : []),
    ...(reading.higher > 0 ? [`higher in ${reading.higher}`] : []),
  ];
  const middle = medianSize === null || medianSize === 0 ? "" : `; the middle difference is ${points(medianSize)}`;
  return aloud("difference", `${isolated(name)}: of ${known} pairs the guess was ${listed(ways)}${middle}.`);
}

/** The earlier half against the later one, the middle pair of an odd number in neither: the same cut for everybody, nothing picked. */
function overTimeWords(reading: GuessReading): GuessSentence {
  const { known, earlierSize, laterSize } = reading;
  if (earlierSize === null || laterSize === null)
    return aside(
      "over-time",
      `Nearer or further over time: cannot tell yet, ${counted(known, "pair")} of ${FEWEST_OVER_TIME}; ${FEWEST_OVER_TIME - known} more needed.`,
    );
  const half = Math.floor(known / 2);
  const [before, after] = [points(earlierSize), points(laterSize)];
  return aside("over-time", `The middle difference is ${before} over the first ${half} pairs and ${after} over the last ${half}.`);
}

function waitingWords({ pairs, known }: GuessReading): GuessSentence[] {
  const waiting = pairs.length - known;
  return waiting === 0
    ? []
    : [aside("guesses", `${waiting} of ${counted(pairs.length, "guess", "guesses")} without an actual number yet, counted in none of these.`)];
}

function answered({ pairs }: GuessReading) {
  return pairs.flatMap(({ day, guess, actual }) => (actual === null ? [] : [{ day, guess, actual }]));
}

function points(size: number): string {
  return `${figure(size)} ${figure(size) === "1" ? "point" : "points"}`;
}
