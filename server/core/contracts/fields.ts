import { z } from "zod";
import { isDay } from "#core/day.ts";
import { NOTE_LIMIT } from "#core/fields/text-limits.ts";
import { NUL, withoutNul } from "#core/nul.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { isStage } from "#core/vocabulary/engagement.ts";

/**
 * Text of a request, in place of a bare z.string() (tests/server/nul.test.ts). U+0000 is refused: PostgreSQL does not store it,
 * and SQLite takes it for the end of a text in places.
 */
export const text = () => z.string().refine((given) => !given.includes(NUL));

/**
 * Text of a draft, which is never refused for what is in it: U+0000 is taken out. Nothing a person typed is lost by that,
 * because no keyboard types it.
 */
export const draftText = () => z.string().overwrite(withoutNul);

/** An id of ours: random, never a name. */
export const Id = text()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

/** "2026-03-09": a calendar day, no clock, no zone. */
export const SessionDay = text().refine(isDay);

/** "17:30", the practice's wall clock. */
export const ClockTime = text().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** 0–6; null = not rated, never a stand-in 0. */
export const Stage = z.custom<EngagementStage>(isStage).nullable();

/** Names a clinician chooses; long enough for two names and a place, short enough for a row. */
export const Label = text().trim().min(1).max(80);

/** One line of evidence, a remark on a shift, a goal. */
export const Line = text().trim().min(1).max(500);
export const OptionalLine = text()
  .trim()
  .max(500)
  .transform((line) => (line === "" ? null : line))
  .nullable();

/** A section of a note: about 40 typed pages, past any real one; the bound keeps a pasted book out of the database. */
export const NoteText = text().max(NOTE_LIMIT);

/** Of a request that is only done: there is nothing to say of it. */
export const EmptyAnswer = z.object({});

/** Sent with every create; the same key twice is the same request (tests/server/sessions.test.ts). */
export const RequestKey = text().min(8).max(64);
