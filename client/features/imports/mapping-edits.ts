import type { CaseMeaning, ColumnReading, ColumnUse, ImportMapping, ImportReading } from "#core/contracts/import.ts";
import { caseLabelled, type KnownCase } from "#core/import/cases.ts";
import { guessColumn, type Known, takenAs } from "#core/import/columns.ts";
import { dateOrderOf } from "#core/import/days.ts";
import { sameWords } from "#core/import/words.ts";
import type { ImportKind } from "#core/vocabulary/import.ts";

/** A column's use as one value of a select: "stage", "rating:tone", "rating:<id of an own track>". */
export function keyOfUse(use: ColumnUse): string {
  return use.as === "rating" ? `rating:${use.track}` : use.as;
}

/** The use that a select's value stands for, with the meanings of the column's words guessed. */
export function takenByKey(key: string, column: ColumnReading, known: Known): ColumnUse {
  if (key.startsWith("rating:")) return { as: "rating", track: key.slice("rating:".length), rater: "clinician" };
  return takenAs(key as Exclude<ColumnUse["as"], "rating">, column, known);
}

export function withColumn(mapping: ImportMapping, index: number, use: ColumnUse): ImportMapping {
  return { ...mapping, columns: mapping.columns.map((each, at) => (at === index ? use : each)) };
}

/** One meaning of one word changed; `index` is the column's. */
export function withWord(mapping: ImportMapping, index: number, { words, to }: { words: string; to: unknown }): ImportMapping {
  const use = mapping.columns[index];
  if (!use || !("words" in use)) return mapping;
  const changed = (use.words as readonly { words: string; to: unknown }[]).map((each) => (each.words === words ? { words, to } : each));
  return withColumn(mapping, index, { ...use, words: changed } as ColumnUse);
}

export function withCase(mapping: ImportMapping, words: string, to: CaseMeaning): ImportMapping {
  const others = mapping.cases.filter((each) => each.words !== words);
  const known = mapping.cases.some((each) => each.words === words);
  return { ...mapping, cases: known ? mapping.cases.map((each) => (each.words === words ? { words, to } : each)) : [...others, { words, to }] };
}

/** The names in the column that now holds the cases; those already matched keep their match. */
export function withCasesOf(mapping: ImportMapping, reading: ImportReading, cases: readonly KnownCase[]): ImportMapping {
  const at = mapping.columns.findIndex((use) => use.as === "case");
  if (at === -1) return { ...mapping, cases: mapping.cases.filter(({ words }) => words === "") };
  const matched = new Map([...reading.guess.cases, ...mapping.cases].map(({ words, to }) => [words, to]));
  const names = reading.columns[at]?.values ?? [];
  return {
    ...mapping,
    cases: names.map(({ text }) => {
      const words = sameWords(text);
      const own = caseLabelled(text, cases);
      const fresh: CaseMeaning = own ? { caseId: own.id } : { label: text.slice(0, 80), active: null, observing: null };
      return { words, to: matched.has(words) ? (matched.get(words) ?? null) : fresh };
    }),
  };
}

/** The columns guessed anew for the other kind of sheet; days stay days. */
export function withKind(mapping: ImportMapping, kind: ImportKind, { reading, known }: { reading: ImportReading; known: Known }): ImportMapping {
  const columns = reading.columns.map((column, at): ColumnUse => {
    const use = mapping.columns[at] ?? column.guess;
    const settled = use.as === "day" || use.as === "case" || column.because === "same-day-again";
    return settled ? use : guessColumn(column, kind, known).use;
  });
  return { ...mapping, kind, columns };
}

/** Does some day of the chosen column read two ways? */
export function dayReadsTwoWays(mapping: ImportMapping, reading: ImportReading): string | null {
  const at = mapping.columns.findIndex((use) => use.as === "day");
  return dateOrderOf(reading.columns[at]?.values.map(({ text }) => text) ?? []).twoWays;
}
