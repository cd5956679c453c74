/** The geometry that all panels share, so that one day stands on one vertical line through every one of them. No Recharts here. */
import type { DayX, Span } from "#core/series/axis.ts";
import type { Timeline } from "#core/series/timeline.ts";

export interface Frame {
  /** Whole width in px. */
  readonly width: number;
  /** Room for the scale words on the left, and for the names at the line ends on the right. */
  readonly left: number;
  readonly right: number;
  readonly plot: number;
  readonly narrow: boolean;
  readonly window: Span;
}

const NARROW_BELOW = 500;

/** Before anything is measured (and where nothing can be, as in a test) a chart is drawn this wide. */
export const USUAL_WIDTH = 660;

export function frameOf(width: number, window: Span): Frame {
  const narrow = width < NARROW_BELOW;
  const left = narrow ? 94 : 108;
  const right = narrow ? 10 : 96;
  return { width, left, right, plot: Math.max(40, width - left - right), narrow, window };
}

/** Days → px from the left edge of the chart. */
export function pxOf(frame: Frame, x: DayX): number {
  return frame.left + ((x - frame.window.from) / (frame.window.to - frame.window.from)) * frame.plot;
}

/** Px from the left edge of the chart → days. */
export function dayAt(frame: Frame, px: number): DayX {
  return frame.window.from + ((px - frame.left) / frame.plot) * (frame.window.to - frame.window.from);
}

/** Px of room above the highest and below the lowest value, so that a mark on the edge is drawn whole. */
export const INSIDE = 7;

/** Value → px from the top of a panel's drawing. */
export function pyOf(value: number, scale: Scale): number {
  const share = (value - scale.lowest) / (scale.highest - scale.lowest);
  return INSIDE + (1 - share) * (scale.height - 2 * INSIDE);
}

export interface Scale {
  readonly lowest: number;
  readonly highest: number;
  readonly height: number;
}

export const HEIGHTS = { marks: 22, title: 20, climate: 132, grounding: 84, ladder: 138, presence: 24, axis: 22, own: 76 } as const;

interface Panels {
  readonly climate: boolean;
  readonly grounding: boolean;
  readonly ladder: boolean;
}

/** Which panels a timeline has. With a session held all three stand, empty ones too: not rated is worth seeing. */
export function panelsOf(timeline: Timeline): Panels {
  const sessions = timeline.presence.length > 0;
  return {
    climate: sessions || timeline.climate.length > 0,
    grounding: sessions || timeline.grounding.length > 0,
    ladder: sessions || timeline.ladder.points.length > 0,
  };
}

/** Px that the drawing will take: known before it is loaded, so that nothing jumps when it comes. */
export function heightOf(timeline: Timeline): number {
  const panels = panelsOf(timeline);
  const drawn = [
    ...(panels.climate ? [HEIGHTS.title + HEIGHTS.climate] : []),
    ...(panels.grounding ? [HEIGHTS.title + HEIGHTS.grounding] : []),
    ...(panels.ladder ? [HEIGHTS.title + HEIGHTS.ladder + HEIGHTS.presence] : []),
    ...timeline.own.map(() => HEIGHTS.title + HEIGHTS.own),
  ];
  return HEIGHTS.marks + HEIGHTS.axis + drawn.reduce((sum, height) => sum + height, 0);
}

/** The usual three panels, for the time before the timeline is read. */
export const USUAL_HEIGHT =
  HEIGHTS.marks + HEIGHTS.axis + 3 * HEIGHTS.title + HEIGHTS.climate + HEIGHTS.grounding + HEIGHTS.ladder + HEIGHTS.presence;
