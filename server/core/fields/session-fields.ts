/**
 * The fields of a session, each declared once. Contracts, the draft and its defaults, what two drafts differ in, columns, the timeline's
 * JSON, versions, last answers and test data follow from here (ARCHITECTURE.md, "Add a field to a session").
 */

import {
  ATTENDANCES,
  CHOOSABLE_SOURCES,
  NOTE_FORMATS,
  PRESENCE_WORDS,
  PRESENCES,
  SETTINGS,
  SOURCE_WORDS,
  STANCE_WORDS,
  STANCES,
} from "#core/vocabulary/occasion.ts";
import { DIRECTIONS, SHIFT_KINDS, SHIFT_MEANINGS, SHIFT_WHO, type ShiftKind } from "#core/vocabulary/shift.ts";
import type { StoredOf, StoredOrNull } from "./field.ts";
import { choice, clockTime, day, flag, line, optionalDay, requiredChoice, stage, textChoice, wholeNumber } from "./kinds.ts";
import { answers, choices, ids, lines, ratings, rows, sections } from "./list-kinds.ts";

/** Only past work that was imported has no source: a clinician chooses one. */
const STORED_SOURCES = { options: CHOOSABLE_SOURCES, storedOnly: ["not-recorded"], words: SOURCE_WORDS } as const;

/** The frame of the hour: the next log proposes it as it was in the last held session. */
export const FRAME_FIELDS = {
  startTime: clockTime({ label: "Start" }),
  minutes: wholeNumber({ label: "Minutes", lowest: 1, highest: 600, first: 50, appliesTo: "held hours" }),
  setting: textChoice({ label: "How", options: SETTINGS, first: "in-person", appliesTo: "held hours" }),
};

/** Columns of `occasion`: null on an occasion that is no session. */
export const HOUR_FIELDS = {
  attendance: requiredChoice({ label: "Held, cancelled or no-show", options: ATTENDANCES, usual: "held" }),
  ...FRAME_FIELDS,
  activePresent: flag({ label: "Active partner present", usual: true, words: { yes: "present", no: "not present" }, appliesTo: "held hours" }),
};

/** What the next log shows dotted of the last held session, and never fills in. */
export const LAST_SEEN_FIELDS = {
  stage: stage({ label: "How they took part" }),
  source: choice({ label: "Evidence source", ...STORED_SOURCES }),
};

/** Columns of `observation`: how the observing partner took part. */
export const OBSERVATION_FIELDS = {
  presence: choice({ label: "Presence of the observing partner", options: PRESENCES, words: PRESENCE_WORDS }),
  ...LAST_SEEN_FIELDS,
  evidence: line({ label: "Evidence", most: 500 }),
};

/** Columns of `shift`. */
export const SHIFT_FIELDS = {
  kind: requiredChoice({ label: "Shift", options: SHIFT_KINDS, usual: "other" }),
  direction: requiredChoice({ label: "Direction", options: DIRECTIONS, usual: "neither" }),
  who: requiredChoice({ label: "Whose", options: SHIFT_WHO, usual: "both" }),
  source: requiredChoice({ label: "Source", ...STORED_SOURCES, usual: "told" }),
  remark: line({ label: "Remark", most: 500 }),
};

/** What keeps the observing partner back: a list of the observation, in a table of its own. */
export const STANCES_FIELD = choices({ label: "Holding back", options: STANCES, words: STANCE_WORDS });

/** Lists of a session, each in a table of its own. Their order is that of the contract. */
export const LIST_FIELDS = {
  ratings: ratings({ label: "Ratings", most: 60 }),
  themes: ids({ label: "Themes", of: "theme", most: 40 }),
  shifts: rows({
    label: "Shifts",
    fields: SHIFT_FIELDS,
    most: 20,
    wordsOf: ({ kind, remark }) => [shiftWords(kind), remark].filter(Boolean).join(": "),
  }),
  goalsTouched: ids({ label: "Goals touched", of: "goal", most: 40 }),
  newGoals: lines({ label: "New goals", most: 20 }),
  triesAnswered: answers({ label: "Things tried", most: 40 }),
  newTries: lines({ label: "To try before next time", most: 20 }),
};

/** What a kind of shift is called; a kind that nobody knows reads as it is written. */
export function shiftWords(kind: string): string {
  return kind in SHIFT_MEANINGS ? SHIFT_MEANINGS[kind as ShiftKind].words : kind;
}

const { ratings: RATINGS, triesAnswered: TRIES_ANSWERED, ...LISTS } = LIST_FIELDS;

/** Fields of a draft that two windows can only differ in as a whole, in page order. */
export const WHOLE_DRAFT_FIELDS = {
  day: day({ label: "Date" }),
  ...HOUR_FIELDS,
  ...OBSERVATION_FIELDS,
  stances: STANCES_FIELD,
  ...LISTS,
  noteFormat: requiredChoice({ label: "Note format", options: NOTE_FORMATS, usual: "free" }),
  nextSessionOn: optionalDay({ label: "Next session" }),
  nextSessionStart: clockTime({ label: "Next session's start" }),
};

/** Fields of a draft that hold entries: two windows can differ in one of them. */
export const ENTRY_DRAFT_FIELDS = { ratings: RATINGS, triesAnswered: TRIES_ANSWERED, noteSections: sections({ label: "Note" }) };

/** Everything that the log form holds. */
export const DRAFT_FIELDS = { ...WHOLE_DRAFT_FIELDS, ...ENTRY_DRAFT_FIELDS };

/** The hour as stored: all null on an occasion that is no session. */
export type StoredHour = StoredOrNull<typeof HOUR_FIELDS>;
/** How the observing partner took part, as stored. */
export interface StoredObservation extends StoredOf<typeof OBSERVATION_FIELDS> {
  readonly stances: StoredOf<{ stances: typeof STANCES_FIELD }>["stances"];
}
export type StoredShift = StoredOf<typeof SHIFT_FIELDS>;
