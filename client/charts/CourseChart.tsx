import { useMemo } from "react";
import type { Span } from "#core/timeline/axis.ts";
import type { Course } from "#core/timeline/course.ts";
import { readoutAt, type Stop, spoken } from "#core/timeline/stops.ts";
import { dayTicks } from "#core/timeline/ticks.ts";
import { BUILT_IN_RANGE } from "#core/vocabulary/track.ts";
import { ChartKey } from "./ChartKey.tsx";
import classes from "./charts.module.css";
import { DayScale } from "./DayScale.tsx";
import { frameOf, HEIGHTS, panelsOf, pxOf } from "./frame.ts";
import { GroundingPanel } from "./GroundingPanel.tsx";
import { LadderPanel } from "./LadderPanel.tsx";
import { MarksLane } from "./MarksLane.tsx";
import { PresenceStrip } from "./PresenceStrip.tsx";
import type { Shared } from "./panels.ts";
import { RatingPanel } from "./RatingPanel.tsx";
import { ReadoutCard } from "./ReadoutCard.tsx";
import { useReading } from "./use-reading.ts";
import { useWidth } from "./use-width.ts";

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
  const { ref, width } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameOf(width, window), [width, window]);
  const days = useMemo(() => dayTicks(window, Math.max(2, Math.floor(frame.plot / TICK_PX))), [window, frame.plot]);
  const { here, place, visible, drag, aloud, handlers } = useReading({
    stops: course.stops,
    frame,
    spokenAt: (index) => spoken(readoutAt(course.stops[index] as Stop, course.columns)),
    zoom: { whole: course.whole, onWindow },
  });
  const stop = here === null ? undefined : course.stops[here];
  const readout = stop && readoutAt(stop, course.columns);

  return (
    <div className={classes.course} data-narrow={frame.narrow || undefined}>
      <div
        ref={ref}
        className={classes.stage}
        role="slider"
        tabIndex={0}
        aria-label={`${name}. Arrow keys move from occasion to occasion.`}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, visible)}
        aria-valuenow={place === null ? Math.max(1, visible) : place + 1}
        aria-valuetext={readout ? readout.title : "No occasion chosen"}
        {...handlers}
      >
        <Drawing course={course} shared={{ frame, days, marks: course.marks }} />
        {stop ? <div className={classes.cursor} style={{ left: pxOf(frame, stop.x) }} /> : null}
        {drag ? <div className={classes.brush} style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }} /> : null}
        {stop && readout && !frame.narrow ? (
          <div
            className={classes.floating}
            data-side={pxOf(frame, stop.x) > frame.left + frame.plot / 2 ? "left" : "right"}
            style={{ left: pxOf(frame, stop.x) }}
          >
            <ReadoutCard readout={readout} />
          </div>
        ) : null}
      </div>
      {frame.narrow && readout ? (
        <div className={classes.below}>
          <ReadoutCard readout={readout} />
        </div>
      ) : null}
      <div className="visually-hidden" aria-live="polite">
        {aloud}
      </div>
      <ChartKey course={course} window={window} />
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
