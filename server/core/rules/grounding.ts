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
  const values = [...byTrack.values()].map((each) => each.value).sort((a, b) => a - b);
  const median = medianOfSorted(values);
  if (median === null) return null;
  return { median, lowest: values[0] as number, highest: values.at(-1) as number, rated: values.length };
}

function medianOfSorted(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 1 ? middle : middle - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
