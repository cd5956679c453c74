/** What the import says, in a clinician's words. Exhaustive by type: a new reason cannot go without its sentence. */
import { count } from "#client/format.ts";
import type { CellProblem, ColumnUseName, GuessReason, ImportPreview, LeftOutRow, RowNote } from "#core/contracts/import.ts";
import type { MappingFaultCode } from "#core/import/mapping-faults.ts";
import type { Came, ImportKind } from "#core/vocabulary/import.ts";
import { ATTENDANCE_WORDS, PRESENCE_WORDS } from "#core/vocabulary/occasion.ts";

export const USE_WORDS: Record<ColumnUseName, string> = {
  "leave-out": "Leave out",
  day: "Day",
  case: "Case",
  start: "Start",
  minutes: "Minutes",
  note: "Note",
  came: "Who came",
  attendance: "Held, cancelled or no-show",
  setting: "In person, video or phone",
  stage: "Engagement stage",
  themes: "Themes",
  shifts: "Shifts",
  rating: "Rating",
  "new-track": "Rating on a new track",
};

export const KIND_WORDS: Record<ImportKind, string> = { sessions: "therapy hours", measurements: "measurements, no hours" };

export const CAME_WORDS: Record<Came, string> = {
  ...PRESENCE_WORDS,
  cancelled: `${ATTENDANCE_WORDS.cancelled} hour`,
  "no-show": ATTENDANCE_WORDS["no-show"],
};

export const BECAUSE_WORDS: Record<GuessReason, string> = {
  header: "from its name",
  values: "from what it holds",
  remembered: "as you chose last time",
  "counts-the-rows": "it only numbers the rows",
  "same-day-again": "it repeats the day",
  empty: "it is empty",
  unknown: "not recognised",
};

const REASONS: Record<LeftOutRow["reason"], string> = {
  blank: "the row is empty",
  "above-header": "it stands above the column names",
  total: "it sums up other rows",
  "no-day": "it has no day",
  "impossible-day": "no calendar has that day",
  "unreadable-day": "its day cannot be read",
  "future-day": "that day has not come yet",
  "no-case": "it names no case",
  "case-left-out": "its case is left out",
  "case-closed": "its case is closed; reopen it first",
  repeated: "it repeats an earlier row",
  "already-here": "it is here already",
  "nothing-rated": "nothing in it is rated",
  "too-long": "its note is longer than 100,000 characters",
};

export function reasonWords({ reason, sameAs }: LeftOutRow): string {
  return sameAs === undefined ? REASONS[reason] : `it repeats row ${sameAs}`;
}

const PROBLEMS: Record<CellProblem, string> = {
  "out-of-range": "is outside the range of the track: that rating stays missing",
  "not-a-number": "is no number: that rating stays missing",
  "other-scale": "is on another scale: that rating stays missing",
  "minutes-unreadable": "is no length of an hour: the minutes stay open",
  "start-unreadable": "is no time of day: the start stays open",
  "not-held": "does not come in: the hour was not held",
  "same-day-exists": "This case has a session on that day already; this one stands beside it",
};

export function problemWords({ problem, header, text }: RowNote): string {
  return problem === "same-day-exists" ? PROBLEMS[problem] : `${header}: “${text}” ${PROBLEMS[problem]}`;
}

export const FAULT_WORDS: Record<MappingFaultCode, string> = {
  "no-day-column": "Choose the column that holds the day.",
  "several-day-columns": "Two columns are the day. Leave one of them out.",
  "used-twice": "Two columns come in as the same thing. Leave one of them out.",
  "date-order": "Say which comes first in the days of this file.",
  "no-case": "Say which case the rows belong to.",
  range: "The highest must be above the lowest.",
  "no-name": "A new name is still empty.",
  "name-twice": "This name is already taken by another track.",
  "nothing-to-rate": "Choose at least one column that holds ratings.",
};

/** "59 sessions in 4 cases will come in; 4 rows will not." */
export function previewSentence({ kind, comingIn, cases, leftOut }: ImportPreview): string {
  const into = cases.filter((each) => each.comingIn > 0).length;
  const coming =
    comingIn === 0
      ? "Nothing new will come in"
      : `${count(comingIn, kind === "sessions" ? "session" : "measurement")} in ${count(into, "case")} will come in`;
  return leftOut.length === 0 ? `${coming}.` : `${coming}; ${count(leftOut.length, "row")} will not.`;
}

/** What a refused file says beyond its sentence. */
export function fileDetail(field: string | undefined): string {
  if (field === "old-excel") return " This one is an older Excel file (.xls): save it as .xlsx, then choose it again.";
  if (field?.startsWith("quotes.")) return ` A quotation mark that opens near row ${field.slice("quotes.".length)} is never closed.`;
  if (field === "rows") return " At most 10,000 rows come in at once.";
  if (field === "columns") return " At most 100 columns come in at once.";
  return field === "size" ? " At most 8 MB come in at once." : "";
}
