import type { ReactNode, RefObject } from "react";
import type { DayX } from "#core/series/axis.ts";
import { type Readout, spoken } from "#core/series/stops.ts";
import classes from "./charts.module.css";
import { type Frame, pxOf } from "./frame.ts";
import { ReadoutCard } from "./ReadoutCard.tsx";
import { useReading, type Zoom } from "./use-reading.ts";

interface ReadingStageProps {
  /** Measured by the caller, who draws to the same frame. */
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly frame: Frame;
  /** What the chart is called, for whoever hears it. */
  readonly name: string;
  /** What a reader steps through: "occasion", "score". */
  readonly each: string;
  readonly stops: readonly { readonly x: DayX }[];
  readonly readoutAt: (index: number) => Readout;
  readonly zoom?: Zoom;
  readonly children: ReactNode;
}

/** The place where a chart is read: by pointer or arrow keys, each stop shown in a card and said aloud. */
export function ReadingStage({ stage, frame, name, each, stops, readoutAt, zoom, children }: ReadingStageProps) {
  const spokenAt = (index: number) => spoken(readoutAt(index));
  const { here, place, visible, drag, aloud, handlers } = useReading({ stops, frame, spokenAt, ...(zoom ? { zoom } : {}) });
  const stop = here === null ? undefined : stops[here];
  const readout = here === null ? undefined : readoutAt(here);
  return (
    <>
      <div
        ref={stage}
        className={classes.stage}
        role="slider"
        tabIndex={0}
        aria-label={`${name}. Arrow keys move from ${each} to ${each}.`}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, visible)}
        aria-valuenow={place === null ? Math.max(1, visible) : place + 1}
        aria-valuetext={readout ? readout.title : `No ${each} chosen`}
        {...handlers}
      >
        {children}
        {stop ? <div className={classes.cursor} data-screen-only style={{ left: pxOf(frame, stop.x) }} /> : null}
        {drag ? (
          <div className={classes.brush} data-screen-only style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }} />
        ) : null}
        {stop && readout && !frame.narrow ? (
          <div
            className={classes.floating}
            data-screen-only
            data-side={pxOf(frame, stop.x) > frame.left + frame.plot / 2 ? "left" : "right"}
            style={{ left: pxOf(frame, stop.x) }}
          >
            <ReadoutCard readout={readout} />
          </div>
        ) : null}
      </div>
      {frame.narrow && readout ? (
        <div className={classes.below} data-screen-only>
          <ReadoutCard readout={readout} />
        </div>
      ) : null}
      <div className="visually-hidden" aria-live="polite">
        {aloud}
      </div>
    </>
  );
}
