/**
 * How often does a case in which nothing moves show a verdict word, and one in which something does?
 * What is promised: docs/statistics.md, "Many looks, one case".
 */
import { createDice } from "#sample/dice.ts";
import type { Timeline } from "./wandering.ts";
import { VERDICTS, type Verdict, verdictsAfter, watchedCase } from "./watched-case.ts";

/** Fewer ratings than this give no word at all. */
const FIRST_LOOK = 6;

export interface VerdictShares {
  /** 0–1, of the cases, looked at once. */
  readonly any: number;
  readonly each: Readonly<Record<Verdict, number>>;
}

export interface Simulated {
  readonly seed: number;
  readonly cases: number;
  readonly sessions: number;
}

/** Cases looked at once, after their last session. */
export function lookedAtOnce(timeline: Timeline, { seed, cases, sessions }: Simulated): VerdictShares {
  const dice = createDice(seed);
  const shown = Array.from({ length: cases }, () => verdictsAfter(watchedCase(dice, sessions, timeline), sessions));
  const share = (wanted: (words: ReadonlySet<Verdict>) => boolean) => shown.filter(wanted).length / cases;
  const each = Object.fromEntries(VERDICTS.map((verdict) => [verdict, share((words) => words.has(verdict))])) as Record<Verdict, number>;
  return { any: share((words) => words.size > 0), each };
}

/** Cases looked at after each session: the share that showed any verdict word up to each of the given numbers of sessions. */
export function lookedAtAfterEach(timeline: Timeline, { seed, cases, sessions }: Simulated, upTo: readonly number[]): number[] {
  const dice = createDice(seed);
  const firstWords = Array.from({ length: cases }, () => {
    const view = watchedCase(dice, sessions, timeline);
    for (let look = FIRST_LOOK; look <= sessions; look += 1) if (verdictsAfter(view, look).size > 0) return look;
    return Number.POSITIVE_INFINITY;
  });
  return upTo.map((last) => firstWords.filter((look) => look <= last).length / cases);
}
