import type { MeasuresView, MeasureView, ScoreView } from "#core/contracts/measure.ts";
import { dayNumber } from "#core/day.ts";
import type { DayX } from "#core/series/axis.ts";
import { type Gap, gapBetween, gapsBetween } from "#core/series/gaps.ts";

/** One administration on the day axis; `score` null = too many answers missing. */
export interface PlacedScore extends ScoreView {
  readonly x: DayX;
}

/** What may stand in one line: one measure, one person answering, about one and the same, in one way. */
export interface ScoreLine {
  readonly key: string;
  readonly measure: MeasureView;
  readonly answeredBy: ScoreView["answeredBy"];
  readonly about: ScoreView["about"];
  readonly how: ScoreView["how"];
  /** In order of day, then of entry; several on one day are all kept. */
  readonly administrations: readonly PlacedScore[];
  readonly gaps: readonly Gap[];
}

/**
 * The lines of a case's scores, in the order of their first score. A guess never joins the partner's own answers, and another person's
 * answers are another line.
 */
export function scoreLines({ measures, scores }: Pick<MeasuresView, "measures" | "scores">): ScoreLine[] {
  const byKey = new Map<string, ScoreView[]>();
  for (const score of scores) byKey.set(lineKey(score), [...(byKey.get(lineKey(score)) ?? []), score]);
  return [...byKey].flatMap(([key, own]) => {
    const [first] = own as [ScoreView];
    const measure = measures.find((each) => each.id === first.measure);
    if (!measure) return [];
    const administrations = placed(own);
    const { answeredBy, about, how } = first;
    return [{ key, measure, answeredBy, about, how, administrations, gaps: gapsBetween(administrations) }];
  });
}

/** Scores with the same key stand in one line. */
export function lineKey({ measure, answeredBy, about, how }: Pick<ScoreView, "measure" | "answeredBy" | "about" | "how">): string {
  return [measure, answeredBy, about, how].join(" ");
}

function placed(scores: readonly ScoreView[]): PlacedScore[] {
  const sorted = [...scores].sort((a, b) => a.day.localeCompare(b.day) || a.sequence - b.sequence);
  return sorted.map((score, at) => {
    const onDay = sorted.filter((each) => each.day === score.day).length;
    const before = at - sorted.findIndex((each) => each.day === score.day);
    return { ...score, x: dayNumber(score.day) + before / onDay };
  });
}

/**
 * What verdicts rest on: a sitting is a day, and of several scores on one day the last one counts. An entry without a score never stands for a
 * day that has one.
 */
export function sittingsOf(administrations: readonly PlacedScore[]): PlacedScore[] {
  const counting = new Map<string, PlacedScore>();
  for (const each of administrations) if (each.score !== null || (counting.get(each.day)?.score ?? null) === null) counting.set(each.day, each);
  return administrations.filter(({ id, day }) => counting.get(day)?.id === id);
}

/** True where no line comes from the administration before: it has no score, or a long gap lies between. */
export function isBrokenBefore({ administrations, gaps }: ScoreLine, at: number): boolean {
  const [before, here] = [administrations[at - 1], administrations[at]];
  return before !== undefined && here !== undefined && (before.score === null || gapBetween(gaps, before.x, here.x));
}
