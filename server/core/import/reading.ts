import type { ImportKind } from "#core/vocabulary/import.ts";
import { isBuiltInTheme } from "#core/vocabulary/theme.ts";
import { isBuiltInTrack } from "#core/vocabulary/track.ts";
import type { ColumnReading, ColumnUse, ImportMapping, ImportQuestion, ImportReading } from "../contracts/import.ts";
import { guessCases, type KnownCase } from "./cases.ts";
import { type ColumnFacts, columnFacts, type Guess, guessColumn, holdsDays, type Known, takenAs } from "./columns.ts";
import { dateOrderOf, dayUnder, readDay } from "./days.ts";
import { decimalMarkOf } from "./numbers.ts";
import { columnOf, type Sheet } from "./sheet.ts";

/** What of the practice a guess may use. */
export interface KnownPractice extends Known {
  readonly cases: readonly KnownCase[];
}

/** This many columns of numbers and no day: a line a person, a column a sitting. */
const WIDE = 10;

/** Uses of a sheet of therapy hours; ratings of some other kind carry none of them. */
const SESSION_USES: ReadonlySet<ColumnUse["as"]> = new Set(["stage", "came", "attendance", "themes", "shifts", "minutes", "setting", "note"]);

/** A sheet as it will come in unless the therapist says otherwise, with what only the therapist can say. */
export function readingOf(sheet: Sheet, { fileName, known }: { fileName: string; known: KnownPractice }): ImportReading {
  const decimalMark = sheet.decimalMark ?? decimalMarkOf(sheet.rows.flatMap(({ cells }) => cells));
  const facts = sheet.headers.map((header, index) => columnFacts({ index, header, cells: columnOf(sheet, index) }, decimalMark));
  const dayColumn = dayColumnOf(sheet, facts);
  const kind = kindOf(facts, dayColumn, known);
  const guesses = onceEach(facts.map((column) => guessOf(sheet, column, { dayColumn, kind, known })));
  const columns = facts.map((column, at): ColumnReading => {
    const { use, because } = guesses[at] as Guess;
    return { ...column, guess: use, because };
  });
  const days = dateOrderOf(dayColumn === null ? [] : columnOf(sheet, dayColumn));
  const guess: ImportMapping = {
    kind,
    dateOrder: days.order,
    decimalMark,
    columns: columns.map((column) => column.guess),
    cases: casesOf(sheet, columns, known),
  };
  return {
    fileName,
    rows: sheet.rows.length,
    columns,
    questions: questionsOf(guess, { facts, twoWays: days.twoWays }),
    ambiguousDay: days.twoWays,
    guess,
    remembered: false,
  };
}

function casesOf(sheet: Sheet, columns: readonly ColumnReading[], known: KnownPractice): ImportMapping["cases"] {
  const at = (as: ColumnUse["as"]) => columns.find((column) => column.guess.as === as)?.index ?? null;
  return guessCases(sheet, { caseColumn: at("case"), cameColumn: at("came") }, known.cases);
}

function questionsOf(guess: ImportMapping, { facts, twoWays }: { facts: readonly ColumnFacts[]; twoWays: string | null }): ImportQuestion[] {
  const has = (as: ColumnUse["as"]) => guess.columns.some((use) => use.as === as);
  if (!has("day")) return facts.filter((column) => column.numbers).length > WIDE ? ["no-day-column", "one-line-a-person"] : ["no-day-column"];
  return [...(twoWays !== null && guess.dateOrder === null ? ["date-order" as const] : []), ...(has("case") ? [] : ["which-case" as const])];
}

/** The column of days: one whose header says so, else the first; where several do, one that reads one way only. */
function dayColumnOf(sheet: Sheet, facts: readonly ColumnFacts[]): number | null {
  const candidates = facts.filter(holdsDays);
  const clear = candidates.filter(({ index }) => {
    const { order, twoWays } = dateOrderOf(columnOf(sheet, index));
    return order !== null || twoWays === null;
  });
  const pool = clear.length > 0 ? clear : candidates;
  const named = pool.find(({ header }) => /^(date|day|session ?date|date of session|held on|when)$/i.test(header.trim()));
  return (named ?? pool[0])?.index ?? null;
}

function kindOf(facts: readonly ColumnFacts[], dayColumn: number | null, known: Known): ImportKind {
  const uses = facts.filter((column) => column.index !== dayColumn && !holdsDays(column)).map((column) => guessColumn(column, "sessions", known).use);
  const ofSessions = uses.some((use) => SESSION_USES.has(use.as) || (use.as === "rating" && isBuiltInTrack(use.track)));
  return ofSessions || !facts.some((column) => column.numbers) ? "sessions" : "measurements";
}

function guessOf(sheet: Sheet, column: ColumnFacts, found: { dayColumn: number | null; kind: ImportKind; known: Known }): Guess {
  const { dayColumn, kind, known } = found;
  if (column.index === dayColumn) return { use: { as: "day" }, because: "values" };
  if (holdsDays(column)) {
    const repeats = dayColumn !== null && sameDays(sheet, column.index, dayColumn);
    return { use: { as: "leave-out" }, because: repeats ? "same-day-again" : "unknown" };
  }
  return guessColumn(column, kind, known);
}

/** True where two columns name the same day in nearly every row. */
function sameDays(sheet: Sheet, one: number, other: number): boolean {
  const [first, second] = [columnOf(sheet, one), columnOf(sheet, other)];
  const orders = [dateOrderOf(first).order, dateOrderOf(second).order] as const;
  const pairs = first.map((cell, at) => [dayUnder(readDay(cell), orders[0])?.day, dayUnder(readDay(second[at] ?? ""), orders[1])?.day] as const);
  const both = pairs.filter(([a, b]) => a !== undefined && b !== undefined);
  return both.length > 0 && both.filter(([a, b]) => a === b).length >= both.length * 0.95;
}

/** Uses that one column alone can have. The first one guessed keeps it; the others are left out, to be chosen by hand. */
const ALONE: ReadonlySet<ColumnUse["as"]> = new Set(["case", "start", "minutes", "came", "attendance", "setting", "stage"]);

function onceEach(guesses: readonly Guess[]): Guess[] {
  const taken = new Set<string>();
  return guesses.map((guess) => {
    const key = guess.use.as === "rating" ? `rating ${guess.use.track}` : ALONE.has(guess.use.as) ? guess.use.as : null;
    if (key === null) return guess;
    if (taken.has(key)) return { use: { as: "leave-out" }, because: "unknown" };
    taken.add(key);
    return guess;
  });
}

/**
 * The guess with what was chosen for an earlier file of the same columns. Words that are new in this file keep their guess,
 * and so does whatever was chosen that the practice no longer has; days and cases are read afresh.
 */
export function withRemembered(
  reading: ImportReading,
  earlier: ImportMapping,
  { sheet, known }: { sheet: Sheet; known: KnownPractice },
): ImportReading {
  const columns = reading.columns.map((column): ColumnReading => {
    const use = earlier.columns[column.index];
    if (!use || use.as === "day" || column.guess.as === "day") return column;
    // A track made by that import is there by now, under its name: the fresh guess has found it.
    if (use.as === "new-track" && column.guess.as === "rating") return column;
    if (use.as === "rating" && !isBuiltInTrack(use.track) && !known.tracks.some(({ id }) => id === use.track)) return column;
    return { ...column, guess: "words" in use ? withWords(use, column, known) : use, because: "remembered" };
  });
  const cases = casesOf(sheet, columns, known);
  const guess = { ...reading.guess, kind: earlier.kind, columns: columns.map((column) => column.guess), cases };
  return { ...reading, columns, guess, questions: questionsOf(guess, { facts: columns, twoWays: reading.ambiguousDay }), remembered: true };
}

function withWords(earlier: Extract<ColumnUse, { words: unknown }>, column: ColumnFacts, known: Known): ColumnUse {
  const fresh = takenAs(earlier.as, column, known) as Extract<ColumnUse, { words: unknown }>;
  const chosen = new Map<string, unknown>(earlier.words.map(({ words, to }) => [words, to]));
  const words = fresh.words.map(({ words: each, to }) => ({
    words: each,
    to: chosen.has(each) && !isGone(chosen.get(each), known) ? chosen.get(each) : to,
  }));
  return { ...fresh, words } as ColumnUse;
}

function isGone(to: unknown, known: Known): boolean {
  if (typeof to !== "object" || to === null || !("theme" in to)) return false;
  return !isBuiltInTheme(String(to.theme)) && !known.themes.some(({ theme }) => theme === to.theme);
}
