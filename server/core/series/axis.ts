/** Where each occasion stands on the one shared day axis that every panel of the timeline uses. */
import type { OccasionSummary } from "#core/contracts/record.ts";
import { dayNumber } from "#core/day.ts";

/** Days since 1970-01-01; the fraction only keeps the order of several occasions on one day. */
export type DayX = number;

export interface Placed {
  readonly occasion: OccasionSummary;
  readonly x: DayX;
  /** An hour that took place: the only kind counted as a session. */
  readonly held: boolean;
  /** 1 for the first session held; null for everything that is not a held session. */
  readonly sessionNumber: number | null;
  /** Where the observing partner stood when the case was opened: no change between sessions. */
  readonly firstStance: boolean;
}

/**
 * Puts the current occasions of a case on the day axis, in order of day and then of entry. Several on one day are all kept:
 * they share the day's width in equal parts, so that the second stands right of the first and still inside its day.
 *
 * @param firstStance the id of the note made when the case was opened, where there is one
 */
export function placeOnAxis(occasions: readonly OccasionSummary[], firstStance: string | null = null): Placed[] {
  const current = occasions
    .filter((each) => each.standing === "current")
    .sort((a, b) => dayNumber(a.day) - dayNumber(b.day) || a.sequence - b.sequence);
  const onDay = new Map<string, number>();
  for (const { day } of current) onDay.set(day, (onDay.get(day) ?? 0) + 1);
  const placedOnDay = new Map<string, number>();
  let sessions = 0;
  return current.map((occasion) => {
    const before = placedOnDay.get(occasion.day) ?? 0;
    placedOnDay.set(occasion.day, before + 1);
    const held = isHeld(occasion);
    if (held) sessions += 1;
    const x = dayNumber(occasion.day) + before / (onDay.get(occasion.day) ?? 1);
    return { occasion, x, held, sessionNumber: held ? sessions : null, firstStance: occasion.id === firstStance };
  });
}

/** A session that took place. A past session brought in without a word on attendance did take place. */
export function isHeld(occasion: Pick<OccasionSummary, "kind" | "attendance">): boolean {
  return occasion.kind === "session" && occasion.attendance !== "cancelled" && occasion.attendance !== "no-show";
}

/** An occasion at which ratings are taken: the rhythm of a case is theirs, not that of calls between sessions. */
export function isSitting(placed: Placed): boolean {
  if (placed.occasion.kind !== "check-in" && placed.occasion.kind !== "measurement") return placed.held;
  // A check-in that holds guesses alone rates nothing: it fills no gap and is no row of two series side by side.
  return placed.occasion.ratings.some(({ rater }) => rater !== "guess");
}

export interface Span {
  readonly from: DayX;
  readonly to: DayX;
}

/** The narrowest stretch ever drawn, in days: one day alone still needs a left and a right. */
const NARROWEST_DAYS = 14;
/** Room on either side, so that the first and last marks are drawn whole. */
const MARGIN = 0.02;

/** The stretch of days that holds all the given places, with a little room on both sides; null where there are none. */
export function spanOf(places: readonly DayX[]): Span | null {
  const [first] = places;
  if (first === undefined) return null;
  let [from, to] = [first, first];
  for (const x of places) {
    if (x < from) from = x;
    if (x > to) to = x;
  }
  const missing = Math.max(0, NARROWEST_DAYS - (to - from)) / 2;
  const room = Math.max(0.5, (to - from + 2 * missing) * MARGIN);
  return { from: from - missing - room, to: to + missing + room };
}
