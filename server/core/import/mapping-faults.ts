import { BUILT_IN_TRACKS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import type { ColumnUse, ImportMapping } from "../contracts/import.ts";
import { sameWords } from "./words.ts";

export type MappingFaultCode =
  | "no-day-column"
  | "several-day-columns"
  | "used-twice"
  | "date-order"
  | "no-case"
  | "range"
  | "no-name"
  | "name-twice"
  | "nothing-to-rate";

/** Why nothing can come in yet; `column` where one is at fault. */
export interface MappingFault {
  readonly code: MappingFaultCode;
  readonly column: number | null;
}

const BUILT_IN_NAMES: ReadonlySet<string> = new Set(BUILT_IN_TRACKS.map((track) => sameWords(TRACK_MEANINGS[track].name)));
/** Uses that one column alone can have. */
const ALONE: ReadonlySet<ColumnUse["as"]> = new Set(["case", "start", "minutes", "came", "attendance", "setting", "stage"]);

/** What still has to be matched before the rows can come in. `needsDateOrder`: some day in the sheet reads two ways. */
export function mappingFaults(mapping: ImportMapping, { needsDateOrder }: { needsDateOrder: boolean }): MappingFault[] {
  const { columns } = mapping;
  const days = columns.filter((use) => use.as === "day").length;
  const faults: MappingFault[] = [];
  if (days === 0) faults.push({ code: "no-day-column", column: null });
  if (days > 1) faults.push({ code: "several-day-columns", column: columns.findLastIndex((use) => use.as === "day") });
  if (needsDateOrder && mapping.dateOrder === null) faults.push({ code: "date-order", column: null });
  if (!columns.some((use) => use.as === "case") && !mapping.cases.some(({ words, to }) => words === "" && to !== null)) {
    faults.push({ code: "no-case", column: null });
  }
  if (mapping.kind === "measurements" && !columns.some((use) => use.as === "rating" || use.as === "new-track")) {
    faults.push({ code: "nothing-to-rate", column: null });
  }
  return [...faults, ...columnFaults(columns), ...unnamedCases(mapping)];
}

function columnFaults(columns: readonly ColumnUse[]): MappingFault[] {
  const taken = new Set<string>();
  const names = new Set<string>();
  return columns.flatMap((use, column): MappingFault[] => {
    const key = use.as === "rating" ? `${use.track} ${use.rater}` : ALONE.has(use.as) ? use.as : null;
    if (key !== null && taken.has(key)) return [{ code: "used-twice", column }];
    if (key !== null) taken.add(key);
    const unnamed = use.as === "themes" && use.words.some(({ to }) => to !== null && "newTheme" in to && to.newTheme.trim() === "");
    if (unnamed) return [{ code: "no-name", column }];
    if (use.as !== "new-track") return [];
    const name = sameWords(use.name);
    if (name === "") return [{ code: "no-name", column }];
    if (!(use.lowest < use.highest)) return [{ code: "range", column }];
    if (BUILT_IN_NAMES.has(name) || names.has(name)) return [{ code: "name-twice", column }];
    names.add(name);
    return [];
  });
}

function unnamedCases({ cases }: ImportMapping): MappingFault[] {
  return cases.some(({ to }) => to !== null && "label" in to && to.label.trim() === "") ? [{ code: "no-case", column: null }] : [];
}
