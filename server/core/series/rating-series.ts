import type { TrackView } from "#core/contracts/case.ts";
import { LINE_RATERS, type LineRater } from "#core/vocabulary/track.ts";
import type { DayX, Placed } from "./axis.ts";
import { type Gap, gapBetween } from "./gaps.ts";

export interface Point {
  readonly x: DayX;
  readonly occasion: string;
  /** In the track's own units, as given: nothing is rounded before it is drawn. */
  readonly value: number;
  /** No line comes from the point before: it was not rated in between, or a long gap lies there. */
  readonly breakBefore: boolean;
}

/** One track as one person rated it. */
export interface RatingSeries {
  readonly track: string;
  readonly name: string;
  readonly rater: LineRater;
  readonly lowest: number;
  readonly highest: number;
  readonly points: readonly Point[];
}

/**
 * The lines of a track: one for each person who rated it, because a change of rater is not a change of the rated. A held
 * session without this person's number breaks the line, as does a long gap; a cancelled hour does not, nobody could rate in it.
 *
 * @returns no line for a rater without any number; an unrated track has none
 */
export function ratingSeries(placed: readonly Placed[], gaps: readonly Gap[], track: TrackView): RatingSeries[] {
  const { name, lowest, highest } = track;
  return LINE_RATERS.map((rater) => ({
    track: track.track,
    name,
    rater,
    lowest,
    highest,
    points: pointsBy(placed, gaps, { track: track.track, rater }),
  })).filter((series) => series.points.length > 0);
}

function pointsBy(placed: readonly Placed[], gaps: readonly Gap[], wanted: { readonly track: string; readonly rater: LineRater }): Point[] {
  const points: Point[] = [];
  let missed = false;
  for (const { occasion, x, held } of placed) {
    const given = occasion.ratings.find((rating) => rating.track === wanted.track && rating.rater === wanted.rater);
    if (given && given.value !== null) {
      const before = points.at(-1);
      points.push({ x, occasion: occasion.id, value: given.value, breakBefore: before !== undefined && (missed || gapBetween(gaps, before.x, x)) });
      missed = false;
    } else if (held || given) {
      missed = true;
    }
  }
  return points;
}
