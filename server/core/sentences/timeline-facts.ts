import type { Span } from "#core/series/axis.ts";
import type { Course } from "#core/series/timeline.ts";
import { daysOf } from "#core/series/window.ts";
import { BUILT_IN_RANGE } from "#core/vocabulary/track.ts";
import { talliesOf } from "./tallies.ts";
import { counted, dayWords } from "./wording.ts";

/** Under the timeline's title: units, how many sessions of how many, and which days: "Ratings 0–10, stages in words · 14 sessions · 3 Mar – 12 Nov". */
export function courseFacts(course: Course, window: Span): string {
  const shown = daysOf(window, course.stops);
  const days = `${dayWords(shown.from, course.today)} – ${dayWords(shown.to, course.today)}`;
  return [unitsOf(course), howMany(course, window), days].filter((part) => part !== "").join(" · ");
}

function unitsOf({ climate, grounding, ladder, own }: Course): string {
  const { lowest, highest } = BUILT_IN_RANGE;
  const units = [
    ...(climate.length > 0 || grounding.length > 0 ? [`Ratings ${lowest}–${highest}`] : []),
    ...own.map(({ track }) => `${track.name} ${track.lowest}–${track.highest}`),
    ...(ladder.points.length > 0 ? ["stages in words"] : []),
  ];
  return units.join(", ");
}

function howMany(course: Course, { from, to }: Span): string {
  const { sessions, measurements } = talliesOf(course);
  const within = course.placed.filter((each) => each.x >= from && each.x < to);
  const part = (shown: number, all: number, one: string) => (shown === all ? counted(all, one) : `${shown} of ${counted(all, one)}`);
  return [
    ...(sessions > 0 ? [part(within.filter((each) => each.held).length, sessions, "session")] : []),
    ...(measurements > 0 ? [part(within.filter((each) => each.occasion.kind === "measurement").length, measurements, "measurement")] : []),
  ].join(", ");
}
