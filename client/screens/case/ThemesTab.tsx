import { useParams } from "@tanstack/react-router";
import { sentenceFor } from "#client/api/refusals.ts";
import { ChartFigure } from "#client/charts/frame/ChartFigure.tsx";
import { ThemeStrips } from "#client/charts/timeline/ThemeStrips.tsx";
import { ThemeTable } from "#client/features/sessions/ThemeTable.tsx";
import { useTimelineHere } from "#client/features/sessions/use-record.ts";
import { useNoteDownload } from "#client/features/timeline/use-note-download.ts";
import { count, listed, shortDay } from "#client/format.ts";
import { LogSessionLink } from "#client/screens/log/LogSessionLink.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import shared from "#client/ui/sentence.module.css";
import { type ThemeRecurrence, themeRecurrences } from "#core/rules/themes.ts";

/** What was explored, session by session, and what comes back. */
export function ThemesTab() {
  const { caseId: here = "" } = useParams({ strict: false });
  const timelineView = useTimelineHere();
  const noteDownload = useNoteDownload(here, "themes");
  if (timelineView.isError)
    return <ErrorState title="The themes could not be read" sentence={sentenceFor(timelineView.error)} onRetry={() => void timelineView.refetch()} />;
  if (!timelineView.data) return <LoadingState label="Reading the themes" heights={[220, 120]} />;

  const { caseId, occasions, themes, today } = timelineView.data;
  const held = occasions.filter(({ kind, attendance }) => kind === "session" && attendance === "held");
  const recurrences = themeRecurrences(held);
  const nameOf = (theme: string) => themes.find((each) => each.theme === theme)?.name ?? "A theme no longer offered";
  if (recurrences.length === 0) {
    return (
      <EmptyState title="No theme yet" actions={<LogSessionLink caseId={caseId} />}>
        {held.length === 0
          ? "Themes are ticked on the log, by number keys. From the second session on, this strip shows which of them come back."
          : `${count(held.length, "session")} held, none with a theme. Themes are ticked on the log, by number keys.`}
      </EmptyState>
    );
  }
  const rows = recurrences.map(({ theme, sessions, of }) => ({ theme, name: nameOf(theme), explored: sessions, of }));
  const [first, last] = [held[0], held.at(-1)];
  const days = first && last ? `${shortDay(first.day, today)} – ${shortDay(last.day, today)}` : "";
  const [title, ...more] = inWords(recurrences, nameOf);
  return (
    <ChartFigure
      title={title ?? ""}
      facts={`A square a session, filled where it was explored · ${count(held.length, "session")} held · ${days}`}
      name="Themes by session"
      file="themes"
      today={today}
      onDownload={noteDownload}
      sentences={more}
      table={<ThemeTable sessions={held} recurrences={recurrences} nameOf={nameOf} today={today} />}
    >
      <ThemeStrips name="Themes by session" today={today} sessions={held} rows={rows} />
      {more.map((words) => (
        <p key={words} className={shared.sentence} data-screen-only>
          {words}
        </p>
      ))}
    </ChartFigure>
  );
}

/** What recurs most, with its n, and what came back after a pause. */
function inWords(recurrences: readonly ThemeRecurrence[], nameOf: (theme: string) => string): string[] {
  const [most] = recurrences;
  if (!most) return [];
  const top = recurrences.filter((each) => each.sessions === most.sessions).map((each) => nameOf(each.theme));
  const first = `${listed(top)}: in ${most.sessions} of ${most.of} sessions${top.length > 1 ? " each" : ""}.`;
  const back = recurrences.filter((each) => each.longestPause !== null);
  if (back.length === 0) return [first];
  const returned = back.map((each) => `${nameOf(each.theme)} (after ${count(each.longestPause ?? Number.NaN, "session")} without it)`);
  return [first, `Came back after a pause: ${listed(returned)}.`];
}
