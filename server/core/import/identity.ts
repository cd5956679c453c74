import type { Day } from "#core/day.ts";
import type { DecimalMark } from "#core/vocabulary/import.ts";
import type { ImportMapping } from "../contracts/import.ts";
import { readNumber } from "./numbers.ts";
import { sameWords } from "./words.ts";

/**
 * What makes a row this row within its case: its day and every other cell as written, however the file spells dates, numbers
 * and spaces. The mapping does not enter, so that reading the same file otherwise the second time still finds it here.
 * The case column is left out: a row belongs to its case whatever the case is called in the sheet.
 */
export function rowIdentity(
  row: { cells: readonly string[]; day: Day; time: string | null },
  { headers, columns, decimalMark }: { headers: readonly string[]; columns: ImportMapping["columns"]; decimalMark: DecimalMark },
): string {
  const parts = headers.flatMap((header, at): [string, string][] => {
    const as = columns[at]?.as;
    const cell = row.cells[at] ?? "";
    if (as === "day" || as === "case" || cell.trim() === "") return [];
    const number = readNumber(cell, decimalMark);
    return [[sameWords(header), number === null ? sameWords(cell) : String(number)]];
  });
  // Sorted: a column moved elsewhere in the sheet says the same.
  parts.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return JSON.stringify([row.day, row.time, parts]);
}
