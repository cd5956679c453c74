import type { ThemeView } from "#core/contracts/case.ts";
import type { InsightsView } from "#core/contracts/insights.ts";
import type { Day } from "#core/day.ts";
import type { InsightCase, InsightWindow } from "./facts.ts";
import { firstMoves } from "./first-moves.ts";
import { missingRatings } from "./missing-ratings.ts";
import { outcomeCounts } from "./outcomes.ts";
import { recurringThemes } from "./recurring-themes.ts";
import { sourceCounts } from "./source-counts.ts";
import { stagesOverTime } from "./stages-over-time.ts";

interface Asked extends InsightWindow {
  readonly today: Day;
  readonly themes: readonly ThemeView[];
}

/** Every figure across one clinician's own cases. @param cases all of them; those not open in the days asked for are left out */
export function insightsView(all: readonly InsightCase[], { today, themes, ...window }: Asked): InsightsView {
  const { from, to } = window;
  // A session brought in later may be older than the day its case was opened on: then it is what counts.
  const wasOpen = ({ openedOn, closedOn }: InsightCase) => openedOn <= to && (from === null || closedOn === null || closedOn >= from);
  const cases = all.filter((each) => each.occasions.length > 0 || wasOpen(each));
  return {
    today,
    from,
    to,
    cases: cases.length,
    sessions: cases.reduce((sum, { occasions }) => sum + occasions.filter(({ held }) => held).length, 0),
    stages: stagesOverTime(cases, window),
    firstMoves: firstMoves(cases, window),
    outcomes: outcomeCounts(cases, window),
    themes: recurringThemes(cases, themes),
    missing: missingRatings(cases),
    sources: sourceCounts(cases),
  };
}
