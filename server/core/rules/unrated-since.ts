import type { UnratedSince } from "#core/contracts/caseload.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";

/** From this many unrated sessions on, an old rating is no longer drawn as where the partner stands now. */
const STALE_AFTER_SESSIONS = 3;

/** Held sessions without a rating at the end of the given ones. @param entries in order of time; `held` false for a note between */
export function unratedAtEnd(entries: readonly { readonly stage: EngagementStage | null; readonly held: boolean }[]): number {
  const last = entries.findLastIndex((each) => each.stage !== null);
  return entries.slice(last + 1).filter((each) => each.held).length;
}

/** The stage that may be drawn and sorted as today's: an old one is "not rated", because silence can be fear. */
export function currentStage(stage: EngagementStage | null, unrated: UnratedSince | null): EngagementStage | null {
  return unrated !== null && unrated.sessions >= STALE_AFTER_SESSIONS ? null : stage;
}
