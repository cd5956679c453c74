import { stageMoves } from "#core/rules/ladder.ts";
import type { Course } from "#core/timeline/course.ts";
import { STAGE_WORDS } from "#core/vocabulary/engagement.ts";
import { ratedStages, talliesOf } from "./tallies.ts";
import { counted } from "./wording.ts";

/**
 * The chart's title: a sentence from the numbers it draws. It tells of the ladder only, because choosing the track that moved
 * most would find a story in every case.
 */
export function chartTitle(course: Course): string {
  const { sessions, measurements, importedMeasurements } = talliesOf(course);
  const rated = ratedStages(course);
  const now = rated.at(-1);
  if (sessions === 0 && measurements > 0)
    return `${counted(measurements, importedMeasurements === measurements ? "imported measurement" : "measurement")}, no session yet`;
  if (sessions === 0) return "No session yet";
  const count = counted(sessions, "session");
  if (!now) return `${count}; the observing partner is not rated yet`;
  const last = stageMoves(rated).at(-1);
  if (last) return `${count}; the observing partner moved to ${STAGE_WORDS[last.to]}`;
  return `${count}; the observing partner is ${STAGE_WORDS[now.stage]}`;
}
