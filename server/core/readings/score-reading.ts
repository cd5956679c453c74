import type { MeasuresView, MeasureView } from "#core/contracts/measure.ts";
import type { Day } from "#core/day.ts";
import { categoryOf, distressWords, sideOf } from "#core/measures/cut-off.ts";
import { type ScoreSentence, scoreCount, scoreSentences, scoreTitle } from "#core/sentences/score-words.ts";
import { type DayX, type Span, spanOf } from "#core/series/axis.ts";
import type { Gap } from "#core/series/gaps.ts";
import type { Point } from "#core/series/rating-series.ts";
import type { MeasureBetter } from "#core/vocabulary/measure.ts";
import { awayFromFirst, type ChangeNorms, changeNorms, confirmedAt, type Gains, gainsOf, normsApply } from "./score-change.ts";
import { isBrokenBefore, type ScoreLine, scoreLines, sittingsOf } from "./score-line.ts";

/** One administration, as it is read: drawn where it came to a score, never as 0. */
export interface ScoreStop {
  /** The score's id. */
  readonly key: string;
  readonly x: DayX;
  readonly day: Day;
  readonly score: number | null;
  /** Where it lies: "moderate, in the distress range (10 or above)"; "" where nothing is known. */
  readonly words: string;
  readonly remarks: readonly string[];
}

export interface ScorePoint extends Point {
  readonly day: Day;
  /** Here a change since the first score becomes confirmed: at this sitting and the one before. */
  readonly confirmed: boolean;
  /** A sudden gain leads from the sitting before to this one. */
  readonly gain: boolean;
  /** The last score of its day: the one that verdicts rest on. */
  readonly counts: boolean;
}

/** What may be said of the last score against the first. */
export type ScoreChange =
  /** One score, or none. */
  | { readonly status: "too-few" }
  /** No points of change are known, or the norms are not of this kind of answer. */
  | { readonly status: "no-norms" }
  | { readonly status: "within-error" }
  | {
      readonly status: "one-sitting" | "confirmed";
      readonly direction: "better" | "worse";
      /** From the distress side of the cut-off to the other, or back; at both sittings where confirmed. */
      readonly crossed: boolean;
    };

/** One line of scores: what the chart draws and what its sentences say, from the same numbers. */
export interface ScoreReading extends Omit<ScoreLine, "administrations"> {
  readonly whose: "active" | "observing" | "clinician" | "guess";
  readonly lowest: number;
  readonly highest: number;
  readonly better: MeasureBetter;
  readonly window: Span;
  readonly stops: readonly ScoreStop[];
  /** One of each day: what the sentences and verdicts are of. */
  readonly sittings: readonly ScoreStop[];
  readonly points: readonly ScorePoint[];
  readonly gaps: readonly Gap[];
  /** Null where none is published, and for answers it is not made for. */
  readonly cutOff: MeasureView["cutOff"];
  readonly bands: MeasureView["bands"];
  /** First score ± points of change: what is still measurement error. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly norms: ChangeNorms | null;
  readonly change: ScoreChange;
  /** Spoken only of a change that is confirmed, and still stands at the newest sitting. */
  readonly badge: string | null;
  readonly gains: Gains | null;
  readonly title: string;
  readonly sentences: readonly ScoreSentence[];
  /** `count`: "2 scores and 1 sitting without one". */
  readonly facts: { readonly unit: string; readonly n: number; readonly count: string };
}

/** Every line of scores of a case, in the order of its first score. */
export function scoreReadings(view: MeasuresView): ScoreReading[] {
  return scoreLines(view).map((line) => readLine(line, view.today));
}

/**
 * What does one line of scores say?
 *
 * One score a day counts, the last of it. The last score against the first: Jacobson–Truax's reliable change (`reliableChange`), by published points where there are any (reached), else
 * from reliability and spread (passed). Confirmed where two administrations in a row, on two days, are away in the same direction. The
 * side of the cut-off and the word of the stretch are of the last score. Sudden gains where lower is better.
 *
 * @param line scores of one measure, one person answering, about one and the same, in one way; null = no score, never 0.
 * @param today for days in words.
 * @returns the reading; "too-few" with one score, "no-norms" where nothing published says what measurement error is.
 */
function readLine(line: ScoreLine, today: Day): ScoreReading {
  const { administrations, how, answeredBy } = line;
  const applies = normsApply(line.measure, how);
  // What is not made for this kind of answer is not drawn beside it either.
  const measure: MeasureView = applies
    ? line.measure
    : { ...line.measure, cutOff: null, bands: [], changePoints: null, reliability: null, normSd: null };
  const judged: ScoreLine = { ...line, measure, administrations: sittingsOf(administrations) };
  const placeOf = new Map(judged.administrations.map(({ id }, at) => [id, at]));
  const norms = changeNorms(measure);
  const confirmed = confirmedAt(judged);
  const gains = gainsOf(judged, norms);
  const scored = administrations.flatMap((each, at) => (each.score === null ? [] : [{ ...each, score: each.score, at }]));
  const first = judged.administrations.find(({ score }) => score !== null)?.score ?? null;
  const points = scored.map(({ id, day, x, score, at }) => {
    const place = placeOf.get(id);
    return {
      x,
      day,
      occasion: id,
      value: score,
      breakBefore: isBrokenBefore(line, at),
      confirmed: place !== undefined && confirmed[place] === true && confirmed[place - 1] !== true,
      gain: place !== undefined && gains?.to.includes(place) === true,
      counts: place !== undefined,
    };
  });
  const stops = stopsOf({ ...line, measure }, points);
  const change = changeOf(judged, { confirmed, norms });
  const reading = {
    ...line,
    whose: how === "guess" ? ("guess" as const) : answeredBy,
    lowest: measure.lowest,
    highest: measure.highest,
    better: measure.better,
    window: spanOf(administrations.map(({ x }) => x)) as Span,
    stops,
    sittings: stops.filter(({ key }) => placeOf.has(key)),
    points,
    cutOff: measure.cutOff,
    bands: measure.bands,
    band: first !== null && norms ? { from: first - norms.points, to: first + norms.points } : null,
    norms,
    change,
    badge:
      judged.administrations.at(-1)?.score === null
        ? null
        : badgeOf(change, { cutOff: measure.cutOff, last: points.findLast((point) => point.counts)?.value ?? null }),
    gains,
    facts: { unit: `score, ${measure.lowest} to ${measure.highest}`, n: points.length, count: scoreCount({ points, stops }) },
  };
  return { ...reading, title: scoreTitle(reading, today), sentences: scoreSentences(reading, today) };
}

function changeOf(
  { measure, administrations }: ScoreLine,
  { confirmed, norms }: { confirmed: readonly boolean[]; norms: ChangeNorms | null },
): ScoreChange {
  const scores = administrations.flatMap(({ score }, at) => (score === null ? [] : [{ score, at }]));
  const [first, last] = [scores[0], scores.at(-1)];
  if (!first || !last || first === last) return { status: "too-few" };
  if (norms === null) return { status: "no-norms" };
  const away = awayFromFirst(measure, first.score, last.score);
  if (away === 0) return { status: "within-error" };
  const isConfirmed = confirmed[last.at] === true;
  const opposite = (score: number) => isAcross(measure.cutOff, first.score, score);
  const before = administrations[last.at - 1]?.score ?? null;
  return {
    status: isConfirmed ? "confirmed" : "one-sitting",
    direction: away > 0 === (measure.better === "higher") ? "better" : "worse",
    crossed: opposite(last.score) && (!isConfirmed || (before !== null && opposite(before))),
  };
}

/** On the two sides of a cut-off; a score on neither side has crossed nothing. */
function isAcross(cutOff: MeasureView["cutOff"], one: number, other: number): boolean {
  if (cutOff === null) return false;
  const [from, to] = [sideOf(cutOff, one), sideOf(cutOff, other)];
  return from !== to && from !== "on-it" && to !== "on-it";
}

function badgeOf(change: ScoreChange, { cutOff, last }: Pick<MeasureView, "cutOff"> & { readonly last: number | null }): string | null {
  if (change.status !== "confirmed") return null;
  const across =
    change.crossed && cutOff !== null && last !== null ? `, ${sideOf(cutOff, last) === "distress" ? "into" : "out of"} the distress range` : "";
  return `${change.direction}${across}: confirmed at two sittings`;
}

function stopsOf({ measure, administrations }: ScoreLine, points: readonly ScorePoint[]): ScoreStop[] {
  return administrations.map(({ id, x, day, score, itemsAsked, itemsAnswered }) => {
    const point = points.find((each) => each.occasion === id);
    const category = score === null ? null : categoryOf(measure, score);
    const stands = score === null || measure.cutOff === null ? "" : distressWords(measure.cutOff, score);
    return {
      key: id,
      x,
      day,
      score,
      words: [category ?? "", stands].filter((words) => words !== "").join(", "),
      remarks: [
        ...(point?.confirmed ? ["change since the first score confirmed here"] : []),
        ...(point?.counts === false ? ["not the last score of its day: not compared"] : []),
        ...(point?.gain ? ["sudden gain since the score before"] : []),
        ...(score === null && itemsAsked !== null && itemsAnswered !== null
          ? [`${itemsAsked - itemsAnswered} of ${itemsAsked} answers missing`]
          : []),
      ],
    };
  });
}
