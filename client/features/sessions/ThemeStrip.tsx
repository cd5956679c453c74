import { count, shortDay } from "#client/format.ts";
import type { ThemedSession, ThemeRecurrence } from "#core/rules/themes.ts";
import classes from "./theme-strip.module.css";

interface ThemeStripProps {
  readonly sessions: readonly (ThemedSession & { readonly id: string })[];
  readonly recurrences: readonly ThemeRecurrence[];
  readonly nameOf: (theme: string) => string;
  readonly today: string;
}

/** A row a theme, a column a session. The strip is for the eye; the table below it says the same to everybody. */
export function ThemeStrip({ sessions, recurrences, nameOf, today }: ThemeStripProps) {
  const dated = datedColumns(sessions);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a strip of many sessions scrolls, and must scroll by keyboard too. */}
      <section className={classes.scroll} tabIndex={0} aria-label="Themes by session, as a strip; the table below says the same">
        <div className={classes.strip} aria-hidden>
          {recurrences.map(({ theme, sessions: explored, of }) => (
            <div key={theme} className={classes.row}>
              <span className={classes.name}>{nameOf(theme)}</span>
              <span className={classes.count}>
                {explored} of {of}
              </span>
              {sessions.map((session) => (
                <span
                  key={session.id}
                  className={classes.cell}
                  data-explored={session.themes.includes(theme) || undefined}
                  title={`${shortDay(session.day, today)}${session.themes.includes(theme) ? `: ${nameOf(theme)}` : ""}`}
                />
              ))}
            </div>
          ))}
          <div className={classes.row}>
            <span className={classes.name} />
            <span className={classes.count} />
            {sessions.map((session, at) => (
              <span key={session.id} className={classes.tick}>
                {dated.has(at) ? <span className={classes.month}>{shortDay(session.day, today)}</span> : null}
              </span>
            ))}
          </div>
        </div>
      </section>
      <details className={classes.table} open={sessions.length <= 3}>
        <summary>As a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must scroll by keyboard too. */}
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
      </details>
    </>
  );
}

function recurs({ sessions, longestPause }: ThemeRecurrence): string {
  if (sessions < 2) return "once so far";
  return longestPause === null ? "yes" : `yes, again after ${count(longestPause, "session")} without it`;
}

/** Columns between two dates: as wide as a date is. */
const DATE_COLUMNS = 3;

/** A date stands under the first session of a month, where there is room for it beside the one before. */
function datedColumns(sessions: readonly ThemedSession[]): ReadonlySet<number> {
  const dated: number[] = [];
  sessions.forEach((session, at) => {
    const before = sessions[at - 1];
    const newMonth = before === undefined || before.day.slice(0, 7) !== session.day.slice(0, 7);
    const last = dated.at(-1);
    if (newMonth && (last === undefined || at - last >= DATE_COLUMNS)) dated.push(at);
  });
  return new Set(dated);
}
