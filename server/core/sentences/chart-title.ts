import type { Day } from "#core/day.ts";
import { stageMoves } from "#core/rules/ladder.ts";
import { unratedAtEnd } from "#core/rules/unrated-since.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { STAGE_WORDS } from "#core/vocabulary/engagement.ts";
import { movedTo } from "./ladder-words.ts";
import { ratedStages, talliesOf } from "./tallies.ts";
import { counted, dayWords } from "./wording.ts";

/**
 * The chart's title: a sentence from the numbers it draws. It tells of the ladder only, because choosing the track that moved
 * most would find a story in every case.
 */
export function chartTitle(timeline: Timeline): string {
  const { sessions, measurements, importedMeasurements } = talliesOf(timeline);
  const rated = ratedStages(timeline);
  const now = rated.at(-1);
  if (sessions === 0 && measurements > 0)
    return `${counted(measurements, importedMeasurements === measurements ? "imported measurement" : "measurement")}, no session yet`;
  if (sessions === 0) return "No session yet";
  const count = counted(sessions, "session");
  if (!now) return `${count}; the observing partner is not rated yet`;
  const last = stageMoves(rated).at(-1);
  const day = (when: Day) => dayWords(when, timeline.today);
  if (last) {
    const from = last.to < last.from ? ` (from ${STAGE_WORDS[last.from]})` : "";
    return `${count}; the observing partner ${movedTo(last)}${from} on ${day(last.day)}`;
  }
  const unrated = unratedAtEnd(timeline.placed.map(({ occasion, held }) => ({ stage: occasion.observation?.stage ?? null, held })));
  return `${count}; the observing partner is ${STAGE_WORDS[now.stage]}${unrated === 0 ? "" : `, last rated ${day(now.day)}`}`;
}
