import type { StagePeriod, StagesOverTime } from "#core/contracts/insights.ts";
import type { Day } from "#core/day.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { InsightCase, InsightWindow } from "./facts.ts";
import { type Period, periodsBetween } from "./periods.ts";

/**
 * Where did the observing partners stand, period by period? Each case counts once in a period in which it was seen: at its last
 * rated stage of that period, or as not rated where a session was held and no stage given. A case that was not seen in a period
 * is not in it; nothing is carried over from the one before.
 *
 * @returns no periods where no case was seen at all
 */
export function stagesOverTime(cases: readonly InsightCase[], { to }: InsightWindow): StagesOverTime {
  const days = cases.flatMap((each) => each.occasions.filter((occasion) => occasion.held || occasion.stage !== null).map(({ day }) => day));
  const first = days.reduce<Day | null>((earliest, day) => (earliest === null || day < earliest ? day : earliest), null);
  if (first === null) return { step: "month", periods: [] };
  const { step, periods } = periodsBetween(first, to);
  return { step, periods: periods.map((period) => countIn(period, cases, to)) };
}

function countIn({ first, last, label, short }: Period, cases: readonly InsightCase[], to: Day): StagePeriod {
  const at: Record<EngagementStage, number> = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0 };
  let [seen, notRated] = [0, 0];
  for (const { occasions } of cases) {
    const within = occasions.filter(({ day }) => day >= first && day <= last);
    const stage = within.findLast((occasion) => occasion.stage !== null)?.stage ?? null;
    if (stage === null && !within.some((occasion) => occasion.held)) continue;
    seen += 1;
    if (stage === null) notRated += 1;
    else at[stage] += 1;
  }
  return { label, short, year: first.slice(0, 4), unfinished: last > to, cases: seen, at, notRated };
}
