/** Read models of sessions as they stand in the record, versions and set-aside ones included. */
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Attendance, EvidenceSource, NoteFormat, OccasionKind, Presence, Setting, Stance, Standing } from "#core/vocabulary/occasion.ts";
import type { Direction, ShiftKind, ShiftWho } from "#core/vocabulary/shift.ts";
import type { Rater } from "#core/vocabulary/track.ts";

export interface ObservationView {
  readonly presence: Presence | null;
  readonly stage: EngagementStage | null;
  readonly source: EvidenceSource | null;
  readonly evidence: string | null;
  readonly stances: readonly Stance[];
}

export interface RatingView {
  readonly track: string;
  readonly value: number | null;
  readonly rater: Rater;
}

export interface ShiftView {
  readonly kind: ShiftKind;
  readonly direction: Direction;
  readonly who: ShiftWho;
  readonly source: EvidenceSource;
  readonly remark: string | null;
}

/** One occasion in a case's list and on its timeline, without narrative. `id` is the session's (rootId). */
export interface OccasionSummary {
  readonly id: string;
  readonly version: number;
  readonly kind: OccasionKind;
  readonly standing: Standing;
  readonly day: string;
  readonly sequence: number;
  readonly attendance: Attendance | null;
  readonly startTime: string | null;
  readonly minutes: number | null;
  readonly setting: Setting | null;
  readonly activePresent: boolean | null;
  readonly imported: boolean;
  readonly observation: ObservationView | null;
  readonly ratings: readonly RatingView[];
  readonly themes: readonly string[];
  readonly shifts: readonly ShiftView[];
  /** The name of the measure whose score hangs here. The score itself is read on the Measures tab, after its safety prompt. */
  readonly measure: string | null;
}

/** One version of a session, whole but for its private note, which is asked for by name. */
export interface SessionVersion extends OccasionSummary {
  readonly standingReason: string | null;
  readonly movedToCaseLabel: string | null;
  readonly movedFromCaseLabel: string | null;
  readonly goalsTouched: readonly { readonly id: string; readonly wording: string }[];
  readonly note: { readonly format: NoteFormat; readonly sections: Readonly<Record<string, string>> } | null;
  readonly hasPrivateNote: boolean;
  readonly loggedAt: string;
}

export interface SessionView {
  readonly id: string;
  readonly caseId: string;
  readonly caseLabel: string;
  /** Newest first; versions[0] is what counts unless its standing says otherwise. */
  readonly versions: readonly SessionVersion[];
  readonly thingsAgreed: readonly string[];
  /** Names of the practice's own tracks that any version has a rating on, the archived ones too. */
  readonly trackNames: Readonly<Record<string, string>>;
}
