/** Days, numbers and counts as text: in labels of series and inside sentences. Core knows no locale but this. */
import type { Day } from "#core/day.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Nov". */
export function monthWord(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] as string;
}

/** "12 Nov". */
export function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthWord(day)}`;
}

/** "12 Nov 2026". */
export function dayWithYear(day: Day): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** "12 Nov"; "12 Nov 2025" where that is not the year of `today`. */
export function dayWords(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day) : dayWithYear(day);
}

const thousands = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** "6", "6.25", "1,234.5": at most two decimals, no trailing zeros. For reading only; what is drawn is never rounded. */
export function figure(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  // A timeline says thousands of small numbers, and a formatter is much slower than String.
  return Math.abs(rounded) < 1000 ? String(rounded) : thousands.format(rounded);
}

/** "1 session", "4 sessions". */
export function counted(amount: number, one: string, many = `${one}s`): string {
  return `${figure(amount)} ${amount === 1 ? one : many}`;
}

/** "tone, boundaries and climate". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A capital at the start of a sentence; the rest as it is. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1st", "12th", "22nd". */
export function ordinal(place: number): string {
  const teens = place % 100 >= 11 && place % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}
