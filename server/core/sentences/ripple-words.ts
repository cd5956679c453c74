import type { Day } from "#core/day.ts";
import type { RippleReading, RippleSentence } from "#core/readings/ripple-reading.ts";

/** What is said of two series side by side. */
export function rippleSentences(reading: Omit<RippleReading, "sentences">, _today: Day): RippleSentence[] {
  if (reading.standing !== "tested" && reading.standing !== "too-few")
    return [{ about: "not-tested", words: "Shown together, not tested.", aside: false }];
  return [{ about: "count", words: `Cannot tell yet: ${reading.pairs} of ${reading.pairsNeeded} pairs.`, aside: false }];
}
