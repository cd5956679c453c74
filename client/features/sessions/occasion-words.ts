import { count, listed, rating, sentenceCase } from "#client/format.ts";
import type { TrackView } from "#core/contracts/case.ts";
import type { OccasionSummary, RatingView } from "#core/contracts/record.ts";
import { type AnyField, type Fields, namesOf } from "#core/fields/field.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS, type StoredHour, type StoredObservation } from "#core/fields/session-fields.ts";
import { groundingOf } from "#core/rules/grounding.ts";
import { ATTENDANCE_WORDS, type OccasionKind, PRESENCE_WORDS, SETTING_WORDS } from "#core/vocabulary/occasion.ts";
import { isClimateTrack, isGroundingTrack, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import { figure } from "#core/vocabulary/wording.ts";

/** What an occasion is. Only a session counts as one. */
export const KIND_WORDS: Record<OccasionKind, string> = {
  session: "session",
  between: "between sessions",
  "check-in": "check-in",
  measurement: "measurement",
};

/** The same with what is known of it: the measure whose score it is, and whether it was brought in. */
export function kindWords({ kind, imported, measure }: Pick<OccasionSummary, "kind" | "imported" | "measure">): string {
  if (measure !== null) return measure;
  if (imported && kind === "measurement") return "imported measurement";
  if (imported && kind === "session") return "session, imported";
  return KIND_WORDS[kind];
}

/** The fields of the hour that `kindWords`, `hourWords` and the sheet of a version tell in words of their own. */
const TOLD_OF_HOUR: readonly (keyof typeof HOUR_FIELDS)[] = ["attendance", "startTime", "minutes", "setting", "activePresent"];
const TOLD_OF_SEEN: readonly (keyof typeof OBSERVATION_FIELDS)[] = ["presence", "stage", "source", "evidence"];

export interface Fact {
  readonly name: string;
  readonly words: string;
}

/** Every other field of the hour that has something stored, by its label: a field declared since is read without a word of its own. */
export function otherHourFacts(hour: StoredHour): Fact[] {
  return factsOf(HOUR_FIELDS, hour, TOLD_OF_HOUR);
}

/** The same of what was seen of the observing partner. */
export function otherSeenFacts(seen: StoredObservation): Fact[] {
  return factsOf(OBSERVATION_FIELDS, seen, TOLD_OF_SEEN);
}

function factsOf<Declared extends Fields>(
  fields: Declared,
  stored: { readonly [Name in keyof Declared]: unknown },
  shownElsewhere: readonly (keyof Declared)[],
): Fact[] {
  return namesOf(fields).flatMap((name) => {
    const field: AnyField = fields[name] as AnyField;
    return shownElsewhere.includes(name) || stored[name] === null ? [] : [{ name: field.label, words: field.words(field.typed(stored[name])) }];
  });
}

/** "10:00, 50 min, in person"; only what is known. */
export function hourWords({ startTime, minutes, setting }: Pick<OccasionSummary, "startTime" | "minutes" | "setting">): string {
  return [startTime, minutes === null ? null : `${minutes} min`, setting === null ? null : SETTING_WORDS[setting]]
    .filter((part) => part !== null)
    .join(", ");
}

export function attendanceWord({ attendance }: Pick<OccasionSummary, "attendance">): string {
  return attendance === null ? "" : ATTENDANCE_WORDS[attendance];
}

export function presenceWord(occasion: OccasionSummary): string {
  const presence = occasion.observation?.presence ?? null;
  return presence === null ? "presence not recorded" : PRESENCE_WORDS[presence];
}

/** A track's name: as offered in the case, or as it was called while it was. An id is never shown. */
export function trackName(track: string, tracks: readonly TrackView[], noLongerOffered: Readonly<Record<string, string>> = {}): string {
  return tracks.find((each) => each.track === track)?.name ?? noLongerOffered[track] ?? "a track no longer offered";
}

/** Ratings in the order of the log; one on a track no longer offered comes last. */
export function inTrackOrder(ratings: readonly RatingView[], tracks: readonly TrackView[]): RatingView[] {
  const place = (track: string) => {
    const at = tracks.findIndex((each) => each.track === track);
    return at === -1 ? tracks.length : at;
  };
  return ratings.toSorted((one, other) => place(one.track) - place(other.track));
}

/**
 * "Tone 6, Boundaries 8; grounding 7 (3 of 4); Sleep 5". Null where nothing was asked; a track not rated is left out here. A guess
 * of the other's number is no rating of the track: it is counted, and read where both numbers stand side by side.
 */
export function ratingsSummary(given: readonly RatingView[], tracks: readonly TrackView[]): string | null {
  if (given.length === 0) return null;
  const guesses = given.filter((each) => each.rater === "guess" && each.value !== null).length;
  const ratings = inTrackOrder(
    given.filter((each) => each.rater !== "guess"),
    tracks,
  );
  const climate = ratings.flatMap(({ track, value }) =>
    isClimateTrack(track) && value !== null ? [`${TRACK_MEANINGS[track].short} ${figure(value)}`] : [],
  );
  const grounding = groundingOf(ratings);
  const own = ratings.flatMap(({ track, value }) => {
    if (value === null || isClimateTrack(track) || isGroundingTrack(track)) return [];
    return [`${tracks.find((each) => each.track === track)?.name ?? "own track"} ${figure(value)}`];
  });
  const parts = [
    climate.join(", "),
    grounding === null ? "" : `grounding ${figure(grounding.median)}${grounding.rated < 4 ? ` (${grounding.rated} of 4)` : ""}`,
    own.join(", "),
    guesses === 0 ? "" : count(guesses, "guess", "guesses"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? sentenceCase(rating(null)) : parts.join(" · ");
}

export function themeNames(themes: readonly string[], offered: readonly { readonly theme: string; readonly name: string }[]): string {
  return listed(themes.map((theme) => offered.find((each) => each.theme === theme)?.name ?? "a theme"));
}
