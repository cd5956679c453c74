/** The series between which a ripple may be looked for: whose they are, who rated, and the numbers sitting by sitting. */
import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { groundingOf } from "#core/rules/grounding.ts";
import { isSitting, type Placed, placeOnAxis } from "#core/series/axis.ts";
import { isClimateTrack, isGroundingTrack, LINE_RATERS, type LineRater } from "#core/vocabulary/track.ts";

/** Of whom a series tells: one partner, the two together, or what a practice's own track is about. */
export type SeriesOf = "active" | "observing" | "between" | "own";

/** A series that can be chosen. */
export interface RippleSeries {
  /** Stable; goes into a link. */
  readonly key: string;
  readonly name: string;
  readonly of: SeriesOf;
  readonly rater: LineRater;
  readonly lowest: number;
  readonly highest: number;
  /** Ratings given in sessions, check-ins and measurements. */
  readonly rated: number;
}

const LADDER_KEY = "ladder";
const GROUNDING_KEY = "grounding";

/** Every series of a case with at least one number, in the order of the timeline: grounding, its four parts, climate, own tracks, ladder. */
export function rippleSeries(view: TimelineView): RippleSeries[] {
  const sittings = placeOnAxis(view.occasions).filter(isSitting);
  const tracks = [...view.tracks].sort((a, b) => rank(a.track) - rank(b.track));
  const offered: Omit<RippleSeries, "rated">[] = [
    ...LINE_RATERS.map((rater) => ({ ...GROUNDING, key: `${GROUNDING_KEY}.${rater}`, rater })),
    ...tracks.flatMap(({ track, name, lowest, highest }) =>
      LINE_RATERS.map((rater) => ({ key: `${track}.${rater}`, name, of: ofTrack(track), rater, lowest, highest })),
    ),
    LADDER,
  ];
  return offered.map((each) => ({ ...each, rated: sittings.filter((at) => valueAt(at, each.key) !== null).length })).filter((each) => each.rated > 0);
}

const GROUNDING = { name: "Grounding, median", of: "active", lowest: 0, highest: 10 } as const;
const LADDER = {
  key: `${LADDER_KEY}.clinician`,
  name: "Stage of the observing partner",
  of: "observing",
  rater: "clinician",
  lowest: 0,
  highest: 6,
} as const;

function rank(track: string): number {
  return isGroundingTrack(track) ? 0 : isClimateTrack(track) ? 1 : 2;
}

function ofTrack(track: string): SeriesOf {
  return isGroundingTrack(track) ? "active" : isClimateTrack(track) ? "between" : "own";
}

/** Null = not rated. The grounding of one rater is the median of that rater's numbers alone. */
function valueAt({ occasion }: Placed, key: string): number | null {
  const cut = key.lastIndexOf(".");
  const [track, rater] = [key.slice(0, cut), key.slice(cut + 1)];
  if (track === LADDER_KEY) return occasion.observation?.stage ?? null;
  const ratings = occasion.ratings.filter((rating) => rating.rater === rater);
  if (track === GROUNDING_KEY) return groundingOf(ratings)?.median ?? null;
  return ratings.find((rating) => rating.track === track)?.value ?? null;
}

/** Both numbers of one sitting; null = not rated. */
export interface AlignedSitting {
  readonly day: Day;
  readonly x: number;
  readonly held: boolean;
  readonly sessionNumber: number | null;
  readonly first: number | null;
  readonly second: number | null;
}

/**
 * Two series side by side, one row for each held session and for each check-in or measurement; of these, those on the day of a
 * held session are that session's. Notes between sessions and hours that did not take place are none.
 */
export function alignedSittings(view: TimelineView, first: string, second: string): AlignedSitting[] {
  const rows: AlignedSitting[] = [];
  const sittings = placeOnAxis(view.occasions).filter(isSitting);
  const heldOn = new Set(sittings.filter((each) => each.held).map((each) => each.occasion.day));
  for (const each of sittings) {
    if (!each.held && heldOn.has(each.occasion.day)) continue;
    const sameDay = each.held ? sittings.filter((other) => !other.held && other.occasion.day === each.occasion.day) : [];
    const isFirstOfDay = rows.at(-1)?.day !== each.occasion.day;
    const told = (key: string) => [each, ...(isFirstOfDay ? sameDay : [])].map((at) => valueAt(at, key)).find((value) => value !== null) ?? null;
    rows.push({ day: each.occasion.day, x: each.x, held: each.held, sessionNumber: each.sessionNumber, first: told(first), second: told(second) });
  }
  return rows;
}
