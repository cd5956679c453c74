import type { DecimalMark, ImportKind } from "#core/vocabulary/import.ts";
import type { BuiltInTrack } from "#core/vocabulary/track.ts";
import type { ColumnReading, ColumnUse, ColumnUseName } from "../contracts/import.ts";
import { readClock, readMinutes } from "./clock.ts";
import { readDay } from "./days.ts";
import { isNotRated, readNumber } from "./numbers.ts";
import { guessAttendance, guessCame, guessSetting, guessShift, guessStage, guessTheme, type KnownTheme } from "./word-guesses.ts";
import { listSplitter, sameWords, tallied } from "./words.ts";

/** A track that the practice keeps besides those built in, as far as a guess needs it. */
export interface KnownTrack {
  readonly id: string;
  readonly name: string;
}

/** What a column holds, before anything is guessed about its meaning. */
export type ColumnFacts = Omit<ColumnReading, "guess" | "because">;

const SAMPLES = 4;
const VALUES_SHOWN = 300;
/** Longer than any label, theme or shift: told apart by its beginning on the screen. */
const SAMPLE_LENGTH = 160;

/** Reads what a column holds: how full it is, its different values, its numbers. */
export function columnFacts(column: { index: number; header: string; cells: readonly string[] }, mark: DecimalMark): ColumnFacts {
  const { index, header, cells } = column;
  const filled = cells.filter((cell) => cell.trim() !== "");
  const split = listSplitter(filled);
  const values = filled.filter((cell) => !isNotRated(cell)).map((cell) => ratingNumber(cell, mark));
  const numbers = values.filter((value) => value !== null);
  return {
    index,
    header,
    samples: filled.slice(0, SAMPLES).map((cell) => (cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH)}…` : cell)),
    filled: filled.length,
    values: tallied(filled).slice(0, VALUES_SHOWN),
    parts: tallied(filled.flatMap(split)).slice(0, VALUES_SHOWN),
    numbers:
      numbers.length > 0 && numbers.length >= values.length * 0.8
        ? { count: numbers.length, lowest: smallest(numbers), highest: largest(numbers) }
        : null,
  };
}

const smallest = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.min(one, other));
const largest = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.max(one, other));

function ratingNumber(cell: string, mark: DecimalMark): number | null {
  return readNumber(cell.replace(/\s*\/\s*\d+$/, ""), mark);
}

/** At least this share of the filled cells must read as a kind for the column to be guessed as that kind. */
const MOST = 0.6;

export function isMostly(facts: ColumnFacts, test: (text: string) => boolean): boolean {
  const total = facts.values.reduce((sum, value) => sum + value.times, 0);
  const hits = facts.values.reduce((sum, value) => sum + (test(value.text) ? value.times : 0), 0);
  return total > 0 && hits / total >= MOST;
}

export const holdsDays = (facts: ColumnFacts) => isMostly(facts, (text) => readDay(text).kind !== "no-day");

const NUMBERED = /\b(nr|no|number|num|id|index|count|row|measurementnumber)\b|#|number$/;

/** Numbers the rows (1, 2, 3 … in any order) and rates nothing. */
export function countsTheRows(facts: ColumnFacts): boolean {
  const { numbers, values, filled } = facts;
  if (!numbers || filled < 5 || values.some(({ text, times }) => times > 1 || !/^\d+$/.test(text))) return false;
  return numbers.highest - numbers.lowest + 1 === numbers.count || NUMBERED.test(sameWords(facts.header));
}

const TRACK_HEADERS: readonly (readonly [words: RegExp, track: BuiltInTrack])[] = [
  [/\btone\b|\bcommunication\b/, "tone"],
  [/\bboundar/, "boundaries"],
  [/\bclimate\b|\batmosphere\b/, "emotional-climate"],
  [/\bvalues\b|\bclarity\b/, "values-clarity"],
  [/\bmine\b/, "mine-not-mine"],
  [/\bground/, "grounded-response"],
  [/\bself[- ]?(support|care)\b|\bsupport\b/, "self-support"],
];

const HEADERS: readonly (readonly [words: RegExp, as: Exclude<ColumnUseName, "day" | "rating" | "new-track" | "leave-out">])[] = [
  [/\b(shifts?|turning points?|events?)\b/, "shifts"],
  [/\b(themes?|topics?|explored)\b/, "themes"],
  [/\b(notes?|comments?|remarks?|summary|narrative)\b/, "note"],
  [/\b(engag\w*|stage|ladder)\b/, "stage"],
  [/\b(attendance|status|held|show)\b/, "attendance"],
  [/\b(who|came|present|presence|attendees?|in (the )?room)\b/, "came"],
  [/\b(mins?|minutes|duration|length)\b/, "minutes"],
  [/\b(setting|modality|format|in person)\b/, "setting"],
  [/\b(couples?|cases?|clients?|dyad|famil(y|ies)|pair)\b/, "case"],
  [/\b(start|begin|time|clock)\b/, "start"],
];

export interface Guess {
  readonly use: ColumnUse;
  readonly because: ColumnReading["because"];
}

export interface Known {
  readonly themes: readonly KnownTheme[];
  readonly tracks: readonly KnownTrack[];
}

/** What a column that holds no days probably is, from its header and its values together. */
export function guessColumn(facts: ColumnFacts, kind: ImportKind, known: Known): Guess {
  if (facts.filled === 0) return { use: { as: "leave-out" }, because: "empty" };
  if (countsTheRows(facts)) return { use: { as: "leave-out" }, because: "counts-the-rows" };
  const header = sameWords(facts.header).replace(/[–—_]/g, " ");
  const own = known.tracks.find((track) => sameWords(track.name) === header || sameWords(track.name) === sameWords(readable(facts.header)));
  if (own && facts.numbers) return { use: { as: "rating", track: own.id, rater: "clinician" }, because: "header" };
  const track = facts.numbers ? TRACK_HEADERS.find(([words]) => words.test(header))?.[1] : undefined;
  // Ratings far beyond 0–10 under a familiar word are another scale, not this track.
  if (track && facts.numbers && facts.numbers.lowest >= 0 && facts.numbers.highest <= 20) {
    return { use: { as: "rating", track, rater: "clinician" }, because: "header" };
  }
  const named = HEADERS.find(([words, as]) => words.test(header) && fits(facts, as))?.[1];
  if (named) return { use: takenAs(named, facts, known), because: "header" };
  if (kind === "measurements" && facts.numbers) return { use: takenAs("new-track", facts, known), because: "values" };
  return { use: { as: "leave-out" }, because: "unknown" };
}

function fits(facts: ColumnFacts, as: ColumnUseName): boolean {
  if (as === "minutes") return isMostly(facts, (text) => readMinutes(text) !== null);
  if (as === "start") return isMostly(facts, (text) => readClock(text) !== null);
  // Words are the therapist's own and may all be unknown; numbers are stages only from 0 to 6.
  if (as === "stage") return !facts.numbers || isMostly(facts, (text) => guessStage(text) !== null);
  if (as === "case") return facts.values.length < facts.filled || facts.filled <= 3;
  return true;
}

/** A column taken as something: with the meanings of its words guessed, ready to be changed. Also for a choice made by hand. */
export function takenAs(as: Exclude<ColumnUseName, "rating">, facts: ColumnFacts, known: Known): ColumnUse {
  const words = <Meaning>(texts: ColumnFacts["values"], meaning: (text: string) => Meaning) =>
    texts.map(({ text }) => ({ words: sameWords(text), to: meaning(text) }));
  switch (as) {
    case "came":
      return { as, words: words(facts.values, guessCame) };
    case "attendance":
      return { as, words: words(facts.values, guessAttendance) };
    case "setting":
      return { as, words: words(facts.values, guessSetting) };
    case "stage":
      return { as, words: words(facts.values, guessStage) };
    case "themes":
      return { as, words: words(facts.parts, (text) => guessTheme(text, known.themes)) };
    case "shifts":
      return { as, words: words(facts.values, guessShift) };
    case "new-track":
      return newTrack(facts);
    default:
      return { as };
  }
}

const LOWER_IS_BETTER = /negative|anxi|depress|distress|stress|tension|conflict|fight|symptom|lonel|fear|anger|pain/;
const HIGHER_IS_BETTER = /positive|esteem|intimacy|satisf|mood|close|trust|sleep|hope|calm|wellbeing|well-being|connect/;

function newTrack(facts: ColumnFacts): ColumnUse {
  const name = readable(facts.header);
  const words = name.toLowerCase();
  const better = LOWER_IS_BETTER.test(words) ? "lower" : HIGHER_IS_BETTER.test(words) ? "higher" : "neither";
  return { as: "new-track", name, ...rangeAround(facts.numbers), better, rater: "clinician" };
}

/** A range that holds every value: a familiar one where it fits, else whole numbers around them. */
export function rangeAround(numbers: { lowest: number; highest: number } | null): { lowest: number; highest: number } {
  if (!numbers) return { lowest: 0, highest: 10 };
  for (const highest of [10, 100]) {
    if (numbers.lowest >= 0 && numbers.highest <= highest) return { lowest: 0, highest };
  }
  const [lowest, highest] = [Math.floor(numbers.lowest), Math.ceil(numbers.highest)];
  return lowest < highest ? { lowest, highest } : { lowest, highest: lowest + 1 };
}

/** "positiveAffect" → "Positive affect". */
export function readable(header: string): string {
  const words = header
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 80).trim();
}
