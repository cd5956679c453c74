import { readDay } from "./days.ts";

/** A spreadsheet as read from its file: every cell as text, rows as a spreadsheet program numbers them. */
export interface RawSheet {
  readonly rows: readonly (readonly string[])[];
  /** Known where the file keeps numbers as numbers (.xlsx); null where they are typed text. */
  readonly decimalMark: "." | null;
}

export interface SheetRow {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet with its header found. */
export interface Sheet {
  readonly headers: readonly string[];
  /** Lines above the header that hold something, such as a title. */
  readonly above: readonly SheetRow[];
  readonly rows: readonly SheetRow[];
  readonly decimalMark: "." | null;
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A line that sums up others: "TOTAL", "Average", "Sum:" in its first filled cell. */
export function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== "") ?? "";
  return /^(grand |sub)?-?(totals?|sum|average|avg|mean|median|count)\b\W*$/i.test(first.trim());
}

function looksLikeData(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const numbers = filled.filter((cell) => /^-?\d+([.,]\d+)?$/.test(cell.trim()));
  return filled.some((cell) => readDay(cell).kind !== "no-day") || numbers.length * 2 > filled.length;
}

/**
 * Where is the header? The first row with at least two filled cells, unless it already holds a day or mostly numbers: then
 * there is none and the columns are named by their place. Headers that repeat get a number, so that each can be told apart.
 *
 * @returns null when the sheet has no row beneath the header
 */
export function sheetOf(raw: RawSheet): Sheet | null {
  const all = raw.rows.map((cells, at): SheetRow => ({ row: at + 1, cells }));
  while (all.length > 0 && isBlank((all.at(-1) as SheetRow).cells)) all.pop();
  const first = all.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length >= 2);
  const at = first === -1 ? all.findIndex(({ cells }) => !isBlank(cells)) : first;
  const head = all[at];
  if (!head) return null;
  const headless = looksLikeData(head.cells);
  const rows = all.slice(headless ? at : at + 1);
  if (!rows.some(({ cells }) => !isBlank(cells))) return null;
  const width = Math.max(head.cells.length, ...rows.map(({ cells }) => cells.length));
  return {
    headers: headersOf(headless ? [] : head.cells, width),
    above: all.slice(0, at).filter(({ cells }) => !isBlank(cells)),
    rows,
    decimalMark: raw.decimalMark,
  };
}

function headersOf(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const name = (cells[at] ?? "").replace(/\s+/g, " ").trim() || `Column ${at + 1}`;
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The cells of one column, in the order of the rows; a short row has empty ones. */
export function columnOf(sheet: Sheet, index: number): string[] {
  return sheet.rows.map(({ cells }) => cells[index] ?? "");
}
