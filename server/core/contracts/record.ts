/** Read models of sessions as they stand in the record, versions and set-aside ones included. */
import type { StoredHour, StoredObservation, StoredShift } from "#core/fields/session-fields.ts";
import type { NoteFormat, OccasionKind, Standing } from "#core/vocabulary/occasion.ts";
import type { Rater } from "#core/vocabulary/track.ts";

export interface RatingView {
  readonly track: string;
  readonly value: number | null;
  readonly rater: Rater;
}

/** One occasion in a case's list and on its timeline, without narrative. `id` is the session's (rootId). */
export interface OccasionSummary extends StoredHour {
  readonly id: string;
  readonly version: number;
  readonly kind: OccasionKind;
  readonly standing: Standing;
  readonly day: string;
  readonly sequence: number;
  readonly imported: boolean;
  readonly observation: StoredObservation | null;
  readonly ratings: readonly RatingView[];
  readonly themes: readonly string[];
  readonly shifts: readonly StoredShift[];
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
