import type { CaseEventView } from "#core/contracts/case.ts";
import type { OccasionSummary } from "#core/contracts/record.ts";

/**
 * The note that says where the observing partner stood when the case was opened: the first entry of the record, on the day of
 * the opening and without a shift. Nothing changed in it, so it is no change between sessions.
 */
export function firstStanceOf(occasions: readonly OccasionSummary[], events: readonly CaseEventView[]): string | null {
  const opened = events.find((event) => event.kind === "opened")?.day;
  const current = occasions.filter((each) => each.standing === "current");
  const first = current.find((each) => current.every((other) => each.sequence <= other.sequence));
  return first?.kind === "between" && first.day === opened && first.shifts.length === 0 ? first.id : null;
}
