/** The ratings of one track by one person, with the day and the session each belongs to: what every reading starts from. */
import type { TrackView } from "#core/contracts/case.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { type Placed, placeOnAxis } from "#core/series/axis.ts";
import { longGaps } from "#core/series/gaps.ts";
import { type Point, ratingSeries } from "#core/series/rating-series.ts";
import type { LineRater } from "#core/vocabulary/track.ts";

/** Whose number of which track. */
export interface SeriesKey {
  readonly track: string;
  readonly rater: LineRater;
}

/** One rating where the chart draws it, with its day; `sessionNumber` null for what was no held session. */
export interface DatedPoint extends Point {
  readonly day: Day;
  readonly sessionNumber: number | null;
}

export interface DatedSeries extends SeriesKey, Pick<TrackView, "name" | "lowest" | "highest" | "better"> {
  /** In order of time; only what was rated. */
  readonly points: readonly DatedPoint[];
  /** Every current occasion, rated or not. */
  readonly placed: readonly Placed[];
}

/** The ratings of a track by one rater; no points where there are none. Null for a track that this practice does not know. */
export function datedSeries(view: TimelineView, { track, rater }: SeriesKey): DatedSeries | null {
  const known = view.tracks.find((each) => each.track === track);
  if (!known) return null;
  const placed = placeOnAxis(view.occasions);
  const byId = new Map(placed.map((each) => [each.occasion.id, each]));
  const line = ratingSeries(placed, longGaps(placed), known).find((each) => each.rater === rater);
  const points = (line?.points ?? []).flatMap((point) => {
    const at = byId.get(point.occasion);
    return at ? [{ ...point, day: at.occasion.day, sessionNumber: at.sessionNumber }] : [];
  });
  const { name, lowest, highest, better } = known;
  return { track, rater, name, lowest, highest, better, points, placed };
}
