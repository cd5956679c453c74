import { count, shortDay } from "#client/format.ts";
import type { ThemedSession, ThemeRecurrence } from "#core/rules/themes.ts";
import classes from "./theme-table.module.css";

interface ThemeTableProps {
  readonly sessions: readonly (ThemedSession & { readonly id: string })[];
  readonly recurrences: readonly ThemeRecurrence[];
  readonly nameOf: (theme: string) => string;
  readonly today: string;
}

/** What the strips draw, and when each theme was explored: how often, first, last, and whether it came back after a pause. */
export function ThemeTable({ sessions, recurrences, nameOf, today }: ThemeTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must scroll by keyboard too.
    <section className={classes.wide} tabIndex={0} aria-label="Themes, as a table">
      <table>
        <caption className="visually-hidden">Themes: how often, when first and last, and whether they came back after a pause</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col">Sessions</th>
            <th scope="col">First</th>
            <th scope="col">Last</th>
            <th scope="col">Comes back</th>
            <th scope="col">Explored on</th>
          </tr>
        </thead>
        <tbody>
          {recurrences.map((each) => (
            <tr key={each.theme}>
              <th scope="row">{nameOf(each.theme)}</th>
              <td className="numbers">
                {each.sessions} of {each.of}
              </td>
              <td>{shortDay(each.firstOn, today)}</td>
              <td>
                {shortDay(each.lastOn, today)}
                {each.since === 0 ? ", the last session" : `, ${count(each.since, "session")} ago`}
              </td>
              <td>{recurs(each)}</td>
              <td>
                {sessions
                  .filter((session) => session.themes.includes(each.theme))
                  .map((session) => shortDay(session.day, today))
                  .join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function recurs({ sessions, longestPause }: ThemeRecurrence): string {
  if (sessions < 2) return "once so far";
  return longestPause === null ? "yes" : `yes, again after ${count(longestPause, "session")} without it`;
}
