import { z } from "zod";
import { TRY_STANDINGS } from "#core/vocabulary/case.ts";
import { ATTENDANCES, CHOOSABLE_SOURCES, NOTE_FORMATS, NOTE_SECTIONS, PRESENCES, SETTINGS, STANCES } from "#core/vocabulary/occasion.ts";
import { DIRECTIONS, SHIFT_KINDS, SHIFT_WHO } from "#core/vocabulary/shift.ts";
import { LINE_RATERS, RATERS } from "#core/vocabulary/track.ts";
import { ClockTime, Id, Line, NoteText, OptionalLine, RequestKey, SessionDay, Stage, text } from "./fields.ts";

/** How the observing partner took part. A stage always says where it was seen. */
export const ObservationBody = z
  .object({
    presence: z.enum(PRESENCES).nullable(),
    stage: Stage,
    source: z.enum(CHOOSABLE_SOURCES).nullable(),
    evidence: OptionalLine,
    stances: z.array(z.enum(STANCES)).max(STANCES.length),
  })
  .refine((seen) => seen.stage === null || seen.source !== null, { path: ["source"] });
export type ObservationBody = z.infer<typeof ObservationBody>;

/** `track` is a built-in key or the id of the practice's own track; `value` null = asked and not rated. */
export const RatingBody = z.object({
  track: text().min(1).max(64),
  value: z.number().nullable(),
  rater: z.enum(RATERS),
});
export type RatingBody = z.infer<typeof RatingBody>;

export const ShiftBody = z.object({
  kind: z.enum(SHIFT_KINDS),
  direction: z.enum(DIRECTIONS),
  who: z.enum(SHIFT_WHO),
  source: z.enum(CHOOSABLE_SOURCES),
  remark: OptionalLine,
});
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
    attendance: z.enum(ATTENDANCES),
    startTime: ClockTime.nullable(),
    minutes: z.number().int().min(1).max(600).nullable(),
    setting: z.enum(SETTINGS).nullable(),
    activePresent: z.boolean(),
    observation: ObservationBody.nullable(),
    ratings: z.array(RatingBody.extend({ rater: z.enum(LINE_RATERS) })).max(60),
    themes: z.array(text().min(1).max(64)).max(40),
    shifts: z.array(ShiftBody).max(20),
    goalsTouched: z.array(Id).max(40),
    newGoals: z.array(Line).max(20),
    /** Things agreed earlier, answered in this hour. */
    triesAnswered: z.array(z.object({ thingId: Id, standing: z.enum(TRY_STANDINGS) })).max(40),
    newTries: z.array(Line).max(20),
    note: NoteBody.nullable(),
    nextSessionOn: SessionDay.nullable(),
    nextSessionStart: ClockTime.nullable(),
    /** True where the log said nothing about the next date: one that was agreed elsewhere meanwhile stays. */
    nextSessionUntouched: z.boolean().optional(),
  })
  .refine((body) => new Set(body.ratings.map(({ track, rater }) => `${track} ${rater}`)).size === body.ratings.length, { path: ["ratings"] })
  // A cancelled hour was not observed and not rated; it keeps its day, its note and the next date.
  .refine(
    (body) =>
      body.attendance === "held" || (body.observation === null && body.ratings.length === 0 && body.themes.length === 0 && body.shifts.length === 0),
    { path: ["attendance"] },
  );
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
