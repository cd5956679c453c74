import type { Wait } from "#core/contracts/insights.ts";
import { type KaplanMeier, kaplanMeier } from "#core/statistics/kaplan-meier.ts";
import { FEW_CASES } from "./few-cases.ts";

/** A day at which something happened to the curve; a reader can stand on it. */
export interface CurveStop {
  /** Days since the first rating. */
  readonly x: number;
  /** Cases followed up to this day. */
  readonly followed: number;
  readonly moved: number;
  readonly waiting: number;
  readonly closed: number;
  /** Share of cases without an upward move after this day, 0–1, with its rough range where it has one. */
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface FirstMoveCurve {
  /** From day 0 on, ascending. */
  readonly stops: readonly CurveStop[];
  /** After this day fewer than five cases are followed: drawn lighter. Null where the curve ends before. */
  readonly fewAfter: number | null;
  readonly lastDay: number;
  readonly estimate: Extract<KaplanMeier, { readonly status: "computed" }>;
}

/**
 * The share of cases still without an upward move, day by day since their first rating (kaplan-meier.ts).
 *
 * @returns null where no case is followed
 */
export function firstMoveCurve(waits: readonly Wait[]): FirstMoveCurve | null {
  const estimate = kaplanMeier(waits.map(({ days, end }) => ({ time: days, event: end === "moved" })));
  if (estimate.status === "not-computable") return null;
  const days = [...new Set([0, ...waits.map((wait) => wait.days)])].sort((a, b) => a - b);
  const stops = days.map((x): CurveStop => {
    const on = (end: Wait["end"]) => waits.filter((wait) => wait.days === x && wait.end === end).length;
    const step = estimate.steps.findLast(({ time }) => time <= x);
    return {
      x,
      followed: followedAt(waits, x),
      moved: on("moved"),
      waiting: on("waiting"),
      closed: on("closed"),
      share: step ? step.survival : 1,
      lower: step?.lower ?? null,
      upper: step?.upper ?? null,
    };
  });
  const lastDay = stops.at(-1)?.x ?? 0;
  const fewAfter = days.find((day) => waits.filter((wait) => wait.days > day).length < FEW_CASES) ?? null;
  return { stops, fewAfter: fewAfter === lastDay ? null : fewAfter, lastDay, estimate };
}

/** How many cases are followed up to a day, those whose following ends on it among them: the counts beneath the curve. */
export function followedAt(waits: readonly Wait[], day: number): number {
  return waits.filter((wait) => wait.days >= day).length;
}
