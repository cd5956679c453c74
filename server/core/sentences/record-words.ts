/** What the record holds besides the lines, and what it does not: said with its count, in a lower voice. */
import type { Timeline } from "#core/series/timeline.ts";
import { DIRECTION_WORDS, DIRECTIONS } from "#core/vocabulary/shift.ts";
import { type Sentence, say, sayAside } from "./sentence.ts";
import { ratedBothIn, ratedStages, talliesOf } from "./tallies.ts";
import { counted, dayWords, listed } from "./wording.ts";

export function recordSentences(timeline: Timeline): Sentence[] {
  return [
    ...shiftSentence(timeline),
    ...notRatedSentence(timeline),
    ...gapSentence(timeline),
    ...attendanceSentence(timeline),
    ...sourceSentence(timeline),
    ...importSentence(timeline),
    ...raterSentence(timeline),
  ];
}

function shiftSentence(timeline: Timeline): Sentence[] {
  const shifts = timeline.placed.flatMap((each) => each.occasion.shifts);
  const { between } = talliesOf(timeline);
  const noted = between === 0 ? [] : [`${counted(between, "change")} noted between sessions`];
  const ways = DIRECTIONS.map((direction) => ({ direction, times: shifts.filter((shift) => shift.direction === direction).length })).filter(
    (way) => way.times > 0,
  );
  const told =
    shifts.length === 0 ? [] : [`${counted(shifts.length, "shift")}: ${listed(ways.map((way) => `${way.times} ${DIRECTION_WORDS[way.direction]}`))}`];
  const words = [...told, ...noted].join("; ");
  return words === "" ? [] : [say("shifts", `${words}.`)];
}

/** One count for the ladder, because it is the one that is hatched; a rating line says its own share. */
function notRatedSentence(timeline: Timeline): Sentence[] {
  const held = timeline.placed.filter((each) => each.held);
  const missing = held.filter((each) => (each.occasion.observation?.stage ?? null) === null).length;
  // None rated at all is already the sentence of the ladder.
  if (missing === 0 || missing === held.length) return [];
  return [sayAside("not-rated", `Not rated in ${missing} of ${held.length} sessions: where the observing partner stood.`)];
}

function gapSentence({ gaps, today }: Timeline): Sentence[] {
  const [first, ...more] = gaps;
  if (!first) return [];
  const since = (gap: typeof first) => `${counted(gap.weeks, "week")} from ${dayWords(gap.fromDay, today)}`;
  if (more.length === 0) return [sayAside("gaps", `A gap of ${counted(first.weeks, "week")} from ${dayWords(first.fromDay, today)} is left open.`)];
  const longest = [...gaps].sort((a, b) => b.days - a.days)[0] as typeof first;
  const said = gaps.length > 3 ? `the longest ${since(longest)}` : listed(gaps.map(since));
  return [sayAside("gaps", `${gaps.length} gaps are left open: ${said}.`)];
}

function attendanceSentence(timeline: Timeline): Sentence[] {
  const { cancelled, noShows, sessions } = talliesOf(timeline);
  const parts = [...(cancelled > 0 ? [`${counted(cancelled, "hour")} cancelled`] : []), ...(noShows > 0 ? [counted(noShows, "no-show")] : [])];
  if (parts.length === 0) return [];
  return [sayAside("attendance", `${listed(parts)}, counted apart from the ${counted(sessions, "session")} held.`)];
}

/** How much of what is said about the observing partner comes from the other partner alone. */
function sourceSentence(timeline: Timeline): Sentence[] {
  const shifts = timeline.placed.flatMap((each) => each.occasion.shifts).filter((shift) => shift.who !== "active");
  const sources = [...ratedStages(timeline).map((each) => each.source), ...shifts.map((shift) => shift.source)];
  const known = sources.filter((source) => source !== null && source !== "not-recorded");
  const told = known.filter((source) => source === "told").length;
  const unknown = sources.length - known.length;
  const apart = unknown === 0 ? "" : `; ${unknown} more without a source, counted apart`;
  if (known.length === 0)
    return unknown === 0 ? [] : [sayAside("sources", `${counted(unknown, "entry", "entries")} about the observing partner without a source.`)];
  return [
    sayAside("sources", `Told by the client alone: ${told} of ${counted(known.length, "entry", "entries")} about the observing partner${apart}.`),
  ];
}

function importSentence(timeline: Timeline): Sentence[] {
  const { importedMeasurements, measurements, importedSessions, sessions, checkIns } = talliesOf(timeline);
  const own = measurements - importedMeasurements;
  return [
    ...(importedMeasurements > 0
      ? [
          sayAside(
            "imports",
            `${counted(importedMeasurements, "imported measurement")}, not ${importedMeasurements === 1 ? "a session" : "sessions"}.`,
          ),
        ]
      : []),
    ...(own > 0 ? [sayAside("imports", `${counted(own, "measurement")}, not ${own === 1 ? "a session" : "sessions"}.`)] : []),
    ...(checkIns > 0 ? [sayAside("imports", `${counted(checkIns, "check-in")}, not ${checkIns === 1 ? "a session" : "sessions"}.`)] : []),
    ...(importedSessions > 0 ? [sayAside("imports", `${importedSessions} of ${counted(sessions, "session")} brought in from earlier records.`)] : []),
  ];
}

/** Two series by one rater in one sitting share that person's mood: they are shown, and nothing is concluded from them. */
function raterSentence(timeline: Timeline): Sentence[] {
  const both = ratedBothIn(timeline);
  if (both === 0) return [];
  const { sessions } = talliesOf(timeline);
  return [sayAside("raters", `You rated both partners in ${both} of ${counted(sessions, "session")}: shown together, not tested.`)];
}
