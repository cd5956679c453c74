import type { Day } from "#core/day.ts";
import type { CaseStatus, Outcome } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { EvidenceSource, OccasionKind } from "#core/vocabulary/occasion.ts";

/** One current occasion, as far as the figures across the caseload need it. */
export interface InsightOccasion {
  readonly day: Day;
  readonly sequence: number;
  readonly kind: OccasionKind;
  /** An hour that took place: the only kind counted as a session. */
  readonly held: boolean;
  readonly stage: EngagementStage | null;
  readonly source: EvidenceSource | null;
  /** At least one of its tracks has a number. */
  readonly climateRated: boolean;
  readonly groundingRated: boolean;
  readonly themes: readonly string[];
  /** Of each shift that is not the active partner's alone. */
  readonly shiftSources: readonly EvidenceSource[];
}

/** One own case: without id and label, because nothing here is told of one case. */
export interface InsightCase {
  readonly openedOn: Day;
  readonly status: CaseStatus;
  readonly closedOn: Day | null;
  readonly outcome: Outcome | null;
  /** Those of the days read, in order of day, then of entry. */
  readonly occasions: readonly InsightOccasion[];
}

/** The days read, both included; `from` null = from the beginning. */
export interface InsightWindow {
  readonly from: Day | null;
  readonly to: Day;
}

/** Closed on or before the last day read: what came later is not looked at. */
export function isClosedBy({ status, closedOn }: Pick<InsightCase, "status" | "closedOn">, to: Day): boolean {
  return status === "closed" && closedOn !== null && closedOn <= to;
}
