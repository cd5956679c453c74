import { median } from "#core/statistics/median.ts";
import { isGroundingTrack, LINE_RATERS, type LineRater } from "#core/vocabulary/track.ts";

export interface Grounding {
  /** Median of the ratings given, 0–10. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** How many of the four were rated, 1–4. */
  readonly rated: number;
}

/**
 * How grounded is the active partner in this session? The median of the grounding ratings that were given; a missing one is
 * left out, never counted as 0. Where two raters gave the same track, the clinician's number is read before the partner's.
 *
 * @param ratings of one occasion; `value` 0–10 or null = not rated
 * @returns null when none of the four was rated
 */
export function groundingOf(ratings: readonly { readonly track: string; readonly value: number | null; readonly rater: string }[]): Grounding | null {
  const byTrack = new Map<string, { value: number; rank: number }>();
  for (const { track, value, rater } of ratings) {
    const rank = LINE_RATERS.indexOf(rater as LineRater);
    if (value === null || rank === -1 || !isGroundingTrack(track)) continue;
    const known = byTrack.get(track);
    if (!known || rank < known.rank) byTrack.set(track, { value, rank });
  }
  const values = [...byTrack.values()].map((each) => each.value);
  if (values.length === 0) return null;
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values), rated: values.length };
}
