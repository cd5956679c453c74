import { useMemo } from "react";
import { ChartKey } from "#client/charts/frame/ChartKey.tsx";
import classes from "#client/charts/frame/charts.module.css";
import { DayScale } from "#client/charts/frame/DayScale.tsx";
import { frameOf, HEIGHTS, panelsOf } from "#client/charts/frame/frame.ts";
import { ReadingStage } from "#client/charts/frame/ReadingStage.tsx";
import { useWidth } from "#client/charts/frame/use-width.ts";
import type { Span } from "#core/series/axis.ts";
import { readoutAt, type Stop } from "#core/series/stops.ts";
import { dayTicks } from "#core/series/ticks.ts";
import type { Course } from "#core/series/timeline.ts";
import { BUILT_IN_RANGE } from "#core/vocabulary/track.ts";
import { GroundingPanel } from "./GroundingPanel.tsx";
import { LadderPanel } from "./LadderPanel.tsx";
import { MarksLane } from "./MarksLane.tsx";
import { PresenceStrip } from "./PresenceStrip.tsx";
import type { Shared } from "./panels.ts";
import { RatingPanel } from "./RatingPanel.tsx";

interface CourseChartProps {
  readonly course: Course;
  /** The days shown: the whole course, or what was chosen by dragging. */
  readonly window: Span;
  readonly onWindow: (window: Span | null) => void;
  /** What the chart is called, for whoever hears it. */
  readonly name: string;
}

/** Px of axis that one calendar mark needs. */
const TICK_PX = 62;

/** A case's course as stacked panels on one day axis: between them, active partner, observing partner, own tracks. */
export function CourseChart({ course, window, onWindow, name }: CourseChartProps) {
  const { ref, width, isMeasured } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameOf(width, window), [width, window]);
  const days = useMemo(() => dayTicks(window, Math.max(2, Math.floor(frame.plot / TICK_PX))), [window, frame.plot]);

  return (
    <div className={classes.course} data-narrow={frame.narrow || undefined}>
      <ReadingStage
        stage={ref}
        frame={frame}
        name={name}
        each="occasion"
        stops={course.stops}
        readoutAt={(index) => readoutAt(course.stops[index] as Stop, course.columns)}
        zoom={{ whole: course.whole, onWindow }}
      >
        {isMeasured ? <Drawing course={course} shared={{ frame, days, marks: course.marks }} /> : null}
      </ReadingStage>
      <ChartKey course={course} frame={frame} />
    </div>
  );
}

function Drawing({ course, shared }: { readonly course: Course; readonly shared: Shared }) {
  const panels = panelsOf(course);
  const { frame, days, marks } = shared;
  // The name of a gap stands once, in the uppermost panel.
  const first = panels.climate ? "climate" : panels.grounding ? "grounding" : panels.ladder ? "ladder" : "own";
  const inFirst = (panel: string) => (panel === first ? { ...shared, gaps: course.gaps } : shared);
  const { lowest, highest } = BUILT_IN_RANGE;
  return (
    <div className={classes.drawing}>
      <MarksLane frame={frame} marks={marks} />
      {panels.climate ? (
        <RatingPanel
          {...inFirst("climate")}
          title="Between them"
          height={HEIGHTS.climate}
          lowest={lowest}
          highest={highest}
          series={course.climate}
        />
      ) : null}
      {panels.grounding ? <GroundingPanel {...inFirst("grounding")} points={course.grounding} /> : null}
      {panels.ladder ? (
        <>
          <LadderPanel {...inFirst("ladder")} ladder={course.ladder} />
          <PresenceStrip frame={frame} marks={course.presence} />
        </>
      ) : null}
      {course.own.map(({ track, series }, index) => (
        <RatingPanel
          key={track.track}
          {...(index === 0 ? inFirst("own") : shared)}
          title={track.name}
          height={HEIGHTS.own}
          lowest={track.lowest}
          highest={track.highest}
          series={series}
        />
      ))}
      <DayScale frame={frame} days={days} />
    </div>
  );
}
