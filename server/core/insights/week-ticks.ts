import type { Tick } from "#core/series/ticks.ts";

/** Steps in weeks that a reader counts in: to a quarter of a year, half a year, years. */
const STEPS = [1, 2, 4, 8, 13, 26, 52, 104, 208, 520] as const;

/** Marks under an axis of days since a beginning, from 0 in whole weeks: at most `most` of them, the widest step past ten years. */
export function weekTicks(lastDay: number, most: number): Tick[] {
  const weeks = lastDay / 7;
  const step = STEPS.find((candidate) => Math.floor(weeks / candidate) + 1 <= most) ?? (STEPS.at(-1) as number);
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, index) => ({ x: index * step * 7, label: String(index * step) }));
}
