import { addDays, type Day, dayNumber } from "#core/day.ts";
import type { SampleCase, When } from "./shape.ts";

/** Monday 0 … Sunday 6. 1970-01-01, day number 0, was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** The working day `count` working days before (or, negative, after) today; a weekend counts as its Friday. */
export function workingDaysBefore(today: Day, count: number): Day {
  const friday = Math.max(0, weekdayOf(today) - 4);
  const base = addDays(today, -friday);
  const weeks = Math.floor(count / 5);
  const rest = count - weeks * 5;
  const overWeekend = rest > weekdayOf(base) ? 2 : 0;
  return addDays(base, -(weeks * 7 + rest + overWeekend));
}

/** The calendar day of an entry of a case. */
export function dayOf(coupleCase: Pick<SampleCase, "slot">, when: When, today: Day): Day {
  return workingDaysBefore(today, when.weeksAgo * 5 + coupleCase.slot - (when.shifted ?? 0));
}
