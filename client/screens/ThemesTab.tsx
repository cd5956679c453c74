import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { ThemeStrip } from "#client/features/sessions/ThemeStrip.tsx";
import { useTrajectoryHere } from "#client/features/sessions/useRecord.ts";
import { count, listed } from "#client/format.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { type ThemeRecurrence, themeRecurrences } from "#core/rules/themes.ts";
import { LogSessionLink } from "./LogSessionLink.tsx";

/** What was explored, session by session, and what comes back. */
export function ThemesTab() {
  const trajectory = useTrajectoryHere();
  if (trajectory.isError)
    return <ErrorState title="The themes could not be read" sentence={sentenceFor(trajectory.error)} onRetry={() => void trajectory.refetch()} />;
  if (!trajectory.data) return <LoadingState label="Reading the themes" heights={[220, 120]} />;

  const { caseId, occasions, themes, today } = trajectory.data;
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
  return (
    <Panel title="Themes by session" aside={`${count(held.length, "session")} held`}>
      <p>{inWords(recurrences, nameOf)}</p>
      <FromNewest>
        <ThemeStrip sessions={held} recurrences={recurrences} nameOf={nameOf} today={today} />
      </FromNewest>
    </Panel>
  );
}

/** Where the strip is wider than the screen it begins at its end: the newest session is what is looked for. */
function FromNewest({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [goesOn, setGoesOn] = useState(false);
  useLayoutEffect(() => {
    const strip = place.current?.querySelector("section");
    if (!strip || strip.scrollWidth <= strip.clientWidth) return;
    strip.scrollLeft = strip.scrollWidth;
    setGoesOn(true);
  }, []);
  return (
    <div ref={place}>
      {goesOn ? (
        <p className="dim" aria-hidden>
          earlier ←
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** One sentence beside the strip, always with its n. */
function inWords(recurrences: readonly ThemeRecurrence[], nameOf: (theme: string) => string): string {
  const [most] = recurrences;
  if (!most) return "";
  const top = recurrences.filter((each) => each.sessions === most.sessions).map((each) => nameOf(each.theme));
  const first = `${listed(top)}: in ${most.sessions} of ${most.of} sessions${top.length > 1 ? " each" : ""}.`;
  const back = recurrences.filter((each) => each.longestPause !== null);
  if (back.length === 0) return first;
  const returned = back.map((each) => `${nameOf(each.theme)} (after ${count(each.longestPause ?? Number.NaN, "session")} without it)`);
  return `${first} Came back after a pause: ${listed(returned)}.`;
}
