import type { Day } from "#core/day.ts";
import { NOTE_LIMIT } from "#core/fields/text-limits.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { CaseMeaning, ImportMapping, LeftOutReason, LeftOutRow, RowNote } from "../contracts/import.ts";
import { caseLabelled, type KnownCase } from "./cases.ts";
import { dayUnder, readDay } from "./days.ts";
import { rowIdentity } from "./identity.ts";
import type { Range } from "./numbers.ts";
import { type RowContent, readRow } from "./row.ts";
import { columnOf, isBlank, isTotal, type Sheet, type SheetRow } from "./sheet.ts";
import type { KnownTheme } from "./word-guesses.ts";
import { listSplitter, sameWords } from "./words.ts";

/** A case of the clinician with what of an import it already holds. */
export interface CaseHere extends KnownCase {
  readonly status: CaseStatus;
  /** Fingerprints of every row ever brought into it, also of those corrected or voided since. */
  readonly fingerprints: ReadonlySet<string>;
  /** Days with a session that counts. */
  readonly days: ReadonlySet<Day>;
}

/** The practice's own track; `caseId` where it belongs to one case. */
export interface TrackHere extends Range {
  readonly id: string;
  readonly name: string;
  readonly caseId: string | null;
}

export interface PlanGround {
  readonly today: Day;
  readonly cases: readonly CaseHere[];
  readonly themes: readonly KnownTheme[];
  readonly tracks: readonly TrackHere[];
  /** Turns what a row says into its fingerprint. */
  readonly fingerprint: (identity: string) => string;
}

export interface PlannedRow {
  readonly row: number;
  readonly day: Day;
  readonly time: string | null;
  readonly fingerprint: string;
  readonly content: RowContent;
}

export interface PlannedCase {
  readonly to: NonNullable<CaseMeaning>;
  /** The own case it goes to, or null when it will be opened. */
  readonly here: CaseHere | null;
  readonly label: string;
  /** In order of day and time, whatever their order in the sheet. */
  readonly rows: readonly PlannedRow[];
  readonly alreadyHere: number;
}

export interface ImportPlan {
  readonly cases: readonly PlannedCase[];
  readonly leftOut: readonly LeftOutRow[];
  readonly notes: readonly RowNote[];
}

const CELLS_SHOWN = 4;
const CELL_LENGTH = 80;

type WhyNot = { reason: LeftOutReason; sameAs?: number };
type OpenCase = { to: NonNullable<CaseMeaning>; here: CaseHere | null; label: string; rows: PlannedRow[]; alreadyHere: number };

/**
 * Sorts every row of a sheet: it comes in, in its case, or it is left out for a named reason. Pure, so that the preview and
 * the import itself cannot differ.
 */
export function planImport(sheet: Sheet, mapping: ImportMapping, ground: PlanGround): ImportPlan {
  const planner = new Planner(sheet, mapping, ground);
  for (const row of sheet.above) planner.leaveOut(row, { reason: "above-header" });
  for (const row of sheet.rows) planner.take(row);
  return planner.plan();
}

class Planner {
  readonly #leftOut: LeftOutRow[] = [];
  readonly #notes: RowNote[] = [];
  readonly #cases = new Map<string, OpenCase>();
  /** Case and fingerprint → the row that said it first. */
  readonly #seen = new Map<string, number>();
  readonly #dayColumn: number;
  readonly #caseColumn: number;
  readonly #splitters = new Map<number, (cell: string) => string[]>();
  /** Column and words → what they were said to mean. */
  readonly #meanings = new Map<number, Map<string, unknown>>();
  readonly #chosenCases: Map<string, CaseMeaning>;
  /** Own case by id, new one by label → the planned case: two names of the sheet may mean one ("Harbor", "Harbour"). */
  readonly #byTarget = new Map<string, OpenCase>();

  constructor(
    readonly sheet: Sheet,
    readonly mapping: ImportMapping,
    readonly ground: PlanGround,
  ) {
    this.#dayColumn = mapping.columns.findIndex((use) => use.as === "day");
    this.#caseColumn = mapping.columns.findIndex((use) => use.as === "case");
    this.#chosenCases = new Map(mapping.cases.map(({ words, to }) => [words, to]));
    mapping.columns.forEach((use, at) => {
      if ("words" in use) this.#meanings.set(at, new Map(use.words.map(({ words, to }) => [words, to])));
      if (use.as === "themes") this.#splitters.set(at, listSplitter(columnOf(sheet, at)));
    });
  }

  plan(): ImportPlan {
    const inOrder = (one: PlannedRow, other: PlannedRow) =>
      compare(one.day, other.day) || compare(one.time ?? "", other.time ?? "") || one.row - other.row;
    const cases = [...this.#byTarget.values()].map((coupleCase) => ({ ...coupleCase, rows: [...coupleCase.rows].sort(inOrder) }));
    return { cases, leftOut: this.#leftOut, notes: this.#notes };
  }

  leaveOut({ row, cells }: SheetRow, { reason, sameAs }: WhyNot): void {
    const shown = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const short = shown.slice(0, CELLS_SHOWN).map((cell) => (cell.length > CELL_LENGTH ? `${cell.slice(0, CELL_LENGTH)}…` : cell));
    this.#leftOut.push({ row, reason, cells: short, ...(sameAs === undefined ? {} : { sameAs }) });
  }

  take(row: SheetRow): void {
    const whyNot = this.#bring(row);
    if (whyNot !== null) this.leaveOut(row, whyNot);
  }

  /** Adds a row to its case, or says why it stays out. */
  #bring(row: SheetRow): WhyNot | null {
    const when = this.#whenOf(row);
    if ("reason" in when) return when;
    const name = this.#caseColumn === -1 ? "" : (row.cells[this.#caseColumn] ?? "").trim();
    if (this.#caseColumn !== -1 && name === "") return { reason: "no-case" };
    const target = this.#caseFor(name);
    if (target === null) return { reason: "case-left-out" };
    const { headers } = this.sheet;
    const { columns, decimalMark } = this.mapping;
    const fingerprint = this.ground.fingerprint(rowIdentity({ cells: row.cells, ...when }, { headers, columns, decimalMark }));
    const key = `${target.label} ${fingerprint}`;
    const sameAs = this.#seen.get(key);
    if (sameAs !== undefined) return { reason: "repeated", sameAs };
    this.#seen.set(key, row.row);
    if (target.here?.fingerprints.has(fingerprint)) {
      target.alreadyHere += 1;
      return { reason: "already-here" };
    }
    if (target.here?.status === "closed") return { reason: "case-closed" };
    if (when.day > this.ground.today) return { reason: "future-day" };
    const content = this.#read(row, target);
    if (content.kind === "measurement" && !content.ratings.some((rating) => rating.value !== null)) return { reason: "nothing-rated" };
    if (content.note !== null && content.note.length > NOTE_LIMIT) return { reason: "too-long" };
    this.#noteProblems(row, { content, target, day: when.day });
    const time = content.startTime ?? when.time;
    target.rows.push({
      row: row.row,
      day: when.day,
      time,
      fingerprint,
      content: content.kind === "session" ? { ...content, startTime: time } : content,
    });
    return null;
  }

  #whenOf({ cells }: SheetRow): { day: Day; time: string | null } | WhyNot {
    if (isBlank(cells)) return { reason: "blank" };
    const cell = cells[this.#dayColumn] ?? "";
    const reading = readDay(cell);
    if (reading.kind === "no-day" && isTotal(cells)) return { reason: "total" };
    if (cell.trim() === "") return { reason: "no-day" };
    if (reading.kind === "impossible") return { reason: "impossible-day" };
    return dayUnder(reading, this.mapping.dateOrder) ?? { reason: "unreadable-day" };
  }

  #read(row: SheetRow, target: OpenCase): RowContent {
    const { mapping, sheet, ground } = this;
    const own = ground.tracks.filter((track) => track.caseId === null || track.caseId === target.here?.id);
    // A new track whose name the case already keeps is that track, on its range.
    const columns = mapping.columns.map((use) => {
      const known = use.as === "new-track" ? trackNamed(use.name, own) : undefined;
      return known && use.as === "new-track" ? { as: "rating" as const, track: known.id, rater: use.rater } : use;
    });
    return readRow(row.cells, {
      mapping: { ...mapping, columns },
      headers: sheet.headers,
      rangeOf: (id) => own.find((track) => track.id === id),
      themes: ground.themes,
      chosen: <To>(column: number, text: string, guess: (text: string) => To) => {
        const meanings = this.#meanings.get(column);
        const words = sameWords(text);
        return meanings?.has(words) ? (meanings.get(words) as To) : guess(text);
      },
      split: (column) => this.#splitters.get(column) ?? ((cell) => [cell]),
    });
  }

  #noteProblems({ row }: SheetRow, { content, target, day }: { content: RowContent; target: OpenCase; day: Day }): void {
    for (const { problem, column, text } of content.problems) {
      this.#notes.push({ row, problem, header: this.sheet.headers[column] ?? "", text: text.slice(0, CELL_LENGTH) });
    }
    if (content.kind === "session" && target.here?.days.has(day)) {
      this.#notes.push({ row, problem: "same-day-exists", header: this.sheet.headers[this.#dayColumn] ?? "", text: day });
    }
  }

  /** The case that a name of the sheet goes to; null = left out. A label that is an own case's already is that case. */
  #caseFor(name: string): OpenCase | null {
    const words = sameWords(name);
    const known = this.#cases.get(words);
    if (known) return known;
    const unlisted: CaseMeaning = name === "" ? null : { label: name.slice(0, 80), active: null, observing: null };
    const to = this.#chosenCases.has(words) ? (this.#chosenCases.get(words) ?? null) : unlisted;
    if (to === null) return null;
    const { cases } = this.ground;
    const here = ("caseId" in to ? cases.find((each) => each.id === to.caseId) : caseLabelled(to.label, cases)) ?? null;
    if ("caseId" in to && here === null) return null;
    const label = here?.label ?? ("label" in to ? to.label : "");
    const target = here === null ? `new ${sameWords(label)}` : here.id;
    const opened = this.#byTarget.get(target) ?? { to, here, label, rows: [], alreadyHere: 0 };
    this.#byTarget.set(target, opened);
    this.#cases.set(words, opened);
    return opened;
  }
}

/** A track of that name, whatever its spelling of case and spaces. */
export function trackNamed<Track extends { readonly name: string }>(name: string, tracks: readonly Track[]): Track | undefined {
  return tracks.find((track) => sameWords(track.name) === sameWords(name));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
