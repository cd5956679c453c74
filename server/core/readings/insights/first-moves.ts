import type { FirstMoves, Wait } from "#core/contracts/insights.ts";
import { daysBetween } from "#core/day.ts";
import { type RatedStage, stageMoves } from "#core/rules/ladder.ts";
import { type EngagementStage, STAGES } from "#core/vocabulary/engagement.ts";
import { type InsightCase, type InsightOccasion, type InsightWindow, isClosedBy } from "./facts.ts";

/**
 * How long was each case followed until its first upward move on the ladder, and did that come?
 *
 * Counted from the first rated stage: before it no move could have been seen. A case without one counts up to its *last rated
 * stage*, not up to today: what happened since nobody looked at. An upward move is a rating above the one before it.
 *
 * @param cases those opened before the days read are not followed, because their beginning is not in them
 * @returns followed cases as days and end; the others counted by why they are not
 */
export function firstMoves(cases: readonly InsightCase[], { from, to }: InsightWindow): FirstMoves {
  const waits: Wait[] = [];
  let [neverRated, ratedOnce, atTop, openedBefore] = [0, 0, 0, 0];
  for (const coupleCase of cases) {
    const rated = coupleCase.occasions.filter(isRated);
    const [first] = rated;
    const last = rated.at(-1);
    if (from !== null && coupleCase.openedOn < from) openedBefore += 1;
    else if (!first || !last) neverRated += 1;
    else if (rated.length === 1) ratedOnce += 1;
    else {
      const move = stageMoves(rated).find((each) => each.to > each.from);
      if (move) waits.push({ days: daysBetween(first.day, move.day), end: "moved" });
      // From the uppermost step there is none above; one that came down from it can move up again.
      else if (rated.every(({ stage }) => stage === TOP)) atTop += 1;
      else waits.push({ days: daysBetween(first.day, last.day), end: isClosedBy(coupleCase, to) ? "closed" : "waiting" });
    }
  }
  return { waits: waits.sort((a, b) => a.days - b.days || a.end.localeCompare(b.end)), neverRated, ratedOnce, atTop, openedBefore };
}

function isRated(occasion: InsightOccasion): occasion is InsightOccasion & RatedStage {
  return occasion.stage !== null;
}

const TOP: EngagementStage = STAGES[STAGES.length - 1] as EngagementStage;
