import type { Day } from "#core/day.ts";
import { atItWords, categoryOf, distressWords, placeAt } from "#core/measures/cut-off.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import { SCORE_ABOUT_WORDS } from "#core/vocabulary/measure.ts";
import { counted, dayWords, figure } from "./wording.ts";

/** One sentence beside a line of scores. */
export interface ScoreSentence {
  readonly about: "level" | "change" | "category" | "gains" | "missing" | "norms";
  readonly words: string;
  readonly aside: boolean;
}

type Reading = Omit<ScoreReading, "title" | "sentences">;

/** The last score and where it stands: the chart's title. */
export function scoreTitle(reading: Reading, today: Day): string {
  const last = reading.points.at(-1);
  if (!last) return `${subjectOf(reading)}: no score in ${counted(reading.stops.length, "sitting")}`;
  return `${subjectOf(reading)}: ${figure(last.value)} on ${dayWords(last.day, today)}${standsWords(reading)}`;
}

/** A line of scores in words, from the numbers the chart draws: no cause, and a verdict only with the norms for it. */
export function scoreSentences(reading: Reading, today: Day): ScoreSentence[] {
  return [levelOrChange(reading, today), ...stands(reading, today), ...gains(reading, today), ...missing(reading), ...norms(reading)];
}

/** "CSI-4", "PHQ-9 (lower is better)", "CSI-4 (the observing partner’s answers)": whose score it is, wherever that is not plain. */
function subjectOf({ measure, whose, about, better }: Reading): string {
  const asides = [
    ...(whose === "observing" ? ["the observing partner’s answers"] : []),
    ...(whose === "guess" ? ["the active partner’s guess for the observing partner"] : []),
    ...(whose === "clinician" ? [`your rating of ${SCORE_ABOUT_WORDS[about]}`] : []),
    ...(better === "lower" ? ["lower is better"] : []),
  ];
  return asides.length === 0 ? measure.name : `${measure.name} (${asides.join("; ")})`;
}

function levelOrChange(reading: Reading, today: Day): ScoreSentence {
  const { points, change, stops } = reading;
  const subject = subjectOf(reading);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last)
    return { about: "level", aside: false, words: `${subject}: no score in ${counted(stops.length, "sitting")}, nothing to say yet.` };
  if (change.status === "too-few")
    return {
      about: "level",
      aside: false,
      words: `${subject} is ${figure(last.value)} on ${dayWords(last.day, today)}${standsWords(reading)}. 1 score: too few to say whether it changes.`,
    };
  const moved = movedWords(first.value, last.value);
  return { about: "change", aside: false, words: `${subject} ${moved}${verdictWords(reading)}` };
}

/** Where the line went further than its two ends: two equal ends may hide a fall to 0. */
function betweenWords({ points }: Reading): string {
  const values = points.map((point) => point.value);
  const inner = values.slice(1, -1);
  const ends = [values[0] as number, values.at(-1) as number];
  const [lowest, highest] = [Math.min(...inner), Math.max(...inner)];
  if (inner.length === 0 || (lowest >= Math.min(...ends) && highest <= Math.max(...ends))) return "";
  return lowest === highest ? `, ${figure(lowest)} in between` : `, between ${figure(lowest)} and ${figure(highest)} in between`;
}

function movedWords(first: number, last: number): string {
  if (first === last) return `is at ${figure(last)}, as at first`;
  return `${last > first ? "rose" : "fell"} from ${figure(first)} to ${figure(last)}`;
}

function verdictWords(reading: Reading): string {
  const { change, norms, points } = reading;
  const between = betweenWords(reading);
  const over = `${between}${between === "" ? "" : ","} over ${counted(points.length, "score")}`;
  const cutOff = cutOffWords(reading, ", and ");
  if (change.status === "no-norms" || norms === null) {
    return `${over}${cutOffWords(reading, ", ")}; whether that is more than measurement error cannot be told.`;
  }
  const confidence = norms.confidence === null ? "" : ` at ${figure(norms.confidence * 100)} %`;
  const unconfirmed = norms.unconfirmed ? " (norm unconfirmed)" : "";
  if (change.status === "within-error") return `${over}: within measurement error${confidence}${cutOff}${unconfirmed}.`;
  const standing = change.status === "confirmed" ? "confirmed at two sittings" : "not yet confirmed: one sitting";
  return `${between}: more than measurement error${confidence}${cutOff}; ${standing}${unconfirmed}.`;
}

/** ", and above the distress cut-off of 13.5": where the last score stands. Nothing where there is no cut-off. */
function cutOffWords({ cutOff, points }: Reading, joined: string): string {
  const last = points.at(-1);
  if (!last || cutOff === null) return "";
  const atIt = atItWords(cutOff, last.value);
  return `${joined}${placeAt(cutOff, last.value)} the distress cut-off of ${figure(cutOff.value)}${atIt === "" ? "" : `, ${atIt}`}`;
}

/** ", in the distress range (below 13.5)". */
function standsWords({ cutOff, points }: Reading): string {
  const last = points.at(-1);
  return !last || cutOff === null ? "" : `, ${distressWords(cutOff, last.value)}`;
}

/**
 * What the last score means, right after the sentence of the change: that one says above or below the cut-off (CLINICAL 4), which is
 * distress on one measure and none on the next.
 */
function stands({ measure, bands, points, cutOff, change }: Reading, today: Day): ScoreSentence[] {
  const last = points.at(-1);
  if (!last) return [];
  const word = categoryOf({ bands }, last.value);
  // The cut-off itself is told with what it counts as.
  const isTold = cutOff === null || change.status === "too-few" || last.value === cutOff.value;
  const meant = isTold ? null : `is ${distressWords(cutOff, last.value)}`;
  const called = word === null ? null : `lies in the stretch that ${measure.name} calls “${word}”`;
  const said = [meant, called].filter((each) => each !== null).join(" and ");
  return said === "" ? [] : [{ about: "category", aside: false, words: `${figure(last.value)} on ${dayWords(last.day, today)} ${said}.` }];
}

function gains({ gains: found, stops }: Reading, today: Day): ScoreSentence[] {
  if (found === null || found.steps < 1) return [];
  if (found.judged === 0)
    return [
      {
        about: "gains",
        aside: true,
        words: `Sudden gains: cannot tell yet in ${counted(stops.length, "sitting")}; 2 scores on either side of a step are needed.`,
      },
    ];
  const judged = `${found.judged} of ${counted(found.steps, "step")} could be judged`;
  if (found.to.length === 0) return [{ about: "gains", aside: true, words: `No sudden gain from one score to the next; ${judged}.` }];
  return found.to.map((at) => {
    const [from, to] = [stops[at - 1], stops[at]];
    const [before, after] = [from?.score ?? null, to?.score ?? null];
    const between = from && to ? `between ${dayWords(from.day, today)} and ${dayWords(to.day, today)}` : "";
    const figures = before === null || after === null ? "" : `, from ${figure(before)} to ${figure(after)}`;
    return { about: "gains" as const, aside: false, words: `A sudden gain ${between}${figures}; ${judged}.` };
  });
}

function missing({ stops }: Reading): ScoreSentence[] {
  const without = stops.filter((stop) => stop.score === null).length;
  return without === 0
    ? []
    : [
        {
          about: "missing",
          aside: true,
          words: `No score in ${without} of ${counted(stops.length, "sitting")}: too many answers missing. No answer is made up.`,
        },
      ];
}

/** Why no more is said. */
function norms({ change, how, measure, norms: known, points }: Reading): ScoreSentence[] {
  const say = (words: string): ScoreSentence[] => [{ about: "norms", aside: true, words }];
  if (how === "guess")
    return say(`${counted(points.length, "guess", "guesses")}: norms are of people’s own answers, so a guess is shown and not judged.`);
  if (how === "clinician" && !measure.own)
    return say(
      `${counted(points.length, "rating")} of yours: the norms of ${measure.name} are of people’s own answers, so they are shown and not judged.`,
    );
  if (change.status === "no-norms")
    return say(
      `Neither points of change nor a spread are known for ${measure.name}: its ${counted(points.length, "score")} are compared with each other only.`,
    );
  if (known?.unconfirmed && points.length > 0)
    return say(`Norm unconfirmed: a figure behind the ${figure(known.points)} points of measurement error is from memory.`);
  return [];
}
