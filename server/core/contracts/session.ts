import { z } from "zod";
import type { AnyField } from "#core/fields/field.ts";
import { HOUR_FIELDS, LIST_FIELDS, OBSERVATION_FIELDS, SHIFT_FIELDS, STANCES_FIELD } from "#core/fields/session-fields.ts";
import { NOTE_FORMATS, NOTE_SECTIONS } from "#core/vocabulary/occasion.ts";
import { RATERS } from "#core/vocabulary/track.ts";
import { LineRating, schemaOf, schemasOf } from "./declared.ts";
import { ClockTime, Id, Line, NoteText, RequestKey, SessionDay, text } from "./fields.ts";

/** How the observing partner took part. A stage always says where it was seen. */
export const ObservationBody = z
  .object({ ...schemasOf(OBSERVATION_FIELDS), stances: schemaOf(STANCES_FIELD) })
  .refine((seen) => seen.stage === null || seen.source !== null, { path: ["source"] });
export type ObservationBody = z.infer<typeof ObservationBody>;

export const RatingBody = LineRating.extend({ rater: z.enum(RATERS) });
export type RatingBody = z.infer<typeof RatingBody>;

export const ShiftBody = z.object(schemasOf(SHIFT_FIELDS));
export type ShiftBody = z.infer<typeof ShiftBody>;

export const NoteBody = z
  .object({
    format: z.enum(NOTE_FORMATS),
    /** Keyed by NOTE_SECTIONS of the format. */
    sections: z.record(text().max(20), NoteText),
  })
  // A section that its format does not have would be stored and never shown.
  .refine(({ format, sections }) => Object.keys(sections).every((key) => NOTE_SECTIONS[format].some(([own]) => own === key)), { path: ["sections"] });
export type NoteBody = z.infer<typeof NoteBody>;

/** A therapy hour as logged: what Finish, the import and the sample practice all write. */
export const SessionBody = z
  .object({
    day: SessionDay,
    ...schemasOf(HOUR_FIELDS),
    observation: ObservationBody.nullable(),
    ...schemasOf(LIST_FIELDS),
    note: NoteBody.nullable(),
    nextSessionOn: SessionDay.nullable(),
    nextSessionStart: ClockTime.nullable(),
    /** True where the log said nothing about the next date: one that was agreed elsewhere meanwhile stays. */
    nextSessionUntouched: z.boolean().optional(),
  })
  .refine((body) => new Set(body.ratings.map(({ track, rater }) => `${track} ${rater}`)).size === body.ratings.length, { path: ["ratings"] })
  // A cancelled hour was not observed; what is declared of held hours says nothing in it. It keeps its day, its note and the next date.
  .superRefine((body, context) => {
    if (body.attendance === "held") return;
    if (body.observation !== null) context.addIssue({ code: "custom", path: ["attendance"] });
    for (const [name, { appliesTo, none }] of Object.entries<AnyField>({ ...HOUR_FIELDS, ...LIST_FIELDS })) {
      const said = (body as Readonly<Record<string, unknown>>)[name];
      const saysNothing = Array.isArray(said) ? said.length === 0 : said === none;
      if (appliesTo === "held hours" && !saysNothing) context.addIssue({ code: "custom", path: ["attendance"] });
    }
  });
export type SessionBody = z.infer<typeof SessionBody>;

/** Log without a draft: the two-key cancelled hour and no-show, and callers that hold a whole body. */
export const LogSession = z.object({
  caseId: Id,
  requestKey: RequestKey,
  body: SessionBody,
  privateNote: NoteText.nullable(),
});
export type LogSession = z.infer<typeof LogSession>;

export const FinishDraft = z.object({ draftId: Id, revision: z.number().int().min(1), requestKey: RequestKey });

export const MoveSession = z.object({
  caseId: Id,
  sessionId: Id,
  version: z.number().int().min(1),
  toCaseId: Id,
  reason: Line,
  requestKey: RequestKey,
});
export const VoidSession = z.object({
  caseId: Id,
  sessionId: Id,
  version: z.number().int().min(1),
  reason: Line,
  requestKey: RequestKey,
});

/** Engagement that changed between sessions: noted in seconds, marked on the timeline like what a session saw. */
export const NoteChange = z
  .object({
    caseId: Id,
    requestKey: RequestKey,
    day: SessionDay,
    observation: ObservationBody.nullable(),
    shifts: z.array(ShiftBody).max(5),
    note: NoteText.nullable(),
  })
  .refine((change) => change.observation !== null || change.shifts.length > 0 || (change.note ?? "").trim() !== "");
export type NoteChange = z.infer<typeof NoteChange>;

/** A session that was logged, corrected or moved, with the case it stands in. */
export const LoggedSession = z.object({ sessionId: Id, caseId: Id });
export type LoggedSession = Readonly<z.infer<typeof LoggedSession>>;
export const NoteChangeAnswer = z.object({ sessionId: Id });
