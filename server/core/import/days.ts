import { type Day, isDay } from "#core/day.ts";
import type { DateOrder } from "#core/vocabulary/import.ts";
import { readClock } from "./clock.ts";

/** What a cell says about its day. */
export type DayReading =
  /** Reads one way only. `time` is "HH:MM" where the cell holds one. */
  | { readonly kind: "day"; readonly day: Day; readonly time: string | null; readonly shows: DateOrder | null }
  /** 03/04/2026: a day either way. */
  | { readonly kind: "two-ways"; readonly dayFirst: Day; readonly monthFirst: Day; readonly time: string | null }
  /** Written like a day, but no calendar has it: 31/02/2026. */
  | { readonly kind: "impossible" }
  | { readonly kind: "no-day" };

const NO_DAY: DayReading = { kind: "no-day" };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/i;

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(.+))?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[,T\s]+(.+))?$/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:[,\s]+(.+))?$/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}|\d{2})(?:[,\s]+(.+))?$/i;

/** Two digits as spreadsheets take them: 00–69 are of this century. */
function yearOf(text: string): number {
  const number = Number(text);
  return text.length === 4 ? number : number + (number < 70 ? 2000 : 1900);
}

function dayText(year: number, month: number, date: number): Day | null {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

function monthOf(name: string): number | null {
  const at = MONTHS.findIndex((month) => name.toLowerCase().startsWith(month));
  return at === -1 ? null : at + 1;
}

function oneWay(day: Day | null, rest: string | undefined, shows: DateOrder | null = null): DayReading {
  const time = timeIn(rest);
  if (time === undefined) return NO_DAY;
  return day === null ? { kind: "impossible" } : { kind: "day", day, time, shows };
}

/** The clock after a day; undefined where what follows is no clock, so that the cell is no day either. */
function timeIn(rest: string | undefined): string | null | undefined {
  if (rest === undefined || rest.trim() === "") return null;
  const clock = readClock(rest.replace(/(\.\d+)?(z|[+-]\d{2}:?\d{2})?$/i, ""));
  return clock === null ? undefined : clock;
}

/** Reads a cell as a calendar day, with or without a clock. No guess is made: a day that reads two ways says so. */
export function readDay(cell: string): DayReading {
  const text = cell.replace(/\s+/g, " ").trim().replace(WEEKDAY, "");
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return oneWay(dayText(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])), yearFirst[4]);
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return fromName({ month: named[2], date: named[1], year: named[3], rest: named[4] });
  const nameFirst = MONTH_NAME_DAY.exec(text);
  if (nameFirst) return fromName({ month: nameFirst[1], date: nameFirst[2], year: nameFirst[3], rest: nameFirst[4] });
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return NO_DAY;
  const [, one = "", mark = "", other = "", yearText = "", rest] = yearLast;
  const year = yearOf(yearText);
  const dayFirst = dayText(year, Number(other), Number(one));
  // Nobody writes a month first with dots.
  const monthFirst = mark === "." ? null : dayText(year, Number(one), Number(other));
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    const time = timeIn(rest);
    return time === undefined ? NO_DAY : { kind: "two-ways", dayFirst, monthFirst, time };
  }
  const shows = dayFirst === monthFirst || mark === "." ? null : dayFirst === null ? "month-first" : "day-first";
  return oneWay(dayFirst ?? monthFirst, rest, shows);
}

function fromName(parts: { month: string | undefined; date: string | undefined; year: string | undefined; rest: string | undefined }): DayReading {
  const month = monthOf(parts.month ?? "");
  return month === null ? NO_DAY : oneWay(dayText(yearOf(parts.year ?? ""), month, Number(parts.date)), parts.rest);
}

/** What the days of a column say together about their order. */
export interface DateOrderReading {
  /** null = nothing shows it, or both are shown. */
  readonly order: DateOrder | null;
  /** A cell that reads two ways, where there is one. */
  readonly twoWays: string | null;
}

/**
 * Day first or month first? Shown by every day that reads one way only (09/15/2025), never by an impossible one.
 * Where both are shown or neither, nobody but the therapist knows.
 */
export function dateOrderOf(cells: readonly string[]): DateOrderReading {
  let twoWays: string | null = null;
  const shown = new Set<DateOrder>();
  for (const cell of cells) {
    const reading = readDay(cell);
    if (reading.kind === "two-ways") twoWays ??= cell.trim();
    if (reading.kind === "day" && reading.shows !== null) shown.add(reading.shows);
  }
  const [order] = shown;
  return { order: shown.size === 1 && order !== undefined ? order : null, twoWays };
}

/** The day of a cell under a known order; null where it reads two ways and no order is known. */
export function dayUnder(reading: DayReading, order: DateOrder | null): { day: Day; time: string | null } | null {
  if (reading.kind === "day") return { day: reading.day, time: reading.time };
  if (reading.kind !== "two-ways" || order === null) return null;
  return { day: order === "day-first" ? reading.dayFirst : reading.monthFirst, time: reading.time };
}
