import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { KIND_WORDS } from "#client/features/sessions/occasion-words.ts";
import { SessionRow } from "#client/features/sessions/SessionRow.tsx";
import classes from "#client/features/sessions/sessions.module.css";
import { useTimelineHere } from "#client/features/sessions/use-record.ts";
import { count, shortDay } from "#client/format.ts";
import { LogSessionLink } from "#client/screens/log/LogSessionLink.tsx";
import { ChipRow } from "#client/ui/ChipRow.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import type { OccasionSummary } from "#core/contracts/record.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { placeOnAxis } from "#core/series/axis.ts";
import { firstStanceOf } from "#core/series/first-stance.ts";

type Shown = "all" | "held" | "not-held" | "between" | "measurement";

const FILTERS: Record<Shown, { readonly label: string; readonly fits: (occasion: OccasionSummary) => boolean }> = {
  all: { label: "all", fits: () => true },
  held: { label: "sessions held", fits: ({ kind, attendance }) => kind === "session" && attendance === "held" },
  "not-held": { label: "cancelled, no-show", fits: ({ kind, attendance }) => kind === "session" && attendance !== "held" },
  between: { label: "between sessions", fits: ({ kind }) => kind === "between" || kind === "check-in" },
  measurement: { label: "measurements", fits: ({ kind }) => kind === "measurement" },
};

/** Everything that was logged, newest first: sessions, and apart from them what was noted or measured in between. */
export function SessionsTab() {
  const timelineView = useTimelineHere();
  if (timelineView.data) return <SessionList timelineView={timelineView.data} />;
  if (timelineView.isError)
    return (
      <ErrorState title="The sessions could not be read" sentence={sentenceFor(timelineView.error)} onRetry={() => void timelineView.refetch()} />
    );
  return <LoadingState label="Reading the sessions" heights={[36, 64, 64, 64, 64]} />;
}

function SessionList({ timelineView }: { readonly timelineView: TimelineView }) {
  const [shown, setShown] = useState<Shown>("all");
  const { occasions, setAside, caseId, today } = timelineView;
  const offered = (Object.keys(FILTERS) as Shown[]).filter((key) => key === "all" || occasions.some(FILTERS[key].fits));
  const newestFirst = occasions.filter(FILTERS[shown].fits).toReversed();
  const held = occasions.filter(FILTERS.held.fits).length;
  const firstStance = firstStanceOf(occasions, timelineView.events);
  const numbers = new Map(placeOnAxis(occasions).map(({ occasion, sessionNumber }) => [occasion.id, sessionNumber]));

  if (occasions.length === 0 && setAside.length === 0) {
    return (
      <EmptyState title="No session yet" actions={<LogSessionLink caseId={caseId} />}>
        A session takes under a minute to log: how the observing partner took part, seven numbers, a line of note. It then stands here, and on the
        timeline.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={classes.filter}>
        {offered.length > 2 ? (
          <ChipRow
            label="Show"
            choices={offered.map((value) => ({ value, label: FILTERS[value].label }))}
            value={shown}
            onChange={(value) => setShown(value ?? "all")}
          />
        ) : null}
        <span className="dim">{count(held, "session")} held</span>
      </div>
      <ul className={classes.list}>
        {newestFirst.map((occasion) => (
          <SessionRow
            key={occasion.id}
            occasion={occasion}
            timelineView={timelineView}
            number={numbers.get(occasion.id) ?? null}
            isFirstStance={occasion.id === firstStance}
          />
        ))}
      </ul>
      {setAside.length === 0 ? null : (
        <section className={classes.aside} aria-labelledby="set-aside">
          <h2 id="set-aside">Set aside: readable, counted nowhere</h2>
          <ul className={classes.list}>
            {setAside.map(({ id, kind, day, standing, reason }) => (
              <li key={id} className={classes.item}>
                <Link to="/cases/$caseId/sessions/$sessionId" params={{ caseId, sessionId: id }} className={classes.day}>
                  {shortDay(day, today)}
                </Link>
                <span>
                  {KIND_WORDS[kind]}, {standing === "voided" ? "voided" : "moved to another case"}
                </span>
                <span className="dim">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
