import type { DraftBody } from "#core/contracts/draft.ts";
import type { SessionVersion } from "#core/contracts/record.ts";
import type { SessionBody } from "#core/contracts/session.ts";
import { addDays, type Day, isDay } from "#core/day.ts";
import { type AnyField, candidatesOf, eachField, namesOf, nothingLogged, type StoredOf, type TypedOf, typedOf } from "#core/fields/field.ts";
import { orNull, wholeNumberTyped } from "#core/fields/kinds.ts";
import {
  DRAFT_FIELDS,
  EMPTY_DRAFT,
  FRAME_FIELDS,
  HOUR_FIELDS,
  LIST_FIELDS,
  OBSERVATION_FIELDS,
  STANCES_FIELD,
  type StoredObservation,
  shiftWords,
} from "#core/fields/session-fields.ts";
import { NOTE_SECTIONS, type NoteFormat } from "#core/vocabulary/occasion.ts";
import { foldNote, isNoteFormat } from "./draft-note.ts";
import { isChoosableSource, sourceProposedBy } from "./evidence-source.ts";
import { contentOf, type OccasionContent } from "./occasion-content.ts";

/** The frame of the hour as it was in a case's last held session. */
export type UsualFrame = StoredOf<typeof FRAME_FIELDS>;

export interface DraftDefaults {
  /** The practice's calendar day. */
  readonly today: Day;
  /** Of the case's last held session; null = none yet. */
  readonly last: UsualFrame | null;
  readonly nextSessionOn: Day | null;
  readonly nextSessionStart: string | null;
}

/**
 * What the log form holds when it opens. Only the frame of the hour is proposed; no answer, rating, theme or word of an
 * earlier session is ever filled in.
 */
export function emptyDraftBody({ today, last, nextSessionOn, nextSessionStart }: DraftDefaults): DraftBody {
  // A date that is still to come stays agreed; one that has arrived is the hour being logged.
  const stillToCome = nextSessionOn !== null && nextSessionOn > today;
  const frame = eachField(FRAME_FIELDS, (field, name) => field.typed(last?.[name] ?? field.first)) as TypedOf<typeof FRAME_FIELDS>;
  return {
    ...EMPTY_DRAFT,
    day: today,
    ...frame,
    ...(nextSessionStart === null ? {} : { startTime: nextSessionStart }),
    nextSessionOn: stillToCome ? nextSessionOn : "",
    nextSessionStart: stillToCome ? (nextSessionStart ?? "") : "",
    nextSessionOffered: stillToCome ? nextSessionOn : "",
  };
}

/** What a draft can be made of: a session as logged, or a stored version with what is asked only once left out. */
type Draftable = OccasionContent & Pick<SessionBody, "day" | "newGoals" | "triesAnswered" | "newTries" | "nextSessionOn" | "nextSessionStart">;

/** A session as the form holds it while it is typed. */
export function draftOf(session: Draftable): DraftBody {
  const { day, observation, note, nextSessionOn, nextSessionStart } = session;
  return {
    day,
    ...typedOf(HOUR_FIELDS, session),
    ...typedOf(OBSERVATION_FIELDS, observation),
    stances: STANCES_FIELD.typed(observation?.stances ?? null),
    ...typedOf(LIST_FIELDS, session),
    noteFormat: DRAFT_FIELDS.noteFormat.typed(note?.format ?? null),
    noteSections: DRAFT_FIELDS.noteSections.typed(note?.sections ?? null),
    nextSessionOn: DRAFT_FIELDS.nextSessionOn.typed(nextSessionOn),
    nextSessionStart: DRAFT_FIELDS.nextSessionStart.typed(nextSessionStart),
  };
}

/** The form as it stood when a session was logged, to be corrected. What was agreed or planned then is not asked again. */
export function correctionDraftBody(version: SessionVersion): DraftBody {
  return draftOf({ ...NOTHING_SAID, ...contentOf(version), day: version.day });
}

/** A held hour of which nothing else is known. */
export function emptySession(day: Day): SessionBody {
  return { day, ...NOTHING_SAID, activePresent: true };
}

const NOTHING_SAID: Omit<SessionBody, "day"> = {
  ...nothingLogged(HOUR_FIELDS),
  observation: null,
  ...nothingLogged(LIST_FIELDS),
  note: null,
  nextSessionOn: null,
  nextSessionStart: null,
};

/**
 * A draft as the session it wants to be: same shape as SessionBody, but nothing has been checked yet. The caller parses it;
 * text that is no number or no choice stays as typed so that the parse names its field.
 */
export function sessionCandidate(body: DraftBody): { readonly [Field in keyof SessionBody]: unknown } {
  const held = body.attendance === "held";
  return {
    day: body.day,
    ...candidatesOf(HOUR_FIELDS, body, { held }),
    observation: held ? observationOf(body) : null,
    ...candidatesOf(LIST_FIELDS, body, { held }),
    note: noteOf(body),
    nextSessionOn: orNull(body.nextSessionOn),
    nextSessionStart: body.nextSessionOn.trim() === "" ? null : orNull(body.nextSessionStart),
    nextSessionUntouched: body.nextSessionOffered !== undefined && body.nextSessionOn.trim() === body.nextSessionOffered,
  };
}

/** What the form holds about the observing partner. */
type SeenTyped = TypedOf<typeof OBSERVATION_FIELDS> & Pick<DraftBody, "stances">;

/** Is anything said about the observing partner that somebody must have seen? A presence needs no witness, a source is none by itself. */
function isTold(body: SeenTyped): boolean {
  const { presence: _presence, source: _source, ...fields } = candidatesOf(OBSERVATION_FIELDS, body, { held: true });
  return Object.values({ ...fields, stances: body.stances }).some((said) => !isNothing(said));
}

/** Nothing said at all: null, and the empty list. 0 is a stage. */
function isNothing(candidate: unknown): boolean {
  return candidate === null || (Array.isArray(candidate) && candidate.length === 0);
}

/** How the observing partner was seen, or null where nothing was said about them at all. */
export function observationOf(body: SeenTyped): { readonly [Field in keyof StoredObservation]: unknown } | null {
  const told = isTold(body);
  if (!told && body.presence === null) return null;
  return {
    ...candidatesOf(OBSERVATION_FIELDS, body, { held: true }),
    // A presence alone needs no witness; a source that was only proposed is not evidence of anything.
    source: told ? (body.source ?? sourceProposedBy(body.presence)) : null,
    stances: body.stances,
  };
}

function noteOf(body: DraftBody): { format: NoteFormat; sections: Record<string, string> } | null {
  const format = isNoteFormat(body.noteFormat) ? body.noteFormat : "free";
  const sections = foldNote(format, body.noteSections);
  return NOTE_SECTIONS[format].some(([key]) => (sections[key] ?? "").trim() !== "") ? { format, sections } : null;
}

export interface NotReady {
  /** The field of the form: a key of DraftBody. */
  readonly field: keyof DraftBody;
  readonly sentence: string;
}

/** A cancelled hour may be logged before its day: the call often comes a week ahead. The server holds the same line. */
export const CANCELLED_AHEAD_DAYS = 60;

const SINGLE_FIELDS = { ...HOUR_FIELDS, ...OBSERVATION_FIELDS };
/** Those that are one line, in page order. */
const LINES = namesOf(SINGLE_FIELDS).flatMap((name) => {
  const { label, rule }: AnyField = SINGLE_FIELDS[name];
  return rule.kind === "line" ? [{ name, label, most: rule.most }] : [];
});

/** What keeps a draft from becoming a session, in page order; empty = ready. The server checks again. */
export function notReady(body: DraftBody, today: Day): NotReady[] {
  const found: NotReady[] = [];
  const say = (field: keyof DraftBody, sentence: string) => found.push({ field, sentence });
  if (!isDay(body.day)) say("day", "Give the day of the session.");
  else if (body.day > (body.attendance === "cancelled" ? addDays(today, CANCELLED_AHEAD_DAYS) : today))
    say("day", "This day is still to come. A session is logged once its hour has come.");
  if (!isClockTimeOrEmpty(body.startTime)) say("startTime", "Give the start as a time of day, like 17:30, or leave it empty.");
  if (body.attendance === "held") {
    const minutes = wholeNumberTyped(body.minutes);
    if (minutes !== null && (typeof minutes === "string" || minutes < 1 || minutes > 600)) {
      say("minutes", "Minutes are a whole number from 1 to 600, or empty.");
    }
    for (const { name, label, most } of LINES) {
      if (String(body[name]).trim().length > most) say(name, `${label} is one line, at most ${most} characters. The note holds more.`);
    }
    if (lacksSource(body)) say("source", "Say where this was seen: by you, told by the client, or their own words.");
    const unsourced = body.shifts.find((shift) => !isChoosableSource(shift.source));
    if (unsourced) say("shifts", `Say where the shift “${shiftWords(unsourced.kind)}” was seen: by you, told by the client, or their own words.`);
    if (body.shifts.some((shift) => shift.remark.trim().length > 500)) say("shifts", "A remark is one line, at most 500 characters.");
    if (tooLong(body.newGoals)) say("newGoals", "A goal is one line, at most 500 characters.");
    if (tooLong(body.newTries)) say("newTries", "A thing to try is one line, at most 500 characters.");
  }
  if (body.nextSessionOn.trim() !== "") {
    if (!isDay(body.nextSessionOn)) say("nextSessionOn", "Give the next session's day, or leave it empty.");
    else if (isDay(body.day) && body.nextSessionOn < body.day) say("nextSessionOn", "The next session is before this one. Check the two days.");
  }
  if (!isClockTimeOrEmpty(body.nextSessionStart)) say("nextSessionStart", "Give the time like 17:30, or leave it empty.");
  return found;
}

/** A stage needs a source; evidence and stances may have none. */
function lacksSource(body: DraftBody): boolean {
  const source = body.source ?? sourceProposedBy(body.presence);
  return source === null ? body.stage !== null : isTold(body) && !isChoosableSource(source);
}

function tooLong(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim().length > 500);
}

function isClockTimeOrEmpty(text: string): boolean {
  return text.trim() === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text.trim());
}
