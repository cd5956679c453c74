import { nothingStored } from "#core/fields/field.ts";
import { HOUR_FIELDS, type StoredHour } from "#core/fields/session-fields.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Attendance, OccasionKind, Presence, Setting } from "#core/vocabulary/occasion.ts";
import { BUILT_IN_RANGE, isBuiltInTrack, type Rater } from "#core/vocabulary/track.ts";
import type { CellProblem, ColumnUse, ImportMapping, ShiftMeaningChosen, ThemeMeaning } from "../contracts/import.ts";
import { readClock, readMinutes } from "./clock.ts";
import { isNotRated, type Range, readRating } from "./numbers.ts";
import { guessAttendance, guessCame, guessSetting, guessShift, guessStage, guessTheme, type KnownTheme } from "./word-guesses.ts";

/** A rating of a row: on a known track, or on the new track that its column becomes. */
export interface RowRating {
  readonly track: string | { readonly column: number };
  readonly value: number | null;
  readonly rater: Rater;
}

/** What a row says, apart from its day and case. Sources are never recorded in a sheet. */
export interface RowContent extends StoredHour {
  readonly kind: Extract<OccasionKind, "session" | "measurement">;
  readonly observation: { readonly presence: Presence | null; readonly stage: EngagementStage | null; readonly evidence: string | null } | null;
  readonly ratings: readonly RowRating[];
  readonly themes: readonly NonNullable<ThemeMeaning>[];
  readonly shifts: readonly (NonNullable<ShiftMeaningChosen> & { readonly remark: string })[];
  readonly note: string | null;
  readonly problems: readonly { readonly problem: CellProblem; readonly column: number; readonly text: string }[];
}

/** What reading a row needs besides its cells. */
export interface RowReader {
  readonly mapping: ImportMapping;
  readonly headers: readonly string[];
  /** The range of an own track. */
  readonly rangeOf: (track: string) => Range | undefined;
  /** The practice's own themes, for words that the mapping does not list. */
  readonly themes: readonly KnownTheme[];
  /** The meaning chosen for some words of a column; where the mapping does not list them, the guess. */
  readonly chosen: <To>(column: number, text: string, guess: (text: string) => To) => To;
  /** Parts the cells of a list column. */
  readonly split: (column: number) => (cell: string) => string[];
}

/** Reads one row as the mapping says. What cannot be read as a value is missing and named; the row stays. */
export function readRow(cells: readonly string[], reader: RowReader): RowContent {
  const { mapping } = reader;
  const problems: Problem[] = [];
  const ratings = readRatings(cells, reader, problems);
  const note = noteOf(cells, reader);
  if (mapping.kind === "measurements") return { ...NOT_AN_HOUR, kind: "measurement", ratings, note, problems };
  const hour = readHour(cells, reader, problems);
  if (hour.attendance === "held") return { ...hour, kind: "session", ratings, note, problems };
  // A cancelled hour was neither observed nor rated (contracts/session.ts): what stands there all the same is named.
  for (const [column, use] of mapping.columns.entries()) {
    const text = (cells[column] ?? "").trim();
    if (OF_A_HELD_HOUR.has(use.as) && text !== "" && !isNotRated(text)) problems.push({ problem: "not-held", column, text });
  }
  return { ...hour, kind: "session", observation: null, ratings: [], themes: [], shifts: [], note, problems };
}

type Hour = Omit<RowContent, "kind" | "ratings" | "note" | "problems">;
type Problem = RowContent["problems"][number];

const NOT_AN_HOUR: Hour = { ...nothingStored(HOUR_FIELDS), observation: null, themes: [], shifts: [] };
const OF_A_HELD_HOUR: ReadonlySet<ColumnUse["as"]> = new Set(["stage", "rating", "new-track", "themes", "shifts"]);

function readRatings(cells: readonly string[], { mapping, rangeOf }: RowReader, problems: Problem[]): RowRating[] {
  return mapping.columns.flatMap((use, column): RowRating[] => {
    if (use.as !== "rating" && use.as !== "new-track") return [];
    const isNew = use.as === "new-track";
    const range = isNew ? use : isBuiltInTrack(use.track) ? BUILT_IN_RANGE : rangeOf(use.track);
    if (!range) return [];
    const text = (cells[column] ?? "").trim();
    const reading = readRating(text, range, mapping.decimalMark);
    const track = isNew ? { column } : use.track;
    if (reading.kind === "problem") problems.push({ problem: reading.problem, column, text });
    if (reading.kind === "value") return [{ track, value: reading.value, rater: use.rater }];
    return reading.kind === "not-rated" ? [{ track, value: null, rater: use.rater }] : [];
  });
}

function readHour(cells: readonly string[], reader: RowReader, problems: Problem[]): Hour {
  const themes: NonNullable<ThemeMeaning>[] = [];
  const shifts: (NonNullable<ShiftMeaningChosen> & { remark: string })[] = [];
  const { chosen } = reader;
  let attendance: Attendance = "held";
  let presence: Presence | null = null;
  let stage: EngagementStage | null = null;
  let evidence: string | null = null;
  let startTime: string | null = null;
  let minutes: number | null = null;
  let setting: Setting | null = null;
  for (const [column, use] of reader.mapping.columns.entries()) {
    const cell = cells[column] ?? "";
    const text = cell.trim();
    if (text === "") continue;
    if (use.as === "start") {
      startTime = readClock(text);
      if (startTime === null && !isNotRated(text)) problems.push({ problem: "start-unreadable", column, text });
    } else if (use.as === "minutes") {
      minutes = readMinutes(text);
      if (minutes === null && !isNotRated(text)) problems.push({ problem: "minutes-unreadable", column, text });
    } else if (use.as === "setting") {
      setting = chosen(column, text, guessSetting);
    } else if (use.as === "attendance") {
      attendance = chosen(column, text, guessAttendance);
    } else if (use.as === "came") {
      const came = chosen(column, text, guessCame);
      if (came === "cancelled" || came === "no-show") attendance = came;
      else presence = came;
    } else if (use.as === "stage") {
      stage = chosen(column, text, guessStage);
      // The therapist's own words are the evidence; a bare number is not.
      evidence = isNotRated(text) || /^\d+([./]\d+)?$/.test(text) ? null : text;
    } else if (use.as === "themes") {
      const found = reader
        .split(column)(cell)
        .map((part) => chosen(column, part, (unlisted) => guessTheme(unlisted, reader.themes)));
      themes.push(...found.filter((theme) => theme !== null));
    } else if (use.as === "shifts") {
      const shift = chosen(column, text, guessShift);
      if (shift !== null) shifts.push({ ...shift, remark: text });
    }
  }
  const observation = presence !== null || stage !== null || evidence !== null ? { presence, stage, evidence } : null;
  const hour = { attendance, startTime, minutes, setting, activePresent: attendance === "held" };
  return { ...NOT_AN_HOUR, ...hour, observation, themes, shifts };
}

/** As typed, spaces and line breaks included. One note column is the note; of several, each part says which column it is from. */
function noteOf(cells: readonly string[], { mapping, headers }: RowReader): string | null {
  const notes = mapping.columns.flatMap((use, column) => {
    const text = cells[column] ?? "";
    return use.as === "note" && text.trim() !== "" ? [{ header: headers[column] ?? "", text }] : [];
  });
  const [only] = notes;
  if (!only) return null;
  return notes.length === 1 ? only.text : notes.map(({ header, text }) => `${header}:\n${text}`).join("\n\n");
}
