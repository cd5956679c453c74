/** What is told across the caseload. Counts only: no case is named, none stands above another, and safety concerns are not read. */
import { z } from "zod";
import type { Outcome } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { SessionDay } from "./fields.ts";

/** The days to read, both ends included; an absent end is the beginning of the record, or today. */
export const ReadInsights = z
  .object({ window: z.object({ from: SessionDay.optional(), to: SessionDay.optional() }).optional() })
  .optional()
  .refine((asked) => asked?.window?.from === undefined || asked.window.to === undefined || asked.window.from <= asked.window.to, {
    path: ["window"],
  });

export interface InsightsView {
  readonly today: string;
  /** The first day asked for; null = from the beginning. */
  readonly from: string | null;
  readonly to: string;
  /** Own cases that were open on at least one of these days. */
  readonly cases: number;
  /** Sessions held in them. */
  readonly sessions: number;
  readonly stages: StagesOverTime;
  readonly firstMoves: FirstMoves;
  readonly outcomes: OutcomeCounts;
  readonly themes: RecurringThemes;
  readonly missing: MissingRatings;
  readonly sources: SourceCounts;
}

/** How long one column of the picture is. */
export type PeriodStep = "month" | "quarter" | "year";

export interface StagesOverTime {
  readonly step: PeriodStep;
  /** Without a hole: a period in which nobody came has 0 cases. */
  readonly periods: readonly StagePeriod[];
}

export interface StagePeriod {
  /** "Nov 2026", and the same in its two parts, for an axis on which the year stands once. */
  readonly label: string;
  readonly short: string;
  readonly year: string;
  /** It goes on after the last day read. */
  readonly unfinished: boolean;
  /** Cases with a held session or a rated stage in it: each counts once. */
  readonly cases: number;
  /** At each stage 0–6, by the last rating of the period. */
  readonly at: Readonly<Record<EngagementStage, number>>;
  /** Seen, and no stage rated. */
  readonly notRated: number;
}

/** How long one case was followed, from its first rated stage, and what ended it. */
export interface Wait {
  /** Whole days, ≥ 0. */
  readonly days: number;
  /** `waiting`: the case is open and its last rating is no move up; `closed`: it closed without one. */
  readonly end: "moved" | "waiting" | "closed";
}

export interface FirstMoves {
  /** Shortest first, so that nothing tells which case is which. */
  readonly waits: readonly Wait[];
  /** Not followed, and why: counted apart. */
  readonly neverRated: number;
  readonly ratedOnce: number;
  readonly atTop: number;
  readonly openedBefore: number;
}

export interface OutcomeCounts {
  readonly closed: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly notRecorded: number;
  /** Open on the last day read: not in the count. */
  readonly open: number;
}

export interface ThemeCount {
  readonly theme: string;
  readonly name: string;
  readonly cases: number;
  /** Cases in which it was explored in more than one session. */
  readonly cameBackIn: number;
  readonly sessions: number;
}

export interface RecurringThemes {
  /** Cases with a session held, and those sessions: what the counts are out of. */
  readonly cases: number;
  readonly sessions: number;
  readonly withoutTheme: number;
  readonly themes: readonly ThemeCount[];
}

/** Held sessions in which nothing of its kind was rated. */
export interface MissingRatings {
  readonly cases: number;
  readonly sessions: number;
  readonly stage: number;
  readonly climate: number;
  readonly grounding: number;
}

/** Entries about the observing partner: rated stages, and shifts that are not the active partner's alone. */
export interface SourceCounts {
  readonly cases: number;
  readonly seen: number;
  readonly told: number;
  readonly ownWords: number;
  readonly notRecorded: number;
}
