import type { CaseMeaning, ImportMapping } from "../contracts/import.ts";
import { columnOf, isTotal, type Sheet } from "./sheet.ts";
import { guessCame, namesIn } from "./word-guesses.ts";
import { sameWords, tallied } from "./words.ts";

/** The two chairs where a sheet names nobody. */
export const NEUTRAL_PARTNERS = { active: "Active partner", observing: "Observing partner" } as const;

/** A case of the clinician, as far as matching needs it. */
export interface KnownCase {
  readonly id: string;
  readonly label: string;
}

export interface Partners {
  readonly active: string | null;
  readonly observing: string | null;
}

/**
 * Who sits where, from what the sheet says about who came: whoever came alone, else whoever came most often, is the active
 * partner; the other name is the observing one. null where the sheet does not say.
 */
export function partnersFrom(cells: readonly string[]): Partners {
  const times = new Map<string, number>();
  const alone = new Map<string, number>();
  for (const cell of cells) {
    const names = namesIn(cell).filter((name) => !/^(Both|All|Couple|Together|Yes|No|N|Y|Cancel\w*|No-?show|Absent|Present)$/i.test(name));
    if (names.length > 2) continue;
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
    const [only] = names;
    if (names.length === 1 && only !== undefined && guessCame(cell) === "absent") alone.set(only, (alone.get(only) ?? 0) + 1);
  }
  const mostFirst = (counts: Map<string, number>) => [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name);
  const active = mostFirst(alone)[0] ?? mostFirst(times)[0] ?? null;
  const observing = mostFirst(times).find((name) => name !== active) ?? null;
  return { active, observing };
}

/** An own case of that label, whatever its spelling of case and spaces. */
export function caseLabelled<Known extends KnownCase>(label: string, known: readonly Known[]): Known | undefined {
  return known.find((candidate) => sameWords(candidate.label) === sameWords(label));
}

/** Where each name of the sheet's case column goes: the own case of that label, or a new one with the partners it names. */
export function guessCases(
  sheet: Sheet,
  { caseColumn, cameColumn }: { caseColumn: number | null; cameColumn: number | null },
  known: readonly KnownCase[],
): ImportMapping["cases"] {
  const came = cameColumn === null ? null : columnOf(sheet, cameColumn);
  if (caseColumn === null) return [];
  const cells = columnOf(sheet, caseColumn);
  const named = cells.filter((_, at) => !isTotal(sheet.rows[at]?.cells ?? []));
  return tallied(named).map(({ text }) => {
    const words = sameWords(text);
    const own = caseLabelled(text, known);
    const rows = came?.filter((_, at) => sameWords(cells[at] ?? "") === words) ?? [];
    const to: CaseMeaning = own ? { caseId: own.id } : { label: text.slice(0, 80), ...partnersFrom(rows) };
    return { words, to };
  });
}
