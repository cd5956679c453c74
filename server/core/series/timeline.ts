import type { TrackView } from "#core/contracts/case.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { isClimateTrack } from "#core/vocabulary/track.ts";
import { type Placed, placeOnAxis, type Span, spanOf } from "./axis.ts";
import { type Column, columnsOf } from "./figures.ts";
import { firstStanceOf } from "./first-stance.ts";
import { type Gap, longGaps } from "./gaps.ts";
import { type GroundingPoint, groundingSeries } from "./grounding-series.ts";
import { type Ladder, ladderSeries, type PresenceMark, presenceStrip } from "./ladder-series.ts";
import { caseMarks, type Mark, markedDayMarks, occasionMarks } from "./marks.ts";
import { type RatingSeries, ratingSeries } from "./rating-series.ts";
import { type Stop, stopsOf } from "./stops.ts";

/** A track of the practice's own that this case uses: drawn on its own scale, in its own panel. */
export interface OwnTrack {
  readonly track: TrackView;
  readonly series: readonly RatingSeries[];
}

/** A case's timeline, ready to be drawn, read, spoken and laid out as a table: all from the same numbers. */
export interface Timeline {
  readonly today: Day;
  readonly placed: readonly Placed[];
  /** All days with anything on them; null where nothing has happened yet. */
  readonly whole: Span | null;
  readonly gaps: readonly Gap[];
  readonly climate: readonly RatingSeries[];
  readonly grounding: readonly GroundingPoint[];
  readonly ladder: Ladder;
  readonly presence: readonly PresenceMark[];
  readonly own: readonly OwnTrack[];
  readonly marks: readonly Mark[];
  readonly stops: readonly Stop[];
  readonly columns: readonly Column[];
}

/** Builds every series of the timeline from one read. Pure; nothing is rounded, filled in or averaged across partners. */
export function timelineOf(view: TimelineView): Timeline {
  const placed = placeOnAxis(view.occasions, firstStanceOf(view.occasions, view.events));
  const gaps = longGaps(placed);
  const noted = occasionMarks(placed);
  const happened = [...caseMarks(view.events, view.roles), ...markedDayMarks(view.markedDays)];
  const stops = stopsOf(placed, noted, happened);
  const own = view.tracks.filter((track) => !track.builtIn).map((track) => ({ track, series: ratingSeries(placed, gaps, track) }));
  return {
    today: view.today,
    placed,
    // An opening alone is no timeline: the axis begins to make sense with the first occasion.
    whole: placed.length === 0 ? null : spanOf(stops.map((stop) => stop.x)),
    gaps,
    climate: view.tracks.filter((track) => isClimateTrack(track.track)).flatMap((track) => ratingSeries(placed, gaps, track)),
    grounding: groundingSeries(placed, gaps),
    ladder: ladderSeries(placed, gaps),
    presence: presenceStrip(placed),
    own: own.filter((each) => each.series.length > 0),
    marks: [...noted, ...happened].sort((a, b) => a.x - b.x),
    stops,
    columns: columnsOf(placed, view.tracks),
  };
}
