import type { Day } from "#core/day.ts";
import { type EngagementStage, WILLING_TO_TRY } from "#core/vocabulary/engagement.ts";
import type { EvidenceSource, OccasionKind } from "#core/vocabulary/occasion.ts";

/** One rated observation of the observing partner, in a session or between two. */
export interface RatedStage {
  readonly day: Day;
  readonly sequence: number;
  readonly stage: EngagementStage;
  readonly source: EvidenceSource | null;
  readonly kind: OccasionKind;
}

export interface StageMove {
  readonly day: Day;
  readonly sequence: number;
  readonly from: EngagementStage;
  readonly to: EngagementStage;
  readonly source: EvidenceSource | null;
}

/** Every change of stage, oldest first. @param rated in order of time */
export function stageMoves(rated: readonly RatedStage[]): StageMove[] {
  const moves: StageMove[] = [];
  for (const [index, now] of rated.entries()) {
    const before = rated[index - 1];
    if (before && before.stage !== now.stage)
      moves.push({ day: now.day, sequence: now.sequence, from: before.stage, to: now.stage, source: now.source });
  }
  return moves;
}

/** The last rated stage against the one rated before it; null when there is none to compare with. */
export function stageChange(rated: readonly RatedStage[]): "up" | "down" | "same" | null {
  const [before, now] = [rated.at(-2), rated.at(-1)];
  return before && now ? compare(before.stage, now.stage) : null;
}

/** Which way did a number go? */
export function compare(before: number, now: number): "up" | "down" | "same" {
  if (now === before) return "same";
  return now > before ? "up" : "down";
}

/**
 * At least `afterSessions` rated sessions in a row without an upward move, below "willing to try". The caller
 * leaves out cases with an open safety concern: silence can be fear.
 *
 * @param rated in order of time; only sessions are counted, though a move between sessions counts as a move
 * @returns the rated sessions since the last upward move (the one that moved not among them) and the first of them, or null
 */
export function noMoveOnLadder(rated: readonly RatedStage[], afterSessions: number): { readonly ratedSessions: number; readonly since: Day } | null {
  const last = rated.at(-1);
  if (!last || last.stage >= WILLING_TO_TRY) return null;
  let from = 0;
  for (const [index, now] of rated.entries()) {
    const before = rated[index - 1];
    // The rating that moved up starts a new count; it is the level that has not moved since.
    if (before && now.stage > before.stage) from = index + 1;
  }
  const still = rated.slice(from).filter((each) => each.kind === "session");
  const [first] = still;
  return first && still.length >= afterSessions ? { ratedSessions: still.length, since: first.day } : null;
}
