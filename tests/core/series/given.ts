/** Made-up timelines for the timeline's tests: only what a test cares about has to be said. */
import type { TrackView } from "#core/contracts/case.ts";
import type { OccasionSummary, RatingView } from "#core/contracts/record.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { nothingStored } from "#core/fields/field.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS, type StoredObservation, type StoredShift } from "#core/fields/session-fields.ts";
import { timelineOf } from "#core/series/timeline.ts";
import { BUILT_IN_RANGE, BUILT_IN_TRACKS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";

export const TODAY = "2026-11-24";

export const BUILT_IN: readonly TrackView[] = BUILT_IN_TRACKS.map((track) => ({
  track,
  name: TRACK_MEANINGS[track].name,
  ...BUILT_IN_RANGE,
  better: "higher",
  builtIn: true,
}));

type Given = Partial<Omit<OccasionSummary, "observation">> & { readonly day: string; readonly observation?: Partial<StoredObservation> };

let entered = 0;

/** A held session unless said otherwise, entered in the order it is written. */
export function occasion({ observation, ...rest }: Given): OccasionSummary {
  entered += 1;
  return {
    id: `o${entered}`,
    version: 1,
    kind: "session",
    standing: "current",
    sequence: entered,
    ...nothingStored(HOUR_FIELDS),
    attendance: rest.kind === undefined || rest.kind === "session" ? "held" : null,
    imported: false,
    measure: null,
    observation: observation ? { ...nothingStored(OBSERVATION_FIELDS), stances: [], ...observation } : null,
    ratings: [],
    themes: [],
    shifts: [],
    ...rest,
  };
}

export const rated = (track: string, value: number | null, rater: RatingView["rater"] = "clinician"): RatingView => ({ track, value, rater });

/** A held session in which only the tone was rated; null = not rated. */
export const toneOn = (day: string, value: number | null): OccasionSummary =>
  occasion({ day, ratings: value === null ? [] : [rated("tone", value)] });

/** A held session in which only the stage was rated; null = not rated. */
export const stageOn = (day: string, stage: StoredObservation["stage"], source: StoredObservation["source"] = "seen"): OccasionSummary =>
  occasion({ day, observation: { stage, source: stage === null ? null : source } });

export const shift = (given: Partial<StoredShift> = {}): StoredShift => ({
  kind: "partner-asked",
  direction: "toward",
  who: "observing",
  source: "seen",
  remark: null,
  ...given,
});

export function view(occasions: readonly OccasionSummary[], given: Partial<TimelineView> = {}): TimelineView {
  return {
    caseId: "c1",
    today: TODAY,
    occasions,
    setAside: [],
    tracks: BUILT_IN,
    themes: [],
    events: [],
    roles: [],
    focus: [],
    markedDays: [],
    ...given,
  };
}

export const timeline = (occasions: readonly OccasionSummary[], given: Partial<TimelineView> = {}) => timelineOf(view(occasions, given));

/** The track of a practice's own, 1–7. */
export const INTIMACY: TrackView = { track: "own-intimacy", name: "Intimacy", lowest: 1, highest: 7, better: "higher", builtIn: false };
