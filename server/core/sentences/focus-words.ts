import type { Day } from "#core/day.ts";
import type { FocusReading, FocusSentence } from "#core/readings/focus-reading.ts";
import { RATINGS_FOR_DIRECTION, RATINGS_FOR_STRETCH, RATINGS_IN_BASELINE, USEFUL_FOR_RUN } from "#core/readings/focus-verdicts.ts";
import { RATER_ASIDE } from "./track-words.ts";
import { capital, counted, dayWords, figure, listed, ordinal } from "./wording.ts";

/** Beside every focus chart: what the words below it are worth. */
export const FOCUS_PROMISE =
  "These words are slow on purpose: of ten cases in which nothing moves, at most about one shows any of them at any time in its first 30 ratings, looked at after each.";

type Told = Omit<FocusReading, "sentences">;
const aloud = (about: FocusSentence["about"], words: string): FocusSentence => ({ about, words, aside: false });
const aside = (about: FocusSentence["about"], words: string): FocusSentence => ({ about, words, aside: true });

/** What is said of one focus track since it was chosen: its direction aloud, the rest aloud only where there is something to look at. */
export function focusSentences(reading: Told, today: Day): FocusSentence[] {
  return [
    directionWords(reading, today),
    ...runWords(reading),
    rangeWords(reading, today),
    stretchWords(reading),
    ...resemblanceWords(reading),
    ...notRatedWords(reading),
    ...earlierWords(reading),
  ];
}

function directionWords(reading: Told, today: Day): FocusSentence {
  const { name, rater, direction, ratedSince } = reading;
  const since = `since it was chosen on ${dayWords(reading.chosenOn, today)}`;
  const track = `${name}${RATER_ASIDE[rater]}`;
  if (direction === null) {
    const needed = RATINGS_FOR_DIRECTION - ratedSince;
    if (ratedSince === 0) return aloud("direction", `${track}: 0 of ${needed} ratings ${since}; from ${needed} on a direction can be spoken of.`);
    return aloud(
      "direction",
      `${track}: ${ratedSince} of ${RATINGS_FOR_DIRECTION} ratings ${since}: ${needed} more before a direction can be spoken of.`,
    );
  }
  const over = `over ${counted(ratedSince, "rating")} ${since}`;
  if (direction === "no-clear-direction") return aloud("direction", `${track}: no clear direction ${over}.`);
  const word = reading.resembles ? `seems to be ${direction}` : direction;
  return aloud("direction", `${track}: ${word} ${over}${wayWords(reading)}${slopeWords(reading)}.`);
}

/** Nothing where neither way is better: then a direction is no gain and no loss. */
function wayWords({ way }: Told): string {
  return way === null ? "" : way === "toward" ? ", toward what is better here" : ", away from what is better here";
}

function slopeWords({ line }: Told): string {
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

function runWords({ run, ratedSince }: Told): FocusSentence[] {
  const off = (count: number) => `${counted(count, "rating")} off their median`;
  if (run.status === "cannot-tell-yet") {
    return [aside("run", `Runs: cannot tell yet, ${run.usefulCount} of ${USEFUL_FOR_RUN} ratings off their median.`)];
  }
  if (run.status === "one-sided")
    return [aside("run", `Runs: cannot tell, too few of ${counted(ratedSince, "rating")} lie on one of the two sides of their median.`)];
  if (!run.unusual) return [aside("run", `No unusual run over ${off(run.usefulCount)}.`)];
  const why = [
    ...(run.isLong ? [`${run.longestRun} of ${off(run.usefulCount)} lie in a row on one side of it`] : []),
    ...(run.isSeldomAcross ? [`${off(run.usefulCount)} change sides only ${run.crossings === 1 ? "once" : `${run.crossings} times`}`] : []),
  ];
  return [aloud("run", `Unusual run: worth a look. ${capital(why.join("; "))}.`)];
}

function rangeWords({ range, points, ratedSince, lowest, highest }: Told, today: Day): FocusSentence {
  const first = `the first ${RATINGS_IN_BASELINE} ratings`;
  if (range.status === "cannot-tell-yet")
    return aside(
      "range",
      `Usual range: cannot tell yet, ${ratedSince} of ${RATINGS_IN_BASELINE} ratings; ${RATINGS_IN_BASELINE - ratedSince} more needed.`,
    );
  if (range.status === "flat") return aside("range", `Usual range: cannot tell, because ${first} are all alike.`);
  if (range.lower <= lowest && range.upper >= highest)
    return aside(
      "range",
      `The usual range of ${first} covers the whole scale, ${figure(lowest)} to ${figure(highest)}: no single rating is called unusual.`,
    );
  const limits = `${figure(Math.max(range.lower, lowest))} to ${figure(Math.min(range.upper, highest))}`;
  if (range.compared === 0) return aside("range", `The usual range of ${first} is ${limits}; 0 ratings came after them so far.`);
  const after = range.compared === 1 ? "1 rating after them" : `the newest ${range.compared} ratings after them`;
  const outside = points.filter((point) => point.outside);
  if (outside.length === 0) return aside("range", `The usual range of ${first} is ${limits}; outside it: 0 of ${after}.`);
  const told = outside.map(
    (point) => `${figure(point.value)} ${point.sessionNumber === null ? "" : `in session ${point.sessionNumber} `}on ${dayWords(point.day, today)}`,
  );
  return aloud("range", `Out of the usual range of ${first} (${limits}): ${listed(told)}; ${outside.length} of ${after}.`);
}

function stretchWords({ shaded, ratedSince, direction }: Told): FocusSentence {
  if (ratedSince < RATINGS_FOR_STRETCH)
    return aside(
      "stretch",
      `When it shifted: cannot tell yet, ${ratedSince} of ${RATINGS_FOR_STRETCH} ratings; ${RATINGS_FOR_STRETCH - ratedSince} more needed.`,
    );
  if (!shaded) return aside("stretch", `No stretch stands out as the one of a shift, over ${counted(ratedSince, "rating")}.`);
  const { fromSession, toSession, fromRating, toRating } = shaded;
  const where =
    fromSession !== null && toSession !== null ? `sessions ${fromSession}–${toSession}` : `the ${ordinal(fromRating)} to ${ordinal(toRating)} rating`;
  const steady = direction === "rising" || direction === "falling" ? "; a steady change would be shaded too" : "";
  return aloud("stretch", `It shifted somewhere around ${where}, over ${counted(ratedSince, "rating")}${steady}.`);
}

function resemblanceWords({ resembles, direction, ratedSince }: Told): FocusSentence[] {
  if (!resembles || direction === null) return [];
  return [
    aside(
      "resemblance",
      `Neighbouring ratings resemble each other over these ${ratedSince}: a series that only wanders by itself can look like this, so a direction, a run or a stretch is read with more care.`,
    ),
  ];
}

function notRatedWords({ heldSince, ratedInHeld, ratedSince }: Told): FocusSentence[] {
  const missing = heldSince - ratedInHeld;
  const elsewhere = ratedSince - ratedInHeld;
  const parts = [
    ...(missing > 0 ? [`not rated in ${missing} of ${counted(heldSince, "session")} held since`] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, "rating")} given outside sessions`] : []),
  ];
  return parts.length === 0 ? [] : [aside("not-rated", `${capital(parts.join("; "))}.`)];
}

/** Chosen after they were known, they would always have moved. */
function earlierWords({ points, ratedSince }: Told): FocusSentence[] {
  const earlier = points.length - ratedSince;
  return earlier === 0
    ? []
    : [aside("earlier", `${counted(earlier, "rating")} from before the choice ${earlier === 1 ? "is" : "are"} drawn and not judged.`)];
}
