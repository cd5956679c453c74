import type { ImportMapping } from "#core/contracts/import.ts";
import { type ImportPlan, type PlanGround, planImport } from "#core/import/plan.ts";
import { readingOf } from "#core/import/reading.ts";
import type { Sheet } from "#core/import/sheet.ts";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { readUpload } from "#server/features/imports/read.ts";

const LIMITS = { bytes: 8 * 1024 * 1024, rows: 10_000, columns: 100 };

export async function sheetFrom(content: Buffer | string): Promise<Sheet> {
  const sheet = await readUpload({ contentBase64: Buffer.from(content as string).toString("base64") }, LIMITS);
  if (isRefusal(sheet)) throw new Error(`refused: ${sheet.refused}`);
  return sheet;
}

export const EMPTY_GROUND: PlanGround = { today: "2026-11-24", cases: [], themes: [], tracks: [], fingerprint: (identity) => identity };

export const nothingKnown = { cases: [], themes: [], tracks: [] };

export function guessFor(sheet: Sheet): ImportMapping {
  return readingOf(sheet, { fileName: "past.csv", known: nothingKnown }).guess;
}

/** Everything as guessed; the one case of a sheet without a case column is "River". */
export function planAsGuessed(
  sheet: Sheet,
  { mapping = {}, ground = {} }: { mapping?: Partial<ImportMapping>; ground?: Partial<PlanGround> } = {},
): ImportPlan {
  const guess = guessFor(sheet);
  const cases = guess.cases.length > 0 ? guess.cases : [{ words: "", to: { label: "River", active: null, observing: null } }];
  return planImport(sheet, { ...guess, cases, ...mapping }, { ...EMPTY_GROUND, ...ground });
}

export const rowsOf = (plan: ImportPlan, label: string) => plan.cases.find((each) => each.label === label)?.rows ?? [];
export const counts = (plan: ImportPlan) => Object.fromEntries(plan.cases.map(({ label, rows }) => [label, rows.length]));
