import type { CaseEventView, RolePeriodView, ThemeView, TrackView } from "./case.ts";
import type { FocusView, MarkedDayView } from "./reading.ts";
import type { OccasionSummary } from "./record.ts";

export interface SetAsideView extends Pick<OccasionSummary, "id" | "kind" | "day"> {
  readonly standing: "voided" | "moved";
  readonly reason: string | null;
}

/** Everything the timeline, its table, its sentences, the Sessions list and the Themes strip draw from: one read. */
export interface TimelineView {
  readonly caseId: string;
  readonly today: string;
  /** Current occasions in order of day, then of entry. */
  readonly occasions: readonly OccasionSummary[];
  /** What was voided or moved, newest first: readable, counted nowhere. Scores are listed on the Measures tab, as the current ones are. */
  readonly setAside: readonly SetAsideView[];
  readonly tracks: readonly TrackView[];
  readonly themes: readonly ThemeView[];
  readonly events: readonly CaseEventView[];
  readonly roles: readonly RolePeriodView[];
  /** What the case is or was watched on, oldest choice first. */
  readonly focus: readonly FocusView[];
  /** Days marked to see what lies before and after, oldest first. */
  readonly markedDays: readonly MarkedDayView[];
}
