import { addDays, type Day, dayFromNumber, dayNumber, toDay } from "#core/day.ts";
import { dayAndMonth, monthWord } from "#core/sentences/wording.ts";
import type { DayX, Span } from "./axis.ts";

export interface Tick {
  readonly x: DayX;
  readonly label: string;
}

/** Steps a calendar knows, in months; below one month the axis counts weeks. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 36, 60] as const;
const WEEK_STEPS = [1, 2, 4] as const;

/**
 * Calendar marks under the axis: first days of months (of every second, third … where they would crowd), or Mondays on a
 * stretch shorter than about ten weeks. The year stands with January and with the first mark where the years differ.
 */
export function dayTicks(span: Span, most: number): Tick[] {
  const weeks = WEEK_STEPS.map((step) => mondays(span, step)).find((days) => days.length <= most);
  const short = span.to - span.from < 70;
  const days = short && weeks ? weeks : firstsOfMonths(span, most);
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return days.map((day, index) => ({
    x: dayNumber(day),
    label: labelOf(day, { short, withYear: years.size > 1 && (index === 0 || day.slice(5, 7) === "01") }),
  }));
}

function labelOf(day: Day, { short, withYear }: { readonly short: boolean; readonly withYear: boolean }): string {
  const words = short ? dayAndMonth(day) : monthWord(day);
  return withYear ? `${words} ${day.slice(0, 4)}` : words;
}

/** 1970-01-05 was a Monday. */
const A_MONDAY = 4;

function mondays({ from, to }: Span, stepWeeks: number): Day[] {
  const first = from + ((((A_MONDAY - from) % 7) + 7) % 7);
  const days: Day[] = [];
  for (let x = Math.ceil(first); x <= to; x += 7 * stepWeeks) days.push(dayFromNumber(x));
  return days;
}

function firstsOfMonths({ from, to }: Span, most: number): Day[] {
  const firstDay = dayFromNumber(Math.ceil(from));
  const startYear = Number(firstDay.slice(0, 4));
  for (const step of MONTH_STEPS) {
    const days: Day[] = [];
    for (let month = 0; ; month += step) {
      const day = toDay(startYear, month + 1, 1);
      if (dayNumber(day) > to) break;
      if (dayNumber(day) >= from) days.push(day);
    }
    if (days.length <= most) return days.length > 0 ? days : [addDays(firstDay, 0)];
  }
  return [firstDay];
}
