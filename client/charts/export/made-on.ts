import { dayWithYear } from "#client/format.ts";
import type { Day } from "#core/day.ts";

/** On paper and in a file: what they show is the record of that day. */
export function madeOn(day: Day): string {
  return `Made on ${dayWithYear(day)}`;
}
