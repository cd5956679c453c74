import { isBuiltInTheme, THEME_WORDS } from "#core/vocabulary/theme.ts";
import type { ColumnUse, ImportMapping, ImportPreview, PreviewCase } from "../contracts/import.ts";
import { NEUTRAL_PARTNERS } from "./cases.ts";
import type { ImportPlan, PlannedCase } from "./plan.ts";
import { columnOf, isBlank, type Sheet } from "./sheet.ts";
import { sameWords } from "./words.ts";

/** Uses that say something about a therapy hour alone: a measurement takes neither. */
const OF_SESSIONS: ReadonlySet<ColumnUse["as"]> = new Set(["start", "minutes", "came", "attendance", "setting", "stage", "themes", "shifts"]);

/** What will happen, in counts and names, from the plan that will be carried out. */
export function previewOf(plan: ImportPlan, { sheet, mapping }: { sheet: Sheet; mapping: ImportMapping }): ImportPreview {
  const { cases } = plan;
  return {
    kind: mapping.kind,
    comingIn: cases.reduce((sum, { rows }) => sum + rows.length, 0),
    cases: cases.map(previewCase),
    leftOut: [...plan.leftOut].sort((one, other) => one.row - other.row),
    notes: [...plan.notes].sort((one, other) => one.row - other.row),
    newThemes: newThemesOf(plan),
    newTracks: newTracksOf(plan, mapping),
    columnsLeftOut: sheet.headers.filter((_, at) => isLeftOut(mapping, mapping.columns[at]) && !isBlank(columnOf(sheet, at))),
  };
}

function isLeftOut({ kind }: ImportMapping, use: ColumnUse | undefined): boolean {
  return use === undefined || use.as === "leave-out" || (kind === "measurements" && OF_SESSIONS.has(use.as));
}

function previewCase({ to, here, label, rows, alreadyHere }: PlannedCase): PreviewCase {
  const partners = here === null && "label" in to ? partnersOf(to) : { active: null, observing: null };
  return {
    label,
    caseId: here?.id ?? null,
    ...partners,
    comingIn: rows.length,
    alreadyHere,
    firstDay: rows[0]?.day ?? null,
    lastDay: rows.at(-1)?.day ?? null,
  };
}

/** The two partners of a case that will be opened: as named, else by their chairs. */
export function partnersOf(to: { active: string | null; observing: string | null }): { active: string; observing: string } {
  return { active: to.active ?? NEUTRAL_PARTNERS.active, observing: to.observing ?? NEUTRAL_PARTNERS.observing };
}

/** Names of themes that the rows bring with them, one spelling each. */
export function newThemesOf(plan: ImportPlan): string[] {
  const found = new Map<string, string>();
  const builtIn = new Set(
    Object.keys(THEME_WORDS)
      .filter(isBuiltInTheme)
      .map((theme) => sameWords(THEME_WORDS[theme])),
  );
  for (const { rows } of plan.cases) {
    for (const { content } of rows) {
      for (const theme of content.themes) {
        if ("newTheme" in theme && !builtIn.has(sameWords(theme.newTheme)) && !found.has(sameWords(theme.newTheme))) {
          found.set(sameWords(theme.newTheme), theme.newTheme);
        }
      }
    }
  }
  return [...found.values()];
}

/** Names of tracks that the rows bring with them. */
export function newTracksOf(plan: ImportPlan, { columns }: ImportMapping): string[] {
  const used = new Set<number>();
  for (const { rows } of plan.cases) {
    for (const { content } of rows) for (const { track } of content.ratings) if (typeof track === "object") used.add(track.column);
  }
  return columns.flatMap((use, at) => (use.as === "new-track" && used.has(at) ? [use.name] : []));
}
