import type { Day } from "#core/day.ts";
import type { BeforeAfterReading, BeforeAfterSentence } from "#core/readings/before-after.ts";
import { counted, dayWords } from "./wording.ts";

/** What is said of the ratings before a day and from it on. */
export function beforeAfterSentences(reading: Omit<BeforeAfterReading, "sentences">, today: Day): BeforeAfterSentence[] {
  const counts = `${counted(reading.before.points.length, "rating")} before ${dayWords(reading.day, today)} and ${reading.after.points.length} from it on`;
  if (!reading.pairs) return [{ about: "pairs", words: `${reading.name}: cannot tell yet, ${counts}; 3 on each side are needed.`, aside: false }];
  const hundred = (share: number) => Math.round(share * 100);
  const { estimate, lower, upper } = reading.pairs;
  return [
    {
      about: "pairs",
      words: `About ${hundred(estimate)} of 100 before/after pairs favour the later sessions, ties counting half (rough range ${hundred(lower)}–${hundred(upper)}).`,
      aside: false,
    },
  ];
}
