import { sentenceCase } from "#client/format.ts";
import type { TrackView } from "#core/contracts/case.ts";
import type { RatedTrack } from "#core/rules/series-key.ts";
import { RATER_WORDS } from "#core/vocabulary/track.ts";

/** "Tone of communication, the client's number". */
export function focusWords({ track, rater }: RatedTrack, tracks: readonly TrackView[]): string {
  const name = tracks.find((each) => each.track === track)?.name ?? "A track no longer offered";
  return `${sentenceCase(name)}, ${RATER_WORDS[rater]}`;
}
