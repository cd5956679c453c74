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
import type { Timeline } from "#core/series/timeline.ts";
import { BUILT_IN_RANGE } from "#core/vocabulary/track.ts";
import { GroundingPanel } from "./GroundingPanel.tsx";
import { LadderPanel } from "./LadderPanel.tsx";
import { MarksLane } from "./MarksLane.tsx";
import { PresenceStrip } from "./PresenceStrip.tsx";
import type { Shared } from "./panels.ts";
import { RatingPanel } from "./RatingPanel.tsx";

interface TimelineChartProps {
  readonly timeline: Timeline;
  /** The days shown: the whole timeline, or what was chosen by dragging. */
  readonly window: Span;
  readonly onWindow: (window: Span | null) => void;
  /** What the chart is called, for whoever hears it. */
  readonly name: string;
}

/** Px of axis that one calendar mark needs. */
const TICK_PX = 62;

/** A case's timeline as stacked panels on one day axis: between them, active partner, observing partner, own tracks. */
export function TimelineChart({ timeline, window, onWindow, name }: TimelineChartProps) {
  const { ref, width, isMeasured } = useWidth<HTMLDivElement>();
  const frame = useMemo(() => frameOf(width, window), [width, window]);
  const days = useMemo(() => dayTicks(window, Math.max(2, Math.floor(frame.plot / TICK_PX))), [window, frame.plot]);

  return (
    <div className={classes.chart} data-narrow={frame.narrow || undefined}>
      <ReadingStage
        stage={ref}
        frame={frame}
        name={name}
        each="occasion"
        stops={timeline.stops}
        readoutAt={(index) => readoutAt(timeline.stops[index] as Stop, timeline.columns)}
        zoom={{ whole: timeline.whole, onWindow }}
      >
        {isMeasured ? <Drawing timeline={timeline} shared={{ frame, days, marks: timeline.marks }} /> : null}
      </ReadingStage>
      <ChartKey timeline={timeline} frame={frame} />
    </div>
  );
}

function Drawing({ timeline, shared }: { readonly timeline: Timeline; readonly shared: Shared }) {
  const panels = panelsOf(timeline);
  const { frame, days, marks } = shared;
  // The name of a gap stands once, in the uppermost panel.
  const first = panels.climate ? "climate" : panels.grounding ? "grounding" : panels.ladder ? "ladder" : "own";
  const inFirst = (panel: string) => (panel === first ? { ...shared, gaps: timeline.gaps } : shared);
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
          series={timeline.climate}
        />
      ) : null}
      {panels.grounding ? <GroundingPanel {...inFirst("grounding")} points={timeline.grounding} /> : null}
      {panels.ladder ? (
        <>
          <LadderPanel {...inFirst("ladder")} ladder={timeline.ladder} />
          <PresenceStrip frame={frame} marks={timeline.presence} />
        </>
      ) : null}
      {timeline.own.map(({ track, series }, index) => (
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
