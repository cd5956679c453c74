/** A held session with what was explored in it. */
export interface ThemedSession {
  readonly day: string;
  readonly themes: readonly string[];
}

export interface ThemeRecurrence {
  readonly theme: string;
  /** In how many of the held sessions. */
  readonly sessions: number;
  readonly of: number;
  readonly firstOn: string;
  readonly lastOn: string;
  /** It came back after at least `PAUSE_SESSIONS` held sessions without it: the longest such pause, or null. */
  readonly longestPause: number | null;
  /** Held sessions since it was last explored; 0 = in the last one. */
  readonly since: number;
}

/** From this many sessions without it, a theme that returns is said to come "again after a pause". */
export const PAUSE_SESSIONS = 3;

/**
 * Which themes recur? Counts, never a verdict: what was explored more often is not thereby worse or better.
 *
 * @param sessions held sessions in order of time
 * @returns one entry for each theme that was explored at all, most often first; ties in the order of first mention
 */
export function themeRecurrences(sessions: readonly ThemedSession[]): ThemeRecurrence[] {
  const places = new Map<string, number[]>();
  sessions.forEach((session, at) => {
    for (const theme of new Set(session.themes)) places.set(theme, [...(places.get(theme) ?? []), at]);
  });
  return [...places]
    .map(([theme, at]): ThemeRecurrence => {
      const first = at[0] as number;
      const last = at.at(-1) as number;
      const pauses = at.slice(1).map((place, index) => place - (at[index] as number) - 1);
      const longest = Math.max(0, ...pauses);
      return {
        theme,
        sessions: at.length,
        of: sessions.length,
        firstOn: (sessions[first] as ThemedSession).day,
        lastOn: (sessions[last] as ThemedSession).day,
        longestPause: longest >= PAUSE_SESSIONS ? longest : null,
        since: sessions.length - 1 - last,
      };
    })
    .sort((one, other) => other.sessions - one.sessions);
}
