import { type RatedStage, type StageMove, stageMoves } from "#core/rules/ladder.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { STAGE_WORDS } from "#core/vocabulary/engagement.ts";
import type { EvidenceSource } from "#core/vocabulary/occasion.ts";
import { type Sentence, say } from "./sentence.ts";
import { ratedStages, talliesOf } from "./tallies.ts";
import { counted, dayWords } from "./wording.ts";

/** "seen by you": the sentence speaks to the clinician, the form as the clinician. */
const SOURCE_TO_YOU: Record<EvidenceSource, string> = {
  seen: "seen by you",
  told: "told by the client",
  "own-words": "in their own words",
  "not-recorded": "source not recorded",
};

/**
 * Where the observing partner stands on the ladder, as it was seen: the last move with its source and what came before, or
 * that there was none, or that there is too little to say. Never a word for why, and none for staying where one is.
 */
export function ladderSentences(timeline: Timeline): Sentence[] {
  const rated = ratedStages(timeline);
  const { sessions } = talliesOf(timeline);
  const [only] = rated;
  if (!only) {
    return sessions === 0
      ? []
      : [
          say(
            "stage",
            `The observing partner is not rated in ${sessions === 1 ? "the only session" : `any of ${sessions} sessions`}: nothing to say yet.`,
          ),
        ];
  }
  if (rated.length === 1) {
    return [
      say(
        "stage",
        `The observing partner is rated once, ${STAGE_WORDS[only.stage]} on ${onDay(only, timeline)}: too few to say whether anything moves.`,
      ),
    ];
  }
  const moves = stageMoves(rated);
  const last = moves.at(-1);
  if (!last)
    return [
      say(
        "stage",
        `The observing partner is ${STAGE_WORDS[only.stage]} in all ${rated.length} ratings, ${dayWords(only.day, timeline.today)} to ${dayWords((rated.at(-1) as RatedStage).day, timeline.today)}.`,
      ),
    ];
  return [say("stage", lastMoveWords(timeline, rated, last)), ...movesWords(moves, rated.length)];
}

/** "moved on to curious", "moved back to open": a fall is never told as if it were a rise. */
export function movedTo({ from, to }: Pick<StageMove, "from" | "to">): string {
  return `moved ${to > from ? "on" : "back"} to ${STAGE_WORDS[to]}`;
}

function onDay({ day, source, kind }: Pick<RatedStage, "day" | "source"> & { readonly kind?: RatedStage["kind"] }, { today }: Timeline): string {
  const from = source === null ? "" : ` (${SOURCE_TO_YOU[source]})`;
  return `${dayWords(day, today)}${kind === "between" ? ", between sessions" : ""}${from}`;
}

function lastMoveWords(timeline: Timeline, rated: readonly RatedStage[], move: StageMove): string {
  const index = rated.findIndex((each) => each.day === move.day && each.sequence === move.sequence);
  const now = rated[index] as RatedStage;
  let first = index;
  while (rated[first - 1]?.stage === move.from) first -= 1;
  const run = rated.slice(first, index);
  const sessions = run.filter((each) => each.kind === "session").length;
  const unrated = run[0] === undefined ? 0 : unratedSessions(timeline, run[0], now);
  const besides = unrated === 0 ? "" : ` and ${unrated} not rated`;
  const after = sessions === 0 ? ` from ${STAGE_WORDS[move.from]}` : ` after ${counted(sessions, "session")} ${STAGE_WORDS[move.from]}${besides}`;
  const since = rated.length - index - 1;
  const unchanged = since === 0 ? "" : `; the same in ${counted(since, "rating")} since`;
  return `The observing partner ${movedTo(move)} on ${onDay(now, timeline)}${after}${unchanged}.`;
}

function unratedSessions({ placed }: Timeline, from: RatedStage, to: RatedStage): number {
  const isAfter = (each: { day: string; sequence: number }, other: RatedStage) =>
    each.day > other.day || (each.day === other.day && each.sequence > other.sequence);
  return placed.filter(
    ({ occasion, held }) => held && (occasion.observation?.stage ?? null) === null && isAfter(occasion, from) && !isAfter(occasion, to),
  ).length;
}

function movesWords(moves: readonly StageMove[], ratings: number): Sentence[] {
  if (moves.length < 2) return [];
  const forward = moves.filter((move) => move.to > move.from).length;
  const back = moves.length - forward;
  return [say("moves", `${moves.length} moves on the ladder over ${ratings} ratings: ${forward} forward, ${back} back.`)];
}
