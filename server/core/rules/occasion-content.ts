import type { RatingView, SessionVersion } from "#core/contracts/record.ts";
import { nothingStored, pickFields } from "#core/fields/field.ts";
import { HOUR_FIELDS, type StoredHour, type StoredObservation, type StoredShift } from "#core/fields/session-fields.ts";

/** What a stored occasion says: what an import writes, and what a move and a correction take over whole. */
export interface OccasionContent extends StoredHour {
  readonly observation: StoredObservation | null;
  readonly ratings: readonly RatingView[];
  readonly themes: readonly string[];
  readonly shifts: readonly StoredShift[];
  /** Ids. */
  readonly goalsTouched: readonly string[];
  readonly note: SessionVersion["note"];
}

/** An occasion that says nothing and is no session. */
export const NO_CONTENT: OccasionContent = {
  ...nothingStored(HOUR_FIELDS),
  observation: null,
  ratings: [],
  themes: [],
  shifts: [],
  goalsTouched: [],
  note: null,
};

/** What a version says, apart from its day and its place in the record. */
export function contentOf(version: SessionVersion): OccasionContent {
  const { observation, ratings, themes, shifts, goalsTouched, note } = version;
  return { ...pickFields(HOUR_FIELDS, version), observation, ratings, themes, shifts, goalsTouched: goalsTouched.map(({ id }) => id), note };
}
