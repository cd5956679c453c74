/** What is said of one score of a line, and of the line where a change of it is confirmed. */
import { categoryOf, sideOf } from "#core/measures/cut-off.ts";
import type { ScoreReading, ScoreStop } from "#core/readings/score-reading.ts";
import { distressWords } from "./cut-off-words.ts";

/** Where a score lies: "moderate, in the distress range (10 or above)"; "" where nothing is known. */
export function scoreStopWords({ bands, cutOff }: Pick<ScoreReading, "bands" | "cutOff">, { score }: Pick<ScoreStop, "score">): string {
  if (score === null) return "";
  const stands = cutOff === null ? "" : distressWords(cutOff, score);
  return [categoryOf({ bands }, score) ?? "", stands].filter((words) => words !== "").join(", ");
}

/** What is marked at a score, and how many answers are missing where there is none. */
export function scoreStopRemarks({ points }: Pick<ScoreReading, "points">, { key, score, itemsAsked, itemsAnswered }: ScoreStop): string[] {
  const point = points.find((each) => each.occasion === key);
  return [
    ...(point?.confirmed ? ["change since the first score confirmed here"] : []),
    ...(point?.counts === false ? ["not the last score of its day: not compared"] : []),
    ...(point?.gain ? ["sudden gain since the score before"] : []),
    ...(score === null && itemsAsked !== null && itemsAnswered !== null ? [`${itemsAsked - itemsAnswered} of ${itemsAsked} answers missing`] : []),
  ];
}

/** Said only of a change that is confirmed, and still stands at the newest sitting; null otherwise. */
export function scoreBadge({ change, cutOff, points, sittings }: ScoreReading): string | null {
  if (change.status !== "confirmed" || sittings.at(-1)?.score === null) return null;
  const last = points.findLast((point) => point.counts)?.value ?? null;
  const across =
    change.crossed && cutOff !== null && last !== null ? `, ${sideOf(cutOff, last) === "distress" ? "into" : "out of"} the distress range` : "";
  return `${change.direction}${across}: confirmed at two sittings`;
}

/** "score, 0 to 21". */
export function scoreUnit({ lowest, highest }: Pick<ScoreReading, "lowest" | "highest">): string {
  return `score, ${lowest} to ${highest}`;
}
