import type { Day } from "#core/day.ts";
import type { FocusReading } from "#core/readings/focus-reading.ts";
import { RATINGS_FOR_DIRECTION, RATINGS_FOR_STRETCH, RATINGS_IN_BASELINE, type RangeVerdict, USEFUL_FOR_RUN } from "#core/readings/focus-verdicts.ts";
import { RATER_LABELS } from "#core/vocabulary/track.ts";
import { capital, counted, dayWords, figure, listed, ordinal } from "#core/vocabulary/wording.ts";
import { isolated } from "./isolated.ts";

/** Beside every focus chart: what the words below it are worth. */
export const FOCUS_PROMISE =
  "These words are slow on purpose: of ten cases in which nothing moves, about one shows any of them at any time in its first 30 ratings, looked at after each.";

/** About what a sentence of a focus track is. */
export interface FocusSentence {
  readonly about: "direction" | "resemblance" | "run" | "range" | "stretch" | "not-yet" | "not-rated" | "earlier";
  readonly words: string;
  /** Said in a lower voice: what cannot be told yet, what is not there, how to read it. */
  readonly aside: boolean;
}

const aloud = (about: FocusSentence["about"], words: string): FocusSentence => ({ about, words, aside: false });
const aside = (about: FocusSentence["about"], words: string): FocusSentence => ({ about, words, aside: true });

/**
 * What is said of one focus track since it was chosen: its direction aloud, the rest aloud only where there is something to look at.
 * What cannot be told yet is one sentence, however much that is: the first one before a direction can be told, one aside after.
 */
export function focusSentences(reading: FocusReading, today: Day): FocusSentence[] {
  return [
    directionWords(reading, today),
    ...runWords(reading),
    ...rangeWords(reading, today),
    ...stretchWords(reading),
    ...notYetWords(reading),
    ...resemblanceWords(reading),
    ...notRatedWords(reading),
    ...earlierWords(reading),
  ];
}

function directionWords(reading: FocusReading, today: Day): FocusSentence {
  const { name, rater, direction, ratedSince } = reading;
  const since = `since it was chosen on ${dayWords(reading.chosenOn, today)}`;
  const track = `${isolated(name)}${RATER_LABELS[rater].afterTrack}`;
  if (direction === null) {
    return aloud(
      "direction",
      `${track}: ${ratedSince} of ${RATINGS_FOR_DIRECTION} ratings ${since}: ${RATINGS_FOR_DIRECTION - ratedSince} more before a direction can be spoken of; a run takes at least ${USEFUL_FOR_RUN}, a usual range ${RATINGS_IN_BASELINE}, a stretch ${RATINGS_FOR_STRETCH}.`,
    );
  }
  const over = `over ${counted(ratedSince, "rating")} ${since}`;
  if (direction === "no-clear-direction") return aloud("direction", `${track}: no clear direction ${over}.`);
  const word = reading.resembles ? `seems to be ${direction}` : direction;
  return aloud("direction", `${track}: ${word} ${over}${betterWords(reading)}${slopeWords(reading)}.`);
}

/** Nothing where neither way is better: then a direction is no gain and no loss. */
function betterWords({ better }: FocusReading): string {
  return better === "neither" ? "" : ` (${better} is better)`;
}

function slopeWords({ line }: FocusReading): string {
  // Many equal ratings: most pairs neither rise nor fall, and the line is level though the series is not.
  if (!line || figure(line.slopePerWeek) === "0") return "";
  const { lower, upper } = line;
  const [from, to] = line.slopePerWeek > 0 ? [lower, upper] : [upper, lower];
  const range = from === null || to === null ? "" : ` (rough range ${size(from, line.slopePerWeek)} to ${size(to, line.slopePerWeek)})`;
  const slope = figure(Math.abs(line.slopePerWeek));
  return `: about ${slope} ${slope === "1" ? "point" : "points"} a week${range}`;
}

/** The size of a slope in the direction spoken of; one the other way keeps its minus. */
function size(slope: number, spoken: number): string {
  return figure(slope * Math.sign(spoken) + 0);
}

function runWords({ run, ratedSince }: FocusReading): FocusSentence[] {
  if (run.status === "cannot-tell-yet") return [];
  if (run.status === "one-sided")
    return [
      aside("run", `Unusual run: cannot tell, because too few of the ${ratedSince} ratings lie on one of the two sides of their middle value.`),
    ];
  const off = `${counted(run.usefulCount, "rating")} above or below their middle value (${figure(run.median)})`;
  if (!run.unusual) return [aside("run", `No unusual run over ${off}.`)];
  const why = [
    ...(run.isLong ? [`${run.longestRun} of ${off} lie in a row on one side of it`] : []),
    ...(run.isSeldomAcross ? [`${run.isLong ? "they" : off} change sides only ${run.crossings === 1 ? "once" : `${run.crossings} times`}`] : []),
  ];
  return [aloud("run", `Unusual run: worth a look. ${capital(why.join("; "))}.`)];
}

function rangeWords(reading: FocusReading, today: Day): FocusSentence[] {
  const { range, points, lowest, highest } = reading;
  const first = `the first ${RATINGS_IN_BASELINE} ratings`;
  if (range.status === "cannot-tell-yet") return [];
  if (range.status === "at-an-end") return [aside("range", `Usual range: cannot tell, because many of ${first} stand at one end of the scale.`)];
  if (range.status === "flat") return [aside("range", `Usual range: cannot tell, because ${first} are all alike.`)];
  if (range.lower <= lowest && range.upper >= highest)
    return [
      aside(
        "range",
        `The usual range of ${first} covers the whole scale, ${figure(lowest)} to ${figure(highest)}: no single rating is called unusual.`,
      ),
    ];
  const usual = usualRange(range, reading);
  const limits = `${figure(usual.from)} to ${figure(usual.to)}`;
  if (range.compared === 0) return [aside("range", `The usual range of ${first} is ${limits}; 0 ratings came after them so far.`)];
  const after = range.compared === 1 ? "1 rating after them" : `the newest ${range.compared} ratings after them`;
  const outside = points.filter((point) => point.outside);
  if (outside.length === 0) return [aside("range", `The usual range of ${first} is ${limits}; outside it: 0 of ${after}.`)];
  const told = outside.map(
    (point) => `${figure(point.value)} ${point.sessionNumber === null ? "" : `in session ${point.sessionNumber} `}on ${dayWords(point.day, today)}`,
  );
  return [aloud("range", `Out of the usual range of ${first} (${limits}): ${listed(told)}; ${outside.length} of ${after}.`)];
}

/**
 * The usual range as it is read: the lowest and the highest number that still lie in it. Of a track rated in whole numbers these are
 * whole: a limit of 8.43 is one that nobody can rate.
 */
export function usualRange(
  { lower, upper }: Extract<RangeVerdict, { readonly status: "computed" }>,
  { points, lowest, highest }: Pick<FocusReading, "points" | "lowest" | "highest">,
): { readonly from: number; readonly to: number } {
  const [from, to] = [Math.max(lower, lowest), Math.min(upper, highest)];
  // Inward: a rating of 0 lies outside a limit of 0.29, and outward "0 to 10" would hold it.
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  return points.every(({ value }) => Number.isInteger(value)) && first < last ? { from: first, to: last } : { from, to };
}

function stretchWords({ shaded, ratedSince }: FocusReading): FocusSentence[] {
  if (ratedSince < RATINGS_FOR_STRETCH) return [];
  if (!shaded) return [aside("stretch", `No stretch stands out as the one of a shift, over ${counted(ratedSince, "rating")}.`)];
  const { fromSession, toSession, fromRating, toRating } = shaded;
  const where =
    fromSession !== null && toSession !== null ? `sessions ${fromSession}–${toSession}` : `the ${ordinal(fromRating)} to ${ordinal(toRating)} rating`;
  return [aloud("stretch", `May have shifted somewhere around ${where}, over ${counted(ratedSince, "rating")} (a steady change is shaded too).`)];
}

/** What is still to come, the nearest first. Before a direction can be told its own sentence says all of it. */
function notYetWords({ direction, run, range, ratedSince }: FocusReading): FocusSentence[] {
  if (direction === null) return [];
  const parts = [
    ...(run.status === "cannot-tell-yet"
      ? [`whether a run is unusual (it takes ${USEFUL_FOR_RUN} ratings above or below their middle value; so far ${run.usefulCount})`]
      : []),
    ...(range.status === "cannot-tell-yet" ? [`the usual range (it takes ${RATINGS_IN_BASELINE} ratings)`] : []),
    ...(ratedSince < RATINGS_FOR_STRETCH ? [`whether it shifted (it takes ${RATINGS_FOR_STRETCH})`] : []),
  ];
  return parts.length === 0 ? [] : [aside("not-yet", `Cannot tell yet, with ${counted(ratedSince, "rating")}: ${listed(parts)}.`)];
}

function resemblanceWords({ resembles, direction, ratedSince }: FocusReading): FocusSentence[] {
  if (!resembles || direction === null) return [];
  return [
    aside(
      "resemblance",
      `Neighbouring ratings resemble each other over these ${ratedSince}: a series that only wanders by itself can look like this, so a direction, a run or a stretch is read with more care.`,
    ),
  ];
}

function notRatedWords({ heldSince, ratedInHeld, ratedSince }: FocusReading): FocusSentence[] {
  const missing = heldSince - ratedInHeld;
  const elsewhere = ratedSince - ratedInHeld;
  const parts = [
    ...(missing > 0 ? [`not rated in ${missing} of ${counted(heldSince, "session")} held since`] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, "rating")} given outside sessions`] : []),
  ];
  return parts.length === 0 ? [] : [aside("not-rated", `${capital(parts.join("; "))}.`)];
}

/** Chosen after they were known, they would always have moved. */
function earlierWords({ points, ratedSince }: FocusReading): FocusSentence[] {
  const earlier = points.length - ratedSince;
  return earlier === 0
    ? []
    : [aside("earlier", `${counted(earlier, "rating")} from before the choice ${earlier === 1 ? "is" : "are"} drawn and not judged.`)];
}
