import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { placeOnAxis } from "#core/series/axis.ts";
import { firstStanceOf } from "#core/series/first-stance.ts";
import { caseMarks, type Mark, occasionMarks } from "#core/series/marks.ts";
import type { MarkOrigin } from "#core/vocabulary/marked-day.ts";

/** A day that something happened on, to be offered as a day to look before and after. */
export interface MarkableDay {
  readonly day: Day;
  /** As the timeline says it. */
  readonly words: string;
  readonly origin: MarkOrigin;
}

/**
 * Shifts, changes of role and what happened to the case, newest first, in the timeline's own words. A day that lies ahead has nothing
 * after it yet and is not offered. Any other day may be named by hand.
 */
export function markableDays(view: TimelineView): MarkableDay[] {
  const placed = placeOnAxis(view.occasions, firstStanceOf(view.occasions, view.events));
  const offer = (origin: MarkOrigin) => (mark: Mark) => ({ day: mark.day, words: mark.words, origin });
  return [
    ...occasionMarks(placed)
      .filter((mark) => mark.what === "shift")
      .map(offer("shift")),
    ...caseMarks([], view.roles).map(offer("role")),
    ...caseMarks(view.events, []).map(offer("event")),
  ]
    .filter(({ day }) => day <= view.today)
    .sort((a, b) => b.day.localeCompare(a.day));
}
