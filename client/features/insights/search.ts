import type { Day } from "#core/day.ts";
import { beginOfLast } from "#core/insights/periods.ts";

/** Calendar months to look back over, the running one among them; not in the address: all days. */
export const MONTH_CHOICES = [24, 12] as const;
type Months = (typeof MONTH_CHOICES)[number];

export interface InsightsSearch {
  readonly months?: Months;
}

/** Reads the address; anything it does not know means all days. */
export function readInsightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const months = MONTH_CHOICES.find((choice) => choice === Number(raw.months));
  return months === undefined ? {} : { months };
}

/** The first day asked for; null = from the beginning. */
export function firstDayOf({ months }: InsightsSearch, today: Day): Day | null {
  return months === undefined ? null : beginOfLast(months, today);
}
