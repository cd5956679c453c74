import type { Span } from "#core/series/axis.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { daysOf } from "#core/series/window.ts";
import { BUILT_IN_RANGE } from "#core/vocabulary/track.ts";
import { talliesOf } from "./tallies.ts";
import { counted, dayWords } from "./wording.ts";

/** Under the timeline's title: units, how many sessions of how many, and which days: "Ratings 0–10, stages in words · 14 sessions · 3 Mar – 12 Nov". */
export function timelineFacts(timeline: Timeline, window: Span): string {
  const shown = daysOf(window, timeline.stops);
  const days = `${dayWords(shown.from, timeline.today)} – ${dayWords(shown.to, timeline.today)}`;
  return [unitsOf(timeline), howMany(timeline, window), days].filter((part) => part !== "").join(" · ");
}

function unitsOf({ climate, grounding, ladder, own }: Timeline): string {
  const { lowest, highest } = BUILT_IN_RANGE;
  const units = [
    ...(climate.length > 0 || grounding.length > 0 ? [`Ratings ${lowest}–${highest}`] : []),
    ...own.map(({ track }) => `${track.name} ${track.lowest}–${track.highest}`),
    ...(ladder.points.length > 0 ? ["stages in words"] : []),
  ];
  return units.join(", ");
}

function howMany(timeline: Timeline, { from, to }: Span): string {
  const { sessions, measurements } = talliesOf(timeline);
  const within = timeline.placed.filter((each) => each.x >= from && each.x < to);
  const part = (shown: number, all: number, one: string) => (shown === all ? counted(all, one) : `${shown} of ${counted(all, one)}`);
  return [
    ...(sessions > 0 ? [part(within.filter((each) => each.held).length, sessions, "session")] : []),
    ...(measurements > 0 ? [part(within.filter((each) => each.occasion.kind === "measurement").length, measurements, "measurement")] : []),
  ].join(", ");
}
