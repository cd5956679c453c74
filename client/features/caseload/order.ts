import type { CaseloadRow } from "#core/contracts/caseload.ts";
import { currentStage } from "#core/rules/unrated-since.ts";
import { type CaseloadSearch, DEFAULT_SORT, type Sort, type SortColumn } from "./search.ts";

type Comparable = string | number | null;

const VALUES: Record<SortColumn, (row: CaseloadRow) => Comparable> = {
  case: (row) => row.label,
  stage: (row) => currentStage(row.stage, row.unrated),
  grounding: (row) => row.grounding,
  last: (row) => row.lastSessionOn,
  next: (row) => row.nextSessionOn,
};

const names = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** What is not there stands last, whichever way is up: unknown is neither the least nor the most. */
function compare(one: Comparable, other: Comparable, downwards: boolean): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  const order = typeof one === "string" ? names.compare(one, String(other)) : one - Number(other);
  return downwards ? -order : order;
}

export function sortColumnOf(sort: Sort): { column: SortColumn; downwards: boolean } {
  return sort.startsWith("-") ? { column: sort.slice(1) as SortColumn, downwards: true } : { column: sort as SortColumn, downwards: false };
}

/** The rows to show, in order: filtered by status, stage, flag and search; equal ones by name. */
export function arrangedRows(rows: readonly CaseloadRow[], search: CaseloadSearch): CaseloadRow[] {
  const { column, downwards } = sortColumnOf(search.sort ?? DEFAULT_SORT);
  const value = VALUES[column];
  return rows
    .filter((row) => isWanted(row, search))
    .sort((one, other) => compare(value(one), value(other), downwards) || names.compare(one.label, other.label));
}

function isWanted(row: CaseloadRow, { status = undefined, stage, flag, q }: CaseloadSearch): boolean {
  if (status === undefined ? row.status === "closed" : status !== "all" && row.status !== status) return false;
  if (stage !== undefined && currentStage(row.stage, row.unrated) !== (stage === "not-rated" ? null : stage)) return false;
  if (flag !== undefined && !row.flags.includes(flag)) return false;
  return q === undefined || plain(row.label).includes(plain(q));
}

/** "Núñez" is found by "nunez". */
function plain(words: string): string {
  return words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}

/** What a heading's button does next: up, then down, then up again. Days start with the latest. */
export function nextSort(current: Sort, column: SortColumn): Sort {
  if (current === column) return `-${column}`;
  if (current === `-${column}`) return column;
  return column === "last" ? "-last" : column;
}
