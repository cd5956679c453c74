/**
 * Numbers and days as text. One place, one wording: the middle of a sentence reads "12 Nov", a heading
 * "Thu 26 Nov 2026". Days are calendar days, so they are formatted in UTC and never shift with a zone.
 */
import type { Day } from "#core/day.ts";
import { dayNumber, daysBetween } from "#core/day.ts";

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

const dayMonth = formatter({ day: "numeric", month: "short" });
const dayMonthYear = formatter({ day: "numeric", month: "short", year: "numeric" });
const weekdayDayMonth = formatter({ weekday: "short", day: "numeric", month: "short" });
const full = formatter({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const long = formatter({ weekday: "long", day: "numeric", month: "long" });

/** "12 Nov"; with the year when it is not the year of `today`: "12 Nov 2025". */
export function shortDay(day: Day, today?: Day): string {
  return today !== undefined && day.slice(0, 4) !== today.slice(0, 4) ? dayMonthYear(day) : dayMonth(day);
}

/** "12 Nov 2026". */
export function dayWithYear(day: Day): string {
  return dayMonthYear(day);
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
  const span = size < 14 ? count(size, "day") : count(Math.floor(size / 7), "week");
  return away > 0 ? `in ${span}` : `${span} ago`;
}

const decimal = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "6", "6.5": at most one decimal, which is all that a median of 0–10 ratings can have. */
export function number(value: number): string {
  return decimal.format(value);
}

/** A rating as text; `null` reads "not rated", and 0 reads "0". */
export function rating(value: number | null): string {
  return value === null ? "not rated" : number(value);
}

/** "1 session", "4 sessions"; the plural is given where it is not the singular with an s. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${number(amount)} ${amount === 1 ? singular : plural}`;
}

/** "Tone, boundaries and climate". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/** A capital at the start of a sentence; the rest as it is. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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
