import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { EvidenceSource, Presence } from "#core/vocabulary/occasion.ts";
import type { DayX, Placed, Span } from "./axis.ts";
import { type Gap, gapBetween } from "./gaps.ts";
import type { Point } from "./rating-series.ts";

/** A corner of the step line. `marked` where a stage was rated; unmarked where the last one merely stops being known. */
export interface StagePoint extends Point {
  readonly value: EngagementStage;
  readonly marked: boolean;
  readonly source: EvidenceSource | null;
  /** Noted between two sessions, not in one. */
  readonly between: boolean;
}

export interface Ladder {
  readonly points: readonly StagePoint[];
  /** From a held session without a rating to the next rating: hatched, because it is unknown and not 0. */
  readonly unrated: readonly Span[];
}

/**
 * The engagement ladder as steps: a stage holds until the next rating, and no further than an unrated session or a long gap.
 * Stage 0 is a rating and is drawn; only held sessions can be unrated.
 */
export function ladderSeries(placed: readonly Placed[], gaps: readonly Gap[]): Ladder {
  const points: StagePoint[] = [];
  const unrated: Span[] = [];
  let open: Span | null = null;
  for (const { occasion, x, held } of placed) {
    const stage = occasion.observation?.stage ?? null;
    const before = points.at(-1);
    if (open && gapBetween(gaps, open.to, x)) {
      unrated.push(open);
      open = null;
    }
    if (stage === null) {
      if (!held) continue;
      // The step runs up to the session that was not rated, and ends there.
      if (!open && before?.marked && !gapBetween(gaps, before.x, x))
        points.push({ ...before, x, occasion: occasion.id, marked: false, breakBefore: false });
      open = stretched(open, x);
      continue;
    }
    const breakBefore = before !== undefined && (!before.marked || open !== null || gapBetween(gaps, before.x, x));
    if (open) unrated.push({ from: open.from, to: x });
    open = null;
    const source = occasion.observation?.source ?? null;
    points.push({ x, occasion: occasion.id, value: stage, marked: true, source, between: occasion.kind === "between", breakBefore });
  }
  if (open) unrated.push(open);
  return { points, unrated };
}

function stretched(open: Span | null, to: DayX): Span {
  return { from: open === null ? to : open.from, to };
}

/** One hour on the presence strip. `null` presence: the session was held and presence was not recorded. */
export interface PresenceMark {
  readonly x: DayX;
  readonly occasion: string;
  readonly presence: Presence | "cancelled" | "no-show" | null;
}

/** Where the observing partner was, session by session; an hour that did not take place is drawn as what it was. */
export function presenceStrip(placed: readonly Placed[]): PresenceMark[] {
  return placed.flatMap(({ occasion, x, held }) => {
    if (occasion.kind !== "session") return [];
    const missed = occasion.attendance === "no-show" ? "no-show" : "cancelled";
    return [{ x, occasion: occasion.id, presence: held ? (occasion.observation?.presence ?? null) : missed }];
  });
}
