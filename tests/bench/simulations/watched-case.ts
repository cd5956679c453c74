/** A made-up case of seven rated tracks, two of them watched from the first session on, and which verdict words it gets. */
import type { OccasionSummary } from "#core/contracts/record.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { addDays } from "#core/day.ts";
import { nothingStored } from "#core/fields/field.ts";
import { HOUR_FIELDS } from "#core/fields/session-fields.ts";
import { type FocusReading, readFocus } from "#core/readings/focus-reading.ts";
import { BUILT_IN_RANGE, BUILT_IN_TRACKS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import type { Dice } from "#sample/dice.ts";
import { ratingsOf, type Timeline } from "./wandering.ts";

const FIRST_DAY = "2026-01-05";

/** Weekly sessions, all held. */
export function watchedCase(dice: Dice, sessions: number, timeline: Timeline): TimelineView {
  const byTrack = BUILT_IN_TRACKS.map((track) => ({ track, values: ratingsOf(dice, sessions, timeline) }));
  const occasions = Array.from(
    { length: sessions },
    (_, place): OccasionSummary => ({
      id: `s${place}`,
      version: 1,
      kind: "session",
      standing: "current",
      day: addDays(FIRST_DAY, 7 * place),
      sequence: place,
      ...nothingStored(HOUR_FIELDS),
      attendance: "held",
      imported: false,
      measure: null,
      observation: null,
      ratings: byTrack.map(({ track, values }) => ({ track, value: values[place] ?? null, rater: "clinician" })),
      themes: [],
      shifts: [],
    }),
  );
  return {
    caseId: "c",
    today: addDays(FIRST_DAY, 7 * sessions),
    occasions,
    setAside: [],
    tracks: BUILT_IN_TRACKS.map((track) => ({ track, name: TRACK_MEANINGS[track].name, ...BUILT_IN_RANGE, better: "higher", builtIn: true })),
    themes: [],
    events: [],
    roles: [],
    focus: (["tone", "values-clarity"] as const).map((track) => ({ track, rater: "clinician", chosenOn: FIRST_DAY, droppedOn: null })),
    markedDays: [],
  };
}

export const VERDICTS = ["direction", "run", "range", "stretch"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The verdict words that a clinician reads on the watched tracks after the given number of sessions. */
export function verdictsAfter(view: TimelineView, sessions: number): ReadonlySet<Verdict> {
  return new Set(readFocus({ ...view, occasions: view.occasions.slice(0, sessions) }).flatMap(verdictsOf));
}

function verdictsOf({ direction, run, range, shaded }: FocusReading): Verdict[] {
  return [
    ...(direction === "rising" || direction === "falling" ? (["direction"] as const) : []),
    ...(run.status === "computed" && run.unusual ? (["run"] as const) : []),
    ...(range.status === "computed" && range.outside.length > 0 ? (["range"] as const) : []),
    ...(shaded ? (["stretch"] as const) : []),
  ];
}
