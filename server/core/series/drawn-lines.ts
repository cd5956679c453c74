import type { Span } from "./axis.ts";
import type { GroundingPoint } from "./grounding-series.ts";
import type { Point } from "./rating-series.ts";
import { type Thinned, thin } from "./thin.ts";
import type { Timeline } from "./timeline.ts";
import { pointsWithin } from "./window.ts";

/** The band's edges are readings too: thinning keeps the widest of them. */
const GROUNDING_READINGS = [
  (point: GroundingPoint) => point.value,
  (point: GroundingPoint) => point.lowest,
  (point: GroundingPoint) => point.highest,
];

/** What is drawn of a line in a stretch of days. */
export function drawnLine<P extends Point>(points: readonly P[], window: Span): Thinned<P> {
  return thin(pointsWithin(points, window));
}

/** What is drawn of the grounding and its band. */
export function drawnGrounding(points: readonly GroundingPoint[], window: Span): Thinned<GroundingPoint> {
  return thin(pointsWithin(points, window), GROUNDING_READINGS);
}

/** Every line of a timeline as it is drawn in a stretch of days: for saying what was left out. */
export function drawnLines(timeline: Timeline, window: Span): Thinned<Point>[] {
  return [
    ...timeline.climate.map((each) => drawnLine(each.points, window)),
    drawnGrounding(timeline.grounding, window),
    drawnLine(timeline.ladder.points, window),
    ...timeline.own.flatMap((each) => each.series.map((one) => drawnLine(one.points, window))),
  ];
}
