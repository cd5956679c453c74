import { type FocusEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { DayX, Span } from "#core/series/axis.ts";
import { nearestStop } from "#core/series/stops.ts";
import { chooseWindow } from "#core/series/window.ts";
import { dayAt, type Frame } from "./frame.ts";

/** All days, and what to do with those dragged over; null goes back to all. */
export interface Zoom {
  readonly whole: Span | null;
  readonly onWindow: (window: Span | null) => void;
}

interface Reading {
  /** Where a reader can stand, in order of time. */
  readonly stops: readonly { readonly x: DayX }[];
  readonly frame: Frame;
  /** Everything that is read at a stop, for the ear. */
  readonly spokenAt: (index: number) => string;
  /** A chart without it is not zoomed. */
  readonly zoom?: Zoom;
}

/** A drag shorter than this is a shaky click. */
const DRAG_PX = 6;
/** Occasions that PageUp and PageDown leap over in a long timeline. */
const PAGE = 10;

/** Standing on the chart: by pointer or by arrow keys on an occasion, or dragging over a stretch of days to look closer. */
export function useReading({ stops, frame, spokenAt, zoom }: Reading) {
  const [at, setAt] = useState<number | null>(null);
  const [drag, setDrag] = useState<Span | null>(null);
  const [aloud, setAloud] = useState("");
  const pressedAt = useRef<number | null>(null);
  const { from, to } = frame.window;
  const visible = stops.flatMap((stop, index) => (stop.x >= from && stop.x < to ? [index] : []));
  // After a zoom the occasion stood on may be out of sight.
  const here = at !== null && visible.includes(at) ? at : null;

  function stand(index: number | undefined) {
    if (index === undefined) return;
    setAt(index);
    setAloud(spokenAt(index));
  }

  const pxIn = (event: PointerEvent<HTMLElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left;

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      pressedAt.current = pxIn(event);
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const px = pxIn(event);
      const start = pressedAt.current;
      if (zoom && start !== null && (drag !== null || Math.abs(px - start) > DRAG_PX)) {
        setDrag({ from: start, to: px });
        setAt(null);
      } else setAt(nearestStop(stops, dayAt(frame, px), frame.window));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      pressedAt.current = null;
      // A tap reads: a finger has no hovering.
      if (drag === null || !zoom || zoom.whole === null) return setAt(nearestStop(stops, dayAt(frame, pxIn(event)), frame.window));
      const chosen = chooseWindow({ from: dayAt(frame, drag.from), to: dayAt(frame, drag.to) }, zoom.whole, stops);
      setDrag(null);
      if (chosen) zoom.onWindow(chosen);
    },
    onPointerCancel() {
      pressedAt.current = null;
      setDrag(null);
    },
    onPointerLeave(event: PointerEvent<HTMLElement>) {
      if (pressedAt.current === null && event.pointerType !== "touch") setAt(null);
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      // Only for those who came by keyboard: a click already stands where it points.
      if (here === null && event.currentTarget.matches(":focus-visible")) stand(visible.at(-1));
    },
    onBlur() {
      setAt(null);
      setAloud("");
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const place = here === null ? visible.length : visible.indexOf(here);
      const targets: Record<string, number | undefined> = {
        ArrowLeft: visible[Math.max(0, place - 1)],
        ArrowRight: visible[Math.min(visible.length - 1, place + 1)],
        Home: visible[0],
        End: visible.at(-1),
        PageUp: visible[Math.max(0, place - PAGE)],
        PageDown: visible[Math.min(visible.length - 1, place + PAGE)],
      };
      if (event.key === "Escape") setAt(null);
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in targets)) return;
      event.preventDefault();
      stand(targets[event.key]);
    },
  };

  return { here, place: here === null ? null : visible.indexOf(here), visible: visible.length, drag, aloud, handlers };
}
