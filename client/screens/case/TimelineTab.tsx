import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ChartFigure } from "#client/charts/frame/ChartFigure.tsx";
import { heightOf, USUAL_HEIGHT } from "#client/charts/frame/frame.ts";
import { lazyChart } from "#client/charts/frame/lazy-chart.tsx";
import { RangeForm } from "#client/charts/frame/RangeForm.tsx";
import { TimelineTable } from "#client/charts/timeline/TimelineTable.tsx";
import { NextHour } from "#client/features/cases/NextHour.tsx";
import { useCaseHere } from "#client/features/cases/use-case.ts";
import { InWords } from "#client/features/timeline/InWords.tsx";
import { useNoteDownload } from "#client/features/timeline/use-note-download.ts";
import { useTimeline } from "#client/features/timeline/use-timeline.ts";
import { LogSessionLink } from "#client/screens/log/LogSessionLink.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { useNarrow } from "#client/ui/use-narrow.ts";
import { chartTitle } from "#core/sentences/chart-title.ts";
import { inWords } from "#core/sentences/in-words.ts";
import type { Sentence } from "#core/sentences/sentence.ts";
import { talliesOf } from "#core/sentences/tallies.ts";
import { thinnedWords } from "#core/sentences/thinned-words.ts";
import { timelineFacts } from "#core/sentences/timeline-facts.ts";
import type { Span } from "#core/series/axis.ts";
import { drawnLines } from "#core/series/drawn-lines.ts";
import type { Timeline } from "#core/series/timeline.ts";
import classes from "./timeline.module.css";
import { WatchedOn } from "./WatchedOn.tsx";

const TimelineChart = lazyChart(() => import("#client/charts/timeline/TimelineChart.tsx").then((chart) => chart.TimelineChart));

const ONE_OCCASION = "One occasion so far: points only. From the second on, lines join them, and a session without a rating leaves a gap.";

/** Px below the drawing, and in all around it, as they come out: the skeleton is as tall as what replaces it. */
const ROOM = { usual: { below: 53, around: 189 }, narrow: { below: 95, around: 332 } } as const;

/** How the case has gone so far: drawn, as a table, and in words. */
export function TimelineTab() {
  const { caseId = "" } = useParams({ strict: false });
  const { timeline, view, isError, sentence, refetch } = useTimeline(caseId);
  const sentences = useMemo(() => (timeline && timeline.placed.length > 0 ? inWords(timeline) : []), [timeline]);
  const coupleCase = useCaseHere().data;
  const narrow = useNarrow();
  // Kept with its case: another case in the same place is shown whole.
  const [zoom, setZoom] = useState<{ readonly caseId: string; readonly span: Span } | null>(null);
  const chosen = zoom !== null && zoom.caseId === caseId ? zoom.span : null;

  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        {timeline ? (
          <TimelineOf
            key={caseId}
            timeline={timeline}
            sentences={sentences}
            caseId={caseId}
            label={coupleCase?.label ?? "the case"}
            closed={coupleCase?.status === "closed"}
            chosen={chosen}
            onChoose={(span) => setZoom(span && { caseId, span })}
          />
        ) : isError ? (
          <ErrorState title="The timeline could not be read" sentence={sentence} onRetry={() => void refetch()} />
        ) : (
          <LoadingState label="Reading the timeline" heights={[USUAL_HEIGHT + ROOM[narrow ? "narrow" : "usual"].around]} />
        )}
        {view ? (
          <WatchedOn key={`watched ${caseId}`} view={view} label={coupleCase?.label ?? "the case"} closed={coupleCase?.status === "closed"} />
        ) : null}
      </div>
      <div className={classes.beside}>
        {timeline && sentences.length > 0 ? <InWords sentences={sentences} {...(chosen ? { title: coversAll(timeline) } : {})} /> : null}
        {coupleCase && timeline ? <NextHour coupleCase={coupleCase} today={timeline.today} /> : null}
        {isError || timeline ? null : <LoadingState label="Reading the sentences" heights={[220, 140]} />}
      </div>
    </div>
  );
}

interface TimelineOfProps {
  readonly timeline: Timeline;
  readonly sentences: readonly Sentence[];
  readonly caseId: string;
  readonly label: string;
  readonly closed: boolean;
  /** The days zoomed to; null = all. */
  readonly chosen: Span | null;
  readonly onChoose: (span: Span | null) => void;
}

/** The zoom is of the drawing: the words go on covering everything. */
function coversAll(timeline: Timeline): string {
  const { sessions } = talliesOf(timeline);
  return sessions < 2 ? "In words, all days" : `In words, all ${sessions} sessions`;
}

function TimelineOf({ timeline, sentences, caseId, label, closed, chosen, onChoose }: TimelineOfProps) {
  const narrow = useNarrow();
  const noteDownload = useNoteDownload(caseId, "timeline");
  const { whole } = timeline;
  if (whole === null) return <NothingYet caseId={caseId} closed={closed} />;
  const window = chosen ?? whole;
  return (
    <ChartFigure
      title={chartTitle(timeline)}
      facts={timelineFacts(timeline, window)}
      name={`Timeline of ${label}`}
      file={`timeline-${label}`}
      today={timeline.today}
      onDownload={noteDownload}
      table={<TimelineTable timeline={timeline} window={window} caption={`${label}: every figure of the timeline`} />}
      note={timeline.placed.length === 1 ? ONE_OCCASION : thinnedWords(drawnLines(timeline, window))}
      sentences={sentences.map(({ words }) => words)}
      controls={<RangeForm whole={whole} stops={timeline.stops} window={window} onWindow={onChoose} />}
    >
      <TimelineChart
        timeline={timeline}
        window={window}
        onWindow={onChoose}
        name={`Timeline of ${label}`}
        meanwhile={<LoadingState label="Drawing the timeline" heights={[heightOf(timeline) + ROOM[narrow ? "narrow" : "usual"].below]} />}
      />
    </ChartFigure>
  );
}

function NothingYet({ caseId, closed }: { readonly caseId: string; readonly closed: boolean }) {
  return (
    <Panel>
      <EmptyState title="The timeline begins with the first session" actions={closed ? undefined : <LogSessionLink caseId={caseId} />}>
        Three things are drawn on one line of days, and kept apart: what is between them, how grounded the active partner is, and where the observing
        partner stands. What you do not rate stays open; it is never drawn as a 0.
      </EmptyState>
    </Panel>
  );
}
