import { NativeSelect } from "@mantine/core";
import type { TrackView } from "#core/contracts/case.ts";
import { seriesKey } from "#core/rules/series-key.ts";
import type { MOST_FOCUS_TRACKS } from "#core/vocabulary/marked-day.ts";
import { isGroundingTrack, LINE_RATERS, RATER_WORDS } from "#core/vocabulary/track.ts";

const PLACES = ["First", "Second"] as const satisfies { readonly length: typeof MOST_FOCUS_TRACKS };

interface FocusFieldsProps {
  readonly tracks: readonly Pick<TrackView, "track" | "name">[];
  /** Keys of the tracks chosen, "" for none; one for each place. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The at most two tracks, each with whose number it is. The groundings are the active partner's own: the other rates none of them. */
export function FocusFields({ tracks, chosen, onChange }: FocusFieldsProps) {
  return PLACES.map((place, at) => (
    <NativeSelect
      key={place}
      name={`focus.${at}`}
      label={place}
      value={chosen[at] ?? ""}
      error={at === 1 && isTwice(chosen) ? "That is the first one already. Choose another, or none." : undefined}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(PLACES.map((_, index) => (index === at ? value : (chosen[index] ?? ""))));
      }}
    >
      <option value="">None</option>
      {tracks.map(({ track, name }) => (
        <optgroup key={track} label={name}>
          {LINE_RATERS.filter((rater) => rater !== "observing" || !isGroundingTrack(track)).map((rater) => (
            <option key={rater} value={seriesKey({ track, rater })}>
              {name}: {RATER_WORDS[rater]}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  ));
}

/** One series cannot stand in both places. */
export function isTwice(chosen: readonly string[]): boolean {
  return chosen[0] !== undefined && chosen[0] !== "" && chosen[0] === chosen[1];
}
