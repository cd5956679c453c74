import type { Day } from "#core/day.ts";
import type { Placed } from "#core/series/axis.ts";
import type { GroundingPoint } from "#core/series/grounding-series.ts";
import type { Point, RatingSeries } from "#core/series/rating-series.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { CLIMATE_TRACKS, GROUNDING_TRACKS, isBuiltInTrack, type LineRater, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import { isolated } from "./isolated.ts";
import { type Sentence, say, sayAside } from "./sentence.ts";
import { capital, counted, dayWords, figure, listed } from "./wording.ts";

/** Whose number it is, after the name of a track; nothing for the clinician’s own. */
export const RATER_ASIDE: Record<LineRater, string> = {
  clinician: "",
  active: " (the client’s number)",
  observing: " (the observing partner’s number)",
};

/**
 * One sentence a track: its first and its last number, each with its session, and how often it was rated. Always the first and
 * the last, for every track alike: nothing is picked because it moved. No word for which way: rising and falling are said of the
 * tracks a case is watched on, and of no others (docs/clinical-rules.md, "Focus tracks"). Tracks rated once, or never, are named together.
 */
export function trackSentences(timeline: Timeline): Sentence[] {
  const tracks = [
    ...timeline.climate.map(toldAs(timeline, "climate")),
    ...groundingTold(timeline),
    ...timeline.own.flatMap((each) => each.series).map(toldAs(timeline, "own-track")),
  ];
  const once = tracks.filter((track) => track.times === 1).map((track) => track.name);
  return [
    ...tracks.filter((track) => track.times > 1).map((track) => say(track.about, track.words())),
    ...(once.length === 0
      ? []
      : [
          sayAside(
            "once",
            `${capital(listed(once))} ${once.length === 1 ? "is" : "are each"} rated once: too few to say whether ${once.length === 1 ? "it moves" : "they move"}.`,
          ),
        ]),
    ...neverRated(timeline),
  ];
}

interface Told {
  readonly about: Sentence["about"];
  readonly name: string;
  readonly times: number;
  readonly words: () => string;
}

function toldAs(timeline: Timeline, about: Sentence["about"]): (series: RatingSeries) => Told {
  return (series) => {
    const short = isBuiltInTrack(series.track) ? TRACK_MEANINGS[series.track].short.toLowerCase() : `“${isolated(series.name)}”`;
    const name = `${short}${RATER_ASIDE[series.rater]}`;
    return {
      about,
      name,
      times: series.points.length,
      words: () => firstAndLast(timeline, series.points, { name, reading: (point) => figure(point.value) }),
    };
  };
}

function groundingTold(timeline: Timeline): Told[] {
  const reading = (point: GroundingPoint) =>
    point.rated === GROUNDING_TRACKS.length ? figure(point.value) : `${figure(point.value)} (${point.rated} of ${GROUNDING_TRACKS.length} rated)`;
  const name = "grounding";
  const points = timeline.grounding;
  return points.length === 0
    ? []
    : [{ about: "grounding", name, times: points.length, words: () => firstAndLast(timeline, points, { name, reading }) }];
}

function neverRated(timeline: Timeline): Sentence[] {
  const sessions = timeline.placed.filter((each) => each.held).length;
  if (sessions === 0) return [];
  const climates = CLIMATE_TRACKS.filter((track) => !timeline.climate.some((series) => series.track === track));
  const names = [...climates.map((track) => TRACK_MEANINGS[track].short.toLowerCase()), ...(timeline.grounding.length === 0 ? ["grounding"] : [])];
  if (names.length === 0) return [];
  const where = sessions === 1 ? "in the one session" : `in any of ${sessions} sessions`;
  return [sayAside("not-rated", `${capital(listed(names))} ${names.length === 1 ? "is" : "are"} not rated ${where}.`)];
}

interface Telling<P> {
  readonly name: string;
  readonly reading: (point: P) => string;
}

function firstAndLast<P extends Point>(timeline: Timeline, points: readonly P[], { name: plain, reading }: Telling<P>): string {
  const name = capital(plain);
  const [first, last] = [points[0] as P, points.at(-1) as P];
  const at = (point: P) => whenWords(occasionOf(timeline, point), timeline.today);
  const share = ratedShare(timeline, points);
  const between = betweenWords(points);
  // Alike as read: a grounding of 5 from two of its parts is not the 5 from all four again.
  const isAgain = reading(first) === reading(last);
  return `${name}: ${reading(first)} in ${at(first)}${isAgain ? " and again" : `, ${reading(last)}`} in ${at(last)}${between}; ${share}.`;
}

/** Where the line went further than its two ends: ", between 0 and 10 in between". Two equal ends may hide a fall to 0. */
function betweenWords(points: readonly Point[]): string {
  const inner = points.slice(1, -1).map((point) => point.value);
  const ends = [points[0] as Point, points.at(-1) as Point].map((point) => point.value);
  const [lowest, highest] = [Math.min(...inner), Math.max(...inner)];
  if (inner.length === 0 || (lowest >= Math.min(...ends) && highest <= Math.max(...ends))) return "";
  return lowest === highest ? `, ${figure(lowest)} in between` : `, between ${figure(lowest)} and ${figure(highest)} in between`;
}

function ratedShare(timeline: Timeline, points: readonly Point[]): string {
  const rated = new Set(points.map((point) => point.occasion));
  const sessions = timeline.placed.filter((each) => each.held);
  const inSessions = sessions.filter((each) => rated.has(each.occasion.id)).length;
  const elsewhere = points.length - inSessions;
  const parts = [
    ...(inSessions > 0 ? [`rated in ${inSessions} of ${counted(sessions.length, "session")}`] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, "reading")} outside sessions`] : []),
  ];
  return parts.join(", ");
}

function occasionOf(timeline: Timeline, point: Point): Placed {
  return timeline.placed.find((each) => each.occasion.id === point.occasion) as Placed;
}

/** "session 4 (12 Aug)"; "the measurement of 14 May 2014" for what was no session. */
function whenWords({ occasion, sessionNumber }: Placed, today: Day): string {
  const day = dayWords(occasion.day, today);
  if (sessionNumber !== null) return `session ${sessionNumber} (${day})`;
  return occasion.kind === "measurement" ? `the measurement of ${day}` : `the check-in of ${day}`;
}
