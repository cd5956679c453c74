import type { Day } from "#core/day.ts";
import { atItWords, categoryOf, distressWords, placeAt } from "#core/measures/cut-off.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import { SCORE_ABOUT_WORDS } from "#core/vocabulary/measure.ts";
import { isolated } from "./isolated.ts";
import { counted, dayWords, figure } from "./wording.ts";

/** One sentence beside a line of scores. */
export interface ScoreSentence {
  readonly about: "level" | "change" | "category" | "gains" | "missing" | "days" | "norms";
  readonly words: string;
  readonly aside: boolean;
}

type Reading = Omit<ScoreReading, "title" | "sentences">;

/** The last score and where it stands: the chart's title. */
export function scoreTitle(reading: Reading, today: Day): string {
  const last = scoredIn(reading).at(-1);
  if (!last) return `${subjectOf(reading)}: no score in ${counted(reading.sittings.length, "sitting")}`;
  const stood = `${figure(last.value)} on ${dayWords(last.day, today)}${standsWords(reading)}`;
  const without = withoutScore(reading);
  return `${subjectOf(reading)}: ${without === null ? stood : `no score on ${dayWords(without, today)}; before it ${stood}`}`;
}

/** "2 scores", "2 scores and 1 sitting without one": the same words wherever they are counted. */
export function scoreCount({ points, stops }: Pick<Reading, "points" | "stops">): string {
  const without = stops.length - points.length;
  if (points.length === 0) return `${counted(without, "sitting")} without a score`;
  return without === 0 ? counted(points.length, "score") : `${counted(points.length, "score")} and ${counted(without, "sitting")} without one`;
}

/** The scores that count, one a day. */
function scoredIn({ sittings }: Reading): { readonly day: Day; readonly value: number }[] {
  return sittings.flatMap(({ day, score }) => (score === null ? [] : [{ day, value: score }]));
}

/** The day of the newest sitting where that came to no score: whatever is known is of before, and is told so. */
function withoutScore(reading: Reading): Day | null {
  const newest = reading.sittings.at(-1);
  return newest?.score === null && scoredIn(reading).length > 0 ? newest.day : null;
}

/** A line of scores in words, from the numbers the chart draws: no cause, and a verdict only with the norms for it. */
export function scoreSentences(reading: Reading, today: Day): ScoreSentence[] {
  return [
    ...newestWithout(reading, today),
    levelOrChange(reading, today),
    ...stands(reading, today),
    ...gains(reading, today),
    ...missing(reading),
    ...severalOfOneDay(reading),
    ...norms(reading),
  ];
}

/** "CSI-4", "PHQ-9 (lower is better)", "CSI-4 (the observing partner’s answers)": whose score it is, wherever that is not plain. */
function subjectOf({ measure, whose, about, better }: Reading): string {
  const asides = [
    ...(whose === "observing" ? ["the observing partner’s answers"] : []),
    ...(whose === "guess" ? ["the active partner’s guess for the observing partner"] : []),
    ...(whose === "clinician" ? [`your rating of ${SCORE_ABOUT_WORDS[about]}`] : []),
    ...(better === "lower" ? ["lower is better"] : []),
  ];
  return asides.length === 0 ? isolated(measure.name) : `${isolated(measure.name)} (${asides.join("; ")})`;
}

function newestWithout(reading: Reading, today: Day): ScoreSentence[] {
  const without = withoutScore(reading);
  if (without === null) return [];
  return [
    {
      about: "missing",
      aside: false,
      words: `No score on ${dayWords(without, today)}: too many answers missing. What follows is from before that day.`,
    },
  ];
}

function levelOrChange(reading: Reading, today: Day): ScoreSentence {
  const { change, sittings } = reading;
  const subject = subjectOf(reading);
  const scored = scoredIn(reading);
  const [first, last] = [scored[0], scored.at(-1)];
  if (!first || !last)
    return { about: "level", aside: false, words: `${subject}: no score in ${counted(sittings.length, "sitting")}, nothing to say yet.` };
  // The title says the one score itself.
  if (change.status === "too-few") return { about: "level", aside: false, words: "1 score: too few to say whether it changes." };
  const moved = movedWords(first.value, last.value, withoutScore(reading) === null ? null : dayWords(last.day, today));
  return { about: "change", aside: false, words: `${subject} ${moved}${verdictWords(reading)}` };
}

/** Where the line went further than its two ends: two equal ends may hide a fall to 0. */
function betweenWords(reading: Reading): string {
  const values = scoredIn(reading).map((point) => point.value);
  const inner = values.slice(1, -1);
  const ends = [values[0] as number, values.at(-1) as number];
  const [lowest, highest] = [Math.min(...inner), Math.max(...inner)];
  if (inner.length === 0 || (lowest >= Math.min(...ends) && highest <= Math.max(...ends))) return "";
  return lowest === highest ? `, ${figure(lowest)} in between` : `, between ${figure(lowest)} and ${figure(highest)} in between`;
}

/** `past`: the day of the last score, where the newest sitting has none. */
function movedWords(first: number, last: number, past: string | null): string {
  const on = past === null ? "" : ` on ${past}`;
  if (first === last) return `${past === null ? "is" : "was"} at ${figure(last)}${on}, as at first`;
  return `${last > first ? "rose" : "fell"} from ${figure(first)} to ${figure(last)}${on}`;
}

function verdictWords(reading: Reading): string {
  const { change, norms } = reading;
  const between = betweenWords(reading);
  const over = `${between}${between === "" ? "" : ","} over ${counted(scoredIn(reading).length, "score")}`;
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
function cutOffWords(reading: Reading, joined: string): string {
  const { cutOff } = reading;
  const last = scoredIn(reading).at(-1);
  if (!last || cutOff === null) return "";
  const atIt = atItWords(cutOff, last.value);
  return `${joined}${placeAt(cutOff, last.value)} the distress cut-off of ${figure(cutOff.value)}${atIt === "" ? "" : `, ${atIt}`}`;
}

/** ", in the distress range (below 13.5)". */
function standsWords(reading: Reading): string {
  const { cutOff } = reading;
  const last = scoredIn(reading).at(-1);
  return !last || cutOff === null ? "" : `, ${distressWords(cutOff, last.value)}`;
}

/**
 * What the last score means, right after the sentence of the change: that one says above or below the cut-off, which is
 * distress on one measure and none on the next.
 */
function stands(reading: Reading, today: Day): ScoreSentence[] {
  const { measure, bands, cutOff, change } = reading;
  const last = scoredIn(reading).at(-1);
  if (!last) return [];
  const isPast = withoutScore(reading) !== null;
  const word = categoryOf({ bands }, last.value);
  // The cut-off itself is told with what it counts as.
  const isTold = cutOff === null || change.status === "too-few" || last.value === cutOff.value;
  const meant = isTold ? null : `${isPast ? "was" : "is"} ${distressWords(cutOff, last.value)}`;
  const called = word === null ? null : `${isPast ? "lay" : "lies"} in the stretch “${word}” of ${isolated(measure.name)}`;
  const said = [meant, called].filter((each) => each !== null).join(" and ");
  return said === "" ? [] : [{ about: "category", aside: false, words: `${figure(last.value)} on ${dayWords(last.day, today)} ${said}.` }];
}

function gains({ gains: found, sittings: stops }: Reading, today: Day): ScoreSentence[] {
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

function missing({ sittings: stops }: Reading): ScoreSentence[] {
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

function severalOfOneDay({ points }: Reading): ScoreSentence[] {
  const days = points.filter((point) => point.counts).length;
  if (days === points.length) return [];
  const words = `${counted(points.length, "score")} on ${counted(days, "day")}: the last of a day counts, and scores of one day are not compared.`;
  return [{ about: "days", aside: true, words }];
}

/** Why no more is said. */
function norms(reading: Reading): ScoreSentence[] {
  const { change, how, measure, norms: known, points } = reading;
  const say = (words: string): ScoreSentence[] => [{ about: "norms", aside: true, words }];
  if (how === "guess")
    return say(`${counted(points.length, "guess", "guesses")}: norms are of people’s own answers, so a guess is shown and not judged.`);
  if (how === "clinician" && !measure.own)
    return say(
      `${counted(points.length, "rating")} of yours: the norms of ${isolated(measure.name)} are of people’s own answers, so they are shown and not judged.`,
    );
  if (change.status === "no-norms")
    return say(
      `Neither points of change nor a spread are known for ${isolated(measure.name)}: its ${counted(scoredIn(reading).length, "score")} are compared with each other only.`,
    );
  if (known?.unconfirmed && points.length > 0)
    return say(`The ${figure(known.points)} points of measurement error rest on a figure from memory, not looked up.`);
  return [];
}
