import type { RatedStage } from "#core/rules/ladder.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { isGroundingTrack } from "#core/vocabulary/track.ts";

/** The counts that stand in the sentences. */
export interface Tallies {
  /** Hours that took place. Nothing else is a session. */
  readonly sessions: number;
  readonly importedSessions: number;
  readonly cancelled: number;
  readonly noShows: number;
  /** Without the first stance, in which nothing changed. */
  readonly between: number;
  readonly checkIns: number;
  readonly measurements: number;
  readonly importedMeasurements: number;
}

export function talliesOf({ placed }: Timeline): Tallies {
  const count = (wanted: (each: Timeline["placed"][number]) => boolean) => placed.filter(wanted).length;
  return {
    sessions: count((each) => each.held),
    importedSessions: count((each) => each.held && each.occasion.imported),
    cancelled: count((each) => each.occasion.kind === "session" && each.occasion.attendance === "cancelled"),
    noShows: count((each) => each.occasion.kind === "session" && each.occasion.attendance === "no-show"),
    between: count((each) => each.occasion.kind === "between" && !each.firstStance),
    checkIns: count((each) => each.occasion.kind === "check-in"),
    measurements: count((each) => each.occasion.kind === "measurement"),
    importedMeasurements: count((each) => each.occasion.kind === "measurement" && each.occasion.imported),
  };
}

/** Every rated stage of the observing partner, in sessions and between them, in order of time. */
export function ratedStages({ placed }: Timeline): RatedStage[] {
  return placed.flatMap(({ occasion }) => {
    const { stage = null, source = null } = occasion.observation ?? {};
    return stage === null ? [] : [{ day: occasion.day, sequence: occasion.sequence, stage, source, kind: occasion.kind }];
  });
}

/** Held sessions in which the clinician gave both the active partner's grounding and the observing partner's stage. */
export function ratedBothIn({ placed }: Timeline): number {
  return placed.filter(
    ({ occasion, held }) =>
      held &&
      occasion.observation?.stage != null &&
      occasion.ratings.some((rating) => isGroundingTrack(rating.track) && rating.value !== null && rating.rater === "clinician"),
  ).length;
}
