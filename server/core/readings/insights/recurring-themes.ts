import type { ThemeView } from "#core/contracts/case.ts";
import type { RecurringThemes, ThemeCount } from "#core/contracts/insights.ts";
import type { InsightCase } from "./facts.ts";

/**
 * Which themes recur across the cases? Counts of held sessions and of cases, never a verdict: what was ticked more often is not
 * thereby worse, better or more true.
 *
 * @param names of all themes, archived ones too, in the order in which they are offered
 * @returns one entry for each theme that was explored at all: in most cases first, then in most sessions, then as offered
 */
export function recurringThemes(cases: readonly InsightCase[], names: readonly ThemeView[]): RecurringThemes {
  const held = cases.map(({ occasions }) => occasions.filter((occasion) => occasion.held)).filter((sessions) => sessions.length > 0);
  const found = new Map<string, { cases: number; cameBackIn: number; sessions: number }>();
  for (const sessions of held) {
    const here = new Map<string, number>();
    for (const { themes } of sessions) for (const theme of new Set(themes)) here.set(theme, (here.get(theme) ?? 0) + 1);
    for (const [theme, times] of here) {
      const before = found.get(theme) ?? { cases: 0, cameBackIn: 0, sessions: 0 };
      found.set(theme, {
        cases: before.cases + 1,
        cameBackIn: before.cameBackIn + (times > 1 ? 1 : 0),
        sessions: before.sessions + times,
      });
    }
  }
  const place = new Map(names.map(({ theme }, at) => [theme, at]));
  const themes = [...found].map(([theme, counts]): ThemeCount => ({ theme, name: nameOf(theme, names), ...counts }));
  const offered = ({ theme }: ThemeCount) => place.get(theme) ?? names.length;
  return {
    cases: held.length,
    sessions: held.flat().length,
    withoutTheme: held.flat().filter((session) => session.themes.length === 0).length,
    themes: themes.sort((a, b) => b.cases - a.cases || b.sessions - a.sessions || offered(a) - offered(b)),
  };
}

function nameOf(theme: string, names: readonly ThemeView[]): string {
  return names.find((each) => each.theme === theme)?.name ?? "A theme no longer offered";
}
