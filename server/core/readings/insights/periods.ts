import type { PeriodStep } from "#core/contracts/insights.ts";
import { addDays, type Day, toDay } from "#core/day.ts";
import { monthWord } from "#core/vocabulary/wording.ts";

export interface Period {
  readonly first: Day;
  readonly last: Day;
  /** "Nov 2026", "Oct–Dec 2026", "2026". */
  readonly label: string;
  /** The same where the year stands beside it: "Nov", "Oct–Dec"; of a year nothing is left. */
  readonly short: string;
}

const MONTHS_OF: Record<PeriodStep, number> = { month: 1, quarter: 3, year: 12 };
/** As many columns as a phone shows with a number in each. */
const MOST_PERIODS = 12;

/**
 * The calendar periods from one day to another, without a hole: months, or where these were more than 12, quarters, or years.
 * The first and the last may reach beyond the two days.
 */
export function periodsBetween(from: Day, to: Day): { readonly step: PeriodStep; readonly periods: readonly Period[] } {
  for (const step of ["month", "quarter"] as const) {
    const periods = periodsOf(step, from, to);
    if (periods.length <= MOST_PERIODS) return { step, periods };
  }
  return { step: "year", periods: periodsOf("year", from, to) };
}

function periodsOf(step: PeriodStep, from: Day, to: Day): Period[] {
  const months = MONTHS_OF[step];
  const year = Number(from.slice(0, 4));
  const periods: Period[] = [];
  for (let month = Math.floor((Number(from.slice(5, 7)) - 1) / months) * months; ; month += months) {
    const first = toDay(year, month + 1, 1);
    if (first > to) return periods;
    const last = addDays(toDay(year, month + months + 1, 1), -1);
    const short = shortOf(step, first, last);
    periods.push({ first, last, label: `${short} ${first.slice(0, 4)}`.trim(), short });
  }
}

function shortOf(step: PeriodStep, first: Day, last: Day): string {
  if (step === "year") return "";
  return step === "month" ? monthWord(first) : `${monthWord(first)}–${monthWord(last)}`;
}

/** The first day of the last `months` calendar months, the running one among them. */
export function beginOfLast(months: number, today: Day): Day {
  return toDay(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - months + 1, 1);
}
