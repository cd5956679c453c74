import { z } from "zod";
import type { UnratedSince } from "#core/rules/unrated-since.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { EvidenceSource } from "#core/vocabulary/occasion.ts";
import type { Direction, ShiftKind, ShiftWho } from "#core/vocabulary/shift.ts";
import { Id, OptionalLine } from "./fields.ts";

export const Dismiss = z.object({ caseId: Id, panel: z.enum(["moved", "no-move"]), upTo: z.number().int().min(0), reason: OptionalLine });

export const CASE_FLAGS = ["draft", "consent-missing", "safety-open", "new"] as const;
export type CaseFlag = (typeof CASE_FLAGS)[number];

export interface CaseloadRow {
  readonly caseId: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly stage: EngagementStage | null;
  readonly stageOn: string | null;
  readonly stageSource: EvidenceSource | null;
  /** Held sessions that followed the rating unrated; null where it is of the last one. */
  readonly unrated: UnratedSince | null;
  /** Against the previous rated occasion; null when there is none to compare with, or sessions followed unrated. */
  readonly stageChange: "up" | "down" | "same" | null;
  /** Stages of the last 10 held sessions, oldest first; null = not rated. */
  readonly spark: readonly (EngagementStage | null)[];
  /** Median of the groundings given on the newest of the recent occasions that has one; `groundingRated` of 4. */
  readonly grounding: number | null;
  readonly groundingRated: number;
  readonly groundingOn: string | null;
  readonly groundingChange: "up" | "down" | "same" | null;
  readonly lastSessionOn: string | null;
  readonly nextSessionOn: string | null;
  readonly flags: readonly CaseFlag[];
}

/** A stage change or either partner's shift within the practice's days, until dismissed. */
export interface MovedItem {
  readonly caseId: string;
  readonly label: string;
  readonly stage: EngagementStage | null;
  readonly upTo: number;
  readonly moves: readonly (
    | {
        readonly kind: "stage";
        readonly day: string;
        readonly from: EngagementStage;
        readonly to: EngagementStage;
        readonly source: EvidenceSource | null;
      }
    | { readonly kind: "shift"; readonly day: string; readonly shift: ShiftKind; readonly direction: Direction; readonly who: ShiftWho }
  )[];
}

/** Always beside what the active partner gained meanwhile (docs/clinical-rules.md, "Moved, and no move"). */
export interface NoMoveItem {
  readonly caseId: string;
  readonly label: string;
  readonly stage: EngagementStage;
  readonly ratedSessions: number;
  /** The count is of the newest sessions only: "25 or more". */
  readonly orMore: boolean;
  readonly upTo: number;
  readonly gained: readonly (
    | { readonly kind: "shift"; readonly day: string; readonly shift: ShiftKind }
    | { readonly kind: "grounding"; readonly from: number; readonly to: number }
  )[];
}

export type ToFinishItem =
  | {
      readonly kind: "draft";
      readonly caseId: string;
      readonly label: string;
      readonly draftId: string;
      readonly day: string;
      readonly draftKind: "session" | "correction";
    }
  | { readonly kind: "consent-missing"; readonly caseId: string; readonly label: string }
  /** A score waits for its safety prompt; what it is about is said on its own tab. */
  | { readonly kind: "prompt-owed"; readonly caseId: string; readonly label: string };

export interface CaseloadView {
  readonly today: string;
  readonly movedWithinDays: number;
  readonly noMoveAfterSessions: number;
  readonly rows: readonly CaseloadRow[];
  readonly moved: readonly MovedItem[];
  readonly noMove: readonly NoMoveItem[];
  readonly toFinish: readonly ToFinishItem[];
}
