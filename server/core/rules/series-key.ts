import { LINE_RATERS, type LineRater } from "#core/vocabulary/track.ts";

/** A track as one person rates it: "clinician tone" names it in a form. */
export interface RatedTrack {
  readonly track: string;
  readonly rater: LineRater;
}

export function seriesKey({ track, rater }: RatedTrack): string {
  return `${rater} ${track}`;
}

/** The track and the rater that a key names; null for text that is no key. */
export function seriesOfKey(key: string): RatedTrack | null {
  const cut = key.indexOf(" ");
  const rater = LINE_RATERS.find((each) => each === key.slice(0, cut));
  return cut < 0 || rater === undefined ? null : { track: key.slice(cut + 1), rater };
}
