import { memo } from "react";
import { Panel } from "#client/ui/Panel.tsx";
import type { LastAnswers, TrackView } from "#core/contracts/case.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { besideKey } from "#core/fields/list-kinds.ts";
import { isClimateTrack, isGroundingTrack } from "#core/vocabulary/track.ts";
import type { Change } from "./edits.ts";
import classes from "./log.module.css";
import { RatingRow } from "./RatingRow.tsx";

interface RatingsPanelProps {
  readonly tracks: readonly TrackView[];
  readonly ratings: DraftBody["ratings"];
  readonly last: LastAnswers | null;
  readonly change: Change;
}

/** The numbers: between them, the active partner, and the practice's own tracks where there are any. */
export const RatingsPanels = memo(function RatingsPanels({ tracks, ...shared }: RatingsPanelProps) {
  const own = tracks.filter((track) => !track.builtIn);
  return (
    <>
      <div className={classes.pair}>
        <RatingsPanel title="Between them" tracks={tracks.filter((track) => isClimateTrack(track.track))} {...shared} />
        <RatingsPanel title="Active partner" tracks={tracks.filter((track) => isGroundingTrack(track.track))} {...shared} />
      </div>
      {own.length > 0 ? <RatingsPanel title="Own tracks" tracks={own} {...shared} /> : null}
    </>
  );
});

function RatingsPanel({ title, tracks, ratings, last, change }: RatingsPanelProps & { readonly title: string }) {
  return (
    <Panel title={title} aside="m: mine / the client’s number">
      <div data-field="ratings">
        {tracks.map((track) => (
          <RatingRow
            key={track.track}
            track={track}
            answer={ratings[track.track]}
            last={last?.ratings[track.track]}
            beside={Object.entries(ratings).find(([key]) => key.startsWith(besideKey(track.track, "")))?.[1]}
            change={change}
          />
        ))}
      </div>
    </Panel>
  );
}
