/** Made-up cases for the figures across the caseload: only what a test cares about has to be said. */
import type { ThemeView } from "#core/contracts/case.ts";
import type { InsightsView } from "#core/contracts/insights.ts";
import { addDays } from "#core/day.ts";
import type { InsightCase, InsightOccasion } from "#core/readings/insights/facts.ts";
import { insightsView } from "#core/readings/insights/view.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { BUILT_IN_THEMES, THEME_WORDS } from "#core/vocabulary/theme.ts";

export const TODAY = "2026-11-24";
export const BEGAN = "2026-03-02";

export const THEMES: readonly ThemeView[] = BUILT_IN_THEMES.map((theme) => ({ theme, name: THEME_WORDS[theme], builtIn: true, archived: false }));

let entered = 0;

/** A held session unless said otherwise, in which nothing was answered but for what is given. */
export function occasion(given: Partial<InsightOccasion> = {}): InsightOccasion {
  entered += 1;
  const kind = given.kind ?? "session";
  return {
    day: BEGAN,
    sequence: entered,
    kind,
    held: kind === "session",
    stage: null,
    source: given.stage === undefined || given.stage === null ? null : "seen",
    climateRated: false,
    groundingRated: false,
    themes: [],
    shiftSources: [],
    ...given,
  };
}

/** An active case, open since `BEGAN`. */
export function coupleCase(occasions: readonly InsightOccasion[] = [], given: Partial<InsightCase> = {}): InsightCase {
  return { openedOn: BEGAN, status: "active", closedOn: null, outcome: null, occasions, ...given };
}

/** Held sessions a week apart from `first` on; null = not rated. */
export function weekly(stages: readonly (EngagementStage | null)[], first = BEGAN): InsightOccasion[] {
  return stages.map((stage, week) => occasion({ day: addDays(first, 7 * week), stage }));
}

/** Rated on day 0 and on a later day, in days since `BEGAN`: moved up there, or the same and not followed further. */
export const moved = (days: number): InsightCase => coupleCase([occasion({ stage: 2 }), occasion({ day: addDays(BEGAN, days), stage: 3 })]);
export const waiting = (days: number): InsightCase => coupleCase([occasion({ stage: 2 }), occasion({ day: addDays(BEGAN, days), stage: 2 })]);

export function view(cases: readonly InsightCase[], window: { from?: string; to?: string } = {}): InsightsView {
  return insightsView(cases, { today: TODAY, from: window.from ?? null, to: window.to ?? TODAY, themes: THEMES });
}
