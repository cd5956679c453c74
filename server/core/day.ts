/** Calendar days of therapy: "YYYY-MM-DD" strings without clock or zone. "Today" is always an argument. */
export type Day = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** True for a day that exists in the calendar, leap days included; years 1900–2199. */
export function isDay(text: string): boolean {
  const parts = PATTERN.exec(text);
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || year > 2199) return false;
  return toDay(year, month, date) === text;
}

/** The day of a year, a month 1–12 and a date 1–31; an impossible one rolls over, so compare to detect it. */
export function toDay(year: number, month: number, date: number): Day {
  return dayFromNumber(Date.UTC(year, month - 1, date) / MS_PER_DAY);
}

/** Whole days since 1970-01-01; earlier days are negative. Throws RangeError for text that is no day of the calendar. */
export function dayNumber(day: Day): number {
  const parts = PATTERN.exec(day);
  if (!parts) throw new RangeError("a day is written YYYY-MM-DD");
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const moment = new Date(Date.UTC(year, month - 1, date));
  // An impossible day rolls over into another month.
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCFullYear() !== year) throw new RangeError("a day is in the calendar");
  return moment.getTime() / MS_PER_DAY;
}

/** The day that `dayNumber` gives `number` for. */
export function dayFromNumber(number: number): Day {
  const moment = new Date(number * MS_PER_DAY);
  return moment.toISOString().slice(0, 10);
}

/** Whole days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: Day, later: Day): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** The day `days` after (or, negative, before) a day. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The calendar day that a moment falls on in an IANA time zone: the practice's "today". */
export function dayIn(moment: Date, timeZone: string): Day {
  const parts = calendarOf(timeZone).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

// Making a formatter costs a hundred times as much as using one, and every request asks for today.
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  calendars.set(timeZone, calendar);
  return calendar;
}
