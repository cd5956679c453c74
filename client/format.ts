/**
 * Numbers and days as text. One place, one wording: the middle of a sentence reads "12 Nov", a heading
 * "Thu 26 Nov 2026". Days are calendar days, so they are formatted in UTC and never shift with a zone.
 */
import type { Day } from "#core/day.ts";
import { dayNumber, daysBetween } from "#core/day.ts";
import { counted, dayWords, figure } from "#core/vocabulary/wording.ts";

// What core says in its sentences the screens say in the same way.
export { capital as sentenceCase, counted as count, dayWithYear, listed } from "#core/vocabulary/wording.ts";

const MS_PER_DAY = 86_400_000;

function formatter(options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  // "Sept" is the one month that en-GB spells with four letters; three keep the columns of dates even.
  return (day) =>
    format
      .format(dayNumber(day) * MS_PER_DAY)
      .replaceAll(",", "")
      .replace("Sept ", "Sep ")
      .replace(/Sept$/, "Sep");
}

const weekdayDayMonth = formatter({ weekday: "short", day: "numeric", month: "short" });
const full = formatter({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const long = formatter({ weekday: "long", day: "numeric", month: "long" });

/** "12 Nov"; with the year when it is not the year of `today`: "12 Nov 2025". */
export function shortDay(day: Day, today: Day = day): string {
  return dayWords(day, today);
}

/** "Thu 26 Nov". */
export function weekday(day: Day): string {
  return weekdayDayMonth(day);
}

/** "Thu 26 Nov 2026". */
export function fullDay(day: Day): string {
  return full(day);
}

/** "Monday 23 November". */
export function longDay(day: Day): string {
  return long(day);
}

/** "today", "yesterday", "tomorrow", "in 3 days", "5 days ago", "6 weeks ago": whole days, weeks from two weeks on. */
export function relativeDay(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (away === 0) return "today";
  if (away === 1) return "tomorrow";
  if (away === -1) return "yesterday";
  const size = Math.abs(away);
  const span = size < 14 ? counted(size, "day") : counted(Math.floor(size / 7), "week");
  return away > 0 ? `in ${span}` : `${span} ago`;
}

/** A rating as text; `null` reads "not rated", and 0 reads "0". */
export function rating(value: number | null): string {
  return value === null ? "not rated" : figure(value);
}

/** "13", "-2", "13.5", "13,5" or ".5" as typed; null for anything else, "0x10" and "1e1" too. An empty field is not 0. */
export function numberTyped(text: string): number | null {
  const typed = text.trim();
  return /^-?(\d+([.,]\d+)?|[.,]\d+)$/.test(typed) ? Number(typed.replace(",", ".")) : null;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** "14:05", the clock of whoever looks, for "saved at". */
export function clockTime(moment: Date): string {
  return clock.format(moment);
}
