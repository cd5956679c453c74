import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ChartFigure } from "#client/charts/frame/ChartFigure.tsx";
import { heightOf, USUAL_HEIGHT } from "#client/charts/frame/frame.ts";
import { lazyChart } from "#client/charts/frame/lazy-chart.tsx";
import { RangeForm } from "#client/charts/frame/RangeForm.tsx";
import { CourseTable } from "#client/charts/timeline/TimelineTable.tsx";
import { NextHour } from "#client/features/cases/NextHour.tsx";
import { useCaseHere } from "#client/features/cases/useCase.ts";
import { InWords } from "#client/features/timeline/InWords.tsx";
import { useNoteDownload } from "#client/features/timeline/useNoteDownload.ts";
import { useCourse } from "#client/features/timeline/useTimeline.ts";
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
import { courseFacts } from "#core/sentences/timeline-facts.ts";
import type { Span } from "#core/series/axis.ts";
import { drawnLines } from "#core/series/drawn-lines.ts";
import type { Course } from "#core/series/timeline.ts";
import classes from "./timeline.module.css";
import { WatchedOn } from "./WatchedOn.tsx";

const CourseChart = lazyChart(() => import("#client/charts/timeline/TimelineChart.tsx").then((chart) => chart.CourseChart));

const ONE_OCCASION = "One occasion so far: points only. From the second on, lines join them, and a session without a rating leaves a gap.";

/** Px below the drawing, and in all around it, as they come out: the skeleton is as tall as what replaces it. */
const ROOM = { usual: { below: 53, around: 189 }, narrow: { below: 95, around: 332 } } as const;

/** How the case has gone so far: drawn, as a table, and in words. */
export function TimelineTab() {
  const { caseId = "" } = useParams({ strict: false });
  const { course, view, isError, sentence, refetch } = useCourse(caseId);
  const sentences = useMemo(() => (course && course.placed.length > 0 ? inWords(course) : []), [course]);
  const coupleCase = useCaseHere().data;
  const narrow = useNarrow();
  // Kept with its case: another case in the same place is shown whole.
  const [zoom, setZoom] = useState<{ readonly caseId: string; readonly span: Span } | null>(null);
  const chosen = zoom !== null && zoom.caseId === caseId ? zoom.span : null;

  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        {course ? (
          <CourseOf
            key={caseId}
            course={course}
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
        {course && sentences.length > 0 ? <InWords sentences={sentences} {...(chosen ? { title: coversAll(course) } : {})} /> : null}
        {coupleCase && course ? <NextHour coupleCase={coupleCase} today={course.today} /> : null}
        {isError || course ? null : <LoadingState label="Reading the sentences" heights={[220, 140]} />}
      </div>
    </div>
  );
}

interface CourseOfProps {
  readonly course: Course;
  readonly sentences: readonly Sentence[];
  readonly caseId: string;
  readonly label: string;
  readonly closed: boolean;
  /** The days zoomed to; null = all. */
  readonly chosen: Span | null;
  readonly onChoose: (span: Span | null) => void;
}

/** The zoom is of the drawing: the words go on covering everything. */
function coversAll(course: Course): string {
  const { sessions } = talliesOf(course);
  return sessions < 2 ? "In words, all days" : `In words, all ${sessions} sessions`;
}

function CourseOf({ course, sentences, caseId, label, closed, chosen, onChoose }: CourseOfProps) {
  const narrow = useNarrow();
  const noteDownload = useNoteDownload(caseId, "timeline");
  const { whole } = course;
  if (whole === null) return <NothingYet caseId={caseId} closed={closed} />;
  const window = chosen ?? whole;
  return (
    <ChartFigure
      title={chartTitle(course)}
      facts={courseFacts(course, window)}
      name={`Timeline of ${label}`}
      file={`timeline-${label}`}
      today={course.today}
      onDownload={noteDownload}
      table={<CourseTable course={course} window={window} caption={`${label}: every figure of the timeline`} />}
      note={course.placed.length === 1 ? ONE_OCCASION : thinnedWords(drawnLines(course, window))}
      sentences={sentences.map(({ words }) => words)}
      controls={<RangeForm whole={whole} stops={course.stops} window={window} onWindow={onChoose} />}
    >
      <CourseChart
        course={course}
        window={window}
        onWindow={onChoose}
        name={`Timeline of ${label}`}
        meanwhile={<LoadingState label="Drawing the timeline" heights={[heightOf(course) + ROOM[narrow ? "narrow" : "usual"].below]} />}
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
