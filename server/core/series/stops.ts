import type { Day } from "#core/day.ts";
import { dayWithYear } from "#core/sentences/wording.ts";
import type { OccasionKind } from "#core/vocabulary/occasion.ts";
import type { DayX, Placed, Span } from "./axis.ts";
import { type Column, type Figure, figuresOf } from "./figures.ts";
import type { Mark } from "./marks.ts";

/** A place on the axis where a reader can stand: an occasion, or a day on which something happened to the case. */
export interface Stop {
  readonly x: DayX;
  readonly day: Day;
  readonly placed: Placed | null;
  readonly marks: readonly Mark[];
}

/** Everything that can be read, in order of time. An event on a day with an occasion is read with the first one of that day. */
export function stopsOf(placed: readonly Placed[], occasionMarks: readonly Mark[], caseMarks: readonly Mark[]): Stop[] {
  const marksOf = new Map<string, Mark[]>();
  for (const mark of occasionMarks) if (mark.occasion !== null) marksOf.set(mark.occasion, [...(marksOf.get(mark.occasion) ?? []), mark]);
  const eventsOn = new Map<Day, Mark[]>();
  for (const mark of caseMarks) eventsOn.set(mark.day, [...(eventsOn.get(mark.day) ?? []), mark]);
  const occasions = placed.map((each) => {
    const { id, day } = each.occasion;
    const events = eventsOn.get(day) ?? [];
    eventsOn.delete(day);
    return { x: each.x, day, placed: each, marks: [...events, ...(marksOf.get(id) ?? [])] };
  });
  const alone = [...eventsOn].map(([day, marks]) => ({ x: (marks[0] as Mark).x, day, placed: null, marks }));
  return [...occasions, ...alone].sort((a, b) => a.x - b.x);
}

/** The stop next to a place on the axis, by its index; null where there is none inside the window. */
export function nearestStop(stops: readonly Pick<Stop, "x">[], x: DayX, window: Span): number | null {
  let nearest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  stops.forEach((stop, index) => {
    const away = Math.abs(stop.x - x);
    if (stop.x < window.from || stop.x >= window.to || away >= distance) return;
    nearest = index;
    distance = away;
  });
  return nearest;
}

/** Everything known at one stop, for eye and ear: the title, every value ("not rated" said), and the marks in words. */
export interface Readout {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly marks: readonly string[];
}

const KIND_WORDS: Record<OccasionKind, string> = {
  session: "Session",
  between: "Between sessions",
  "check-in": "Check-in",
  measurement: "Measurement",
};

/** What an occasion is called: "Session 14", "Cancelled hour", "Imported measurement". */
export function occasionWords({ occasion, sessionNumber, firstStance }: Placed): string {
  if (firstStance) return "First stance";
  if (occasion.kind === "session" && occasion.attendance === "cancelled") return "Cancelled hour";
  if (occasion.kind === "session" && occasion.attendance === "no-show") return "No-show";
  if (sessionNumber !== null) return `${KIND_WORDS.session} ${sessionNumber}`;
  if (occasion.measure !== null) return occasion.measure;
  return occasion.imported && occasion.kind === "measurement" ? "Imported measurement" : KIND_WORDS[occasion.kind];
}

export function readoutAt(stop: Stop, columns: readonly Column[]): Readout {
  const figures = stop.placed ? figuresOf(stop.placed, columns).filter((each) => each.standing !== "not-asked") : [];
  const what = stop.placed ? occasionWords(stop.placed) : "The case";
  return { title: `${what}, ${dayWithYear(stop.day)}`, figures, marks: stop.marks.map((mark) => mark.words) };
}

/** The readout as one spoken line. */
export function spoken({ title, figures, marks }: Readout): string {
  return [title, ...figures.map((each) => `${each.label}: ${each.words}`), ...marks].join(". ");
}
