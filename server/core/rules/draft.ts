import type { DraftBody } from "#core/contracts/draft.ts";
import type { SessionVersion } from "#core/contracts/record.ts";
import type { ObservationBody, RatingBody, SessionBody } from "#core/contracts/session.ts";
import { addDays, type Day, isDay } from "#core/day.ts";
import { NOTE_SECTIONS, type NoteFormat, type Setting } from "#core/vocabulary/occasion.ts";
import { SHIFT_MEANINGS, type ShiftKind } from "#core/vocabulary/shift.ts";
import { foldNote, isNoteFormat } from "./draft-note.ts";
import { isChoosableSource, sourceProposedBy } from "./evidence-source.ts";

/** An hour as long as most: used only for the first session of a case. */
const FIRST_MINUTES = 50;

export interface DraftDefaults {
  /** The practice's calendar day. */
  readonly today: Day;
  /** Of the case's last held session; null = none yet. */
  readonly last: { readonly startTime: string | null; readonly minutes: number | null; readonly setting: Setting | null } | null;
  readonly nextSessionOn: Day | null;
  readonly nextSessionStart: string | null;
}

/** The form before anything is proposed or typed. A stored draft that is older than a field reads that field from here. */
export function blankDraftBody(): DraftBody {
  return {
    day: "",
    attendance: "held",
    startTime: "",
    minutes: "",
    setting: "",
    activePresent: true,
    presence: null,
    stage: null,
    source: null,
    evidence: "",
    stances: [],
    ratings: {},
    themes: [],
    shifts: [],
    goalsTouched: [],
    newGoals: [],
    triesAnswered: {},
    newTries: [],
    noteFormat: "free",
    noteSections: {},
    nextSessionOn: "",
    nextSessionStart: "",
  };
}

/**
 * What the log form holds when it opens. Only the frame of the hour is proposed; no answer, rating, theme or word of an
 * earlier session is ever filled in.
 */
export function emptyDraftBody({ today, last, nextSessionOn, nextSessionStart }: DraftDefaults): DraftBody {
  // A date that is still to come stays agreed; one that has arrived is the hour being logged.
  const stillToCome = nextSessionOn !== null && nextSessionOn > today;
  return {
    ...blankDraftBody(),
    day: today,
    startTime: nextSessionStart ?? last?.startTime ?? "",
    minutes: String(last?.minutes ?? FIRST_MINUTES),
    setting: last?.setting ?? "in-person",
    nextSessionOn: stillToCome ? nextSessionOn : "",
    nextSessionStart: stillToCome ? (nextSessionStart ?? "") : "",
    nextSessionOffered: stillToCome ? nextSessionOn : "",
  };
}

/** The form as it stood when a session was logged, to be corrected. What was agreed or planned then is not asked again. */
export function correctionDraftBody(version: SessionVersion): DraftBody {
  const { observation, note } = version;
  return {
    day: version.day,
    attendance: version.attendance ?? "held",
    startTime: version.startTime ?? "",
    minutes: version.minutes === null ? "" : String(version.minutes),
    setting: version.setting ?? "",
    activePresent: version.activePresent ?? true,
    presence: observation?.presence ?? null,
    stage: observation?.stage ?? null,
    source: observation?.source ?? null,
    evidence: observation?.evidence ?? "",
    stances: [...(observation?.stances ?? [])],
    ratings: ratingsByKey(version.ratings),
    themes: [...version.themes],
    shifts: version.shifts.map((shift) => ({ ...shift, remark: shift.remark ?? "" })),
    goalsTouched: version.goalsTouched.map((goal) => goal.id),
    newGoals: [],
    triesAnswered: {},
    newTries: [],
    noteFormat: note?.format ?? "free",
    noteSections: { ...note?.sections },
    nextSessionOn: "",
    nextSessionStart: "",
  };
}

/**
 * A draft as the session it wants to be: same shape as SessionBody, but nothing has been checked yet. The caller parses it;
 * text that is no number or no choice stays as typed so that the parse names its field.
 */
export function sessionCandidate(body: DraftBody): { readonly [Field in keyof SessionBody]: unknown } {
  const held = body.attendance === "held";
  return {
    day: body.day,
    attendance: body.attendance,
    startTime: orNull(body.startTime),
    minutes: held ? wholeNumber(body.minutes) : null,
    setting: held ? orNull(body.setting) : null,
    activePresent: held && body.activePresent,
    observation: held ? observationOf(body) : null,
    ratings: held ? ratingsOf(body) : [],
    themes: held ? body.themes : [],
    shifts: held ? body.shifts : [],
    goalsTouched: held ? body.goalsTouched : [],
    newGoals: held ? written(body.newGoals) : [],
    triesAnswered: held ? Object.entries(body.triesAnswered).map(([thingId, standing]) => ({ thingId, standing })) : [],
    newTries: held ? written(body.newTries) : [],
    note: noteOf(body),
    nextSessionOn: orNull(body.nextSessionOn),
    nextSessionStart: body.nextSessionOn.trim() === "" ? null : orNull(body.nextSessionStart),
    nextSessionUntouched: body.nextSessionOffered !== undefined && body.nextSessionOn.trim() === body.nextSessionOffered,
  };
}

/** Is anything said about the observing partner that somebody must have seen? */
function isTold(body: Pick<DraftBody, "stage" | "evidence" | "stances">): boolean {
  return body.stage !== null || body.evidence.trim() !== "" || body.stances.length > 0;
}

/** How the observing partner was seen, or null where nothing was said about them at all. */
export function observationOf(
  body: Pick<DraftBody, "presence" | "stage" | "source" | "evidence" | "stances">,
): { readonly [Field in keyof ObservationBody]: unknown } | null {
  const told = isTold(body);
  if (!told && body.presence === null) return null;
  return {
    presence: body.presence,
    stage: body.stage,
    // A presence alone needs no witness; a source that was only proposed is not evidence of anything.
    source: told ? (body.source ?? sourceProposedBy(body.presence)) : null,
    evidence: orNull(body.evidence),
    stances: body.stances,
  };
}

/** A second rater's number on one track, kept beside the first when an older session is corrected. */
const SECOND_RATER = "@";

function ratingsByKey(ratings: SessionVersion["ratings"]): DraftBody["ratings"] {
  const byKey: DraftBody["ratings"] = {};
  for (const { track, value, rater } of ratings) {
    byKey[track in byKey ? `${track}${SECOND_RATER}${rater}` : track] = { value, rater };
  }
  return byKey;
}

function ratingsOf(body: DraftBody): { readonly [Field in keyof RatingBody]: unknown }[] {
  return Object.entries(body.ratings).map(([key, { value, rater }]) => ({ track: key.split(SECOND_RATER)[0], value, rater }));
}

function noteOf(body: DraftBody): { format: NoteFormat; sections: Record<string, string> } | null {
  const format = isNoteFormat(body.noteFormat) ? body.noteFormat : "free";
  const sections = foldNote(format, body.noteSections);
  return NOTE_SECTIONS[format].some(([key]) => (sections[key] ?? "").trim() !== "") ? { format, sections } : null;
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** The number typed, null for nothing typed, or the text itself so that the parse refuses it where it stands. */
function wholeNumber(text: string): number | string | null {
  if (text.trim() === "") return null;
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}

function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

export interface NotReady {
  /** The field of the form: a key of DraftBody. */
  readonly field: keyof DraftBody;
  readonly sentence: string;
}

/** A cancelled hour may be logged before its day: the call often comes a week ahead. The server holds the same line. */
export const CANCELLED_AHEAD_DAYS = 60;

/** What keeps a draft from becoming a session, in page order; empty = ready. The server checks again. */
export function notReady(body: DraftBody, today: Day): NotReady[] {
  const found: NotReady[] = [];
  const say = (field: keyof DraftBody, sentence: string) => found.push({ field, sentence });
  if (!isDay(body.day)) say("day", "Give the day of the session.");
  else if (body.day > (body.attendance === "cancelled" ? addDays(today, CANCELLED_AHEAD_DAYS) : today))
    say("day", "This day is still to come. A session is logged once its hour has come.");
  if (!isClockTimeOrEmpty(body.startTime)) say("startTime", "Give the start as a time of day, like 17:30, or leave it empty.");
  if (body.attendance === "held") {
    const minutes = wholeNumber(body.minutes);
    if (minutes !== null && (typeof minutes === "string" || minutes < 1 || minutes > 600)) {
      say("minutes", "Minutes are a whole number from 1 to 600, or empty.");
    }
    if (body.evidence.trim().length > 500) say("evidence", "Evidence is one line, at most 500 characters. The note holds more.");
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

function shiftWords(kind: string): string {
  return kind in SHIFT_MEANINGS ? SHIFT_MEANINGS[kind as ShiftKind].words : kind;
}

function tooLong(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim().length > 500);
}

function isClockTimeOrEmpty(text: string): boolean {
  return text.trim() === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text.trim());
}
