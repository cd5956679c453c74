import type { Timeline } from "#core/series/timeline.ts";
import { ladderSentences } from "./ladder-words.ts";
import { recordSentences } from "./record-words.ts";
import { type Sentence, say } from "./sentence.ts";
import { talliesOf } from "./tallies.ts";
import { trackSentences } from "./track-words.ts";

/**
 * The timeline in words, from the numbers the chart draws: counts, moves and misses. No verdict, no cause, and nothing about
 * safety concerns: these are for the clinician's eyes, and a sentence beside a chart is read over a shoulder.
 */
export function inWords(timeline: Timeline): Sentence[] {
  const first = beginning(timeline);
  // With one session every line is "rated once": said once, for all of them.
  return [...first, ...ladderSentences(timeline), ...(first.length > 0 ? [] : trackSentences(timeline)), ...recordSentences(timeline)];
}

function beginning(timeline: Timeline): Sentence[] {
  const { sessions, measurements } = talliesOf(timeline);
  if (sessions === 1) return [say("beginning", "1 session: too few to say what moves. The next one draws the first lines.")];
  if (sessions === 0 && measurements === 0) return [say("beginning", "0 sessions held so far: nothing to say yet.")];
  return [];
}
