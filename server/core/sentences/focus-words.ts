import type { Day } from "#core/day.ts";
import type { FocusReading, FocusSentence } from "#core/readings/focus-reading.ts";
import { counted, dayWords } from "./wording.ts";

/** What is said of one focus track. */
export function focusSentences(reading: Omit<FocusReading, "sentences">, today: Day): FocusSentence[] {
  const since = `since it was chosen on ${dayWords(reading.chosenOn, today)}`;
  if (reading.direction === null)
    return [
      {
        about: "direction",
        words: `${reading.name}: ${reading.ratedSince} of 6 ratings ${since}: ${6 - reading.ratedSince} more before a direction can be spoken of.`,
        aside: false,
      },
    ];
  const direction = reading.direction === "no-clear-direction" ? "no clear direction" : reading.direction;
  return [{ about: "direction", words: `${reading.name}: ${direction} over ${counted(reading.ratedSince, "rating")} ${since}.`, aside: false }];
}
