import type { Day } from "#core/day.ts";
import type { GuessReading, GuessSentence } from "#core/readings/guess-reading.ts";
import { counted } from "./wording.ts";

/** What is said of the guesses of one track: counts, no cause, and nothing about the one who guessed. */
export function guessSentences(reading: Omit<GuessReading, "sentences">, _today: Day): GuessSentence[] {
  return [
    {
      about: "guesses",
      words: `${reading.name}: ${counted(reading.pairs.length, "guess", "guesses")}, ${reading.known} with the actual number.`,
      aside: false,
    },
  ];
}
