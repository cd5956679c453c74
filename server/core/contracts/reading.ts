/** What a case is read by: the tracks it is watched on, the days marked in it, guesses beside the actual number. */
import { z } from "zod";
import { MARK_ORIGINS, type MarkOrigin, MOST_FOCUS_TRACKS } from "#core/vocabulary/marked-day.ts";
import { LINE_RATERS, type LineRater } from "#core/vocabulary/track.ts";
import { Id, Line, RequestKey, SessionDay, text } from "./fields.ts";

/** One series in one place only. */
export const FocusTracks = z
  .array(z.object({ track: text().min(1).max(64), rater: z.enum(LINE_RATERS) }))
  .max(MOST_FOCUS_TRACKS)
  .refine((tracks) => new Set(tracks.map(({ track, rater }) => `${track} ${rater}`)).size === tracks.length);

/** The whole choice; what was chosen before and is named again keeps its day. */
export const ChooseFocus = z.object({ caseId: Id, requestKey: RequestKey, tracks: FocusTracks });
export type ChooseFocus = z.infer<typeof ChooseFocus>;

export const MarkDay = z.object({ caseId: Id, requestKey: RequestKey, day: SessionDay, wording: Line, origin: z.enum(MARK_ORIGINS) });
export type MarkDay = z.infer<typeof MarkDay>;
export const MarkDayAnswer = z.object({ markedDayId: Id });
export const UnmarkDay = z.object({ caseId: Id, markedDayId: Id });

/** The active partner's guess of the observing partner's number, and the actual number where there is one; at least one of the two. */
export const NoteGuess = z
  .object({
    caseId: Id,
    requestKey: RequestKey,
    day: SessionDay,
    /** Set where numbers noted before are completed or put right: the check-in and the version they were read from. */
    corrects: z.object({ checkInId: Id, version: z.number().int().min(1) }).nullable(),
    pairs: z
      .array(z.object({ track: text().min(1).max(64), guess: z.number().nullable(), actual: z.number().nullable() }))
      .min(1)
      .max(20),
  })
  .refine(({ pairs }) => pairs.some(({ guess, actual }) => guess !== null || actual !== null), { path: ["pairs"] });
export type NoteGuess = z.infer<typeof NoteGuess>;
export const NoteGuessAnswer = z.object({ checkInId: Id });

/** A series this case is watched on since `chosenOn`; a dropped one has its last day. */
export interface FocusView {
  readonly track: string;
  readonly rater: LineRater;
  readonly chosenOn: string;
  readonly droppedOn: string | null;
}

export interface MarkedDayView {
  readonly id: string;
  readonly day: string;
  readonly wording: string;
  readonly origin: MarkOrigin;
}
