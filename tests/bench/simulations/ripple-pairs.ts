/** How often is "followed by" said of two series of which neither follows the other, and how often of two of which one does? */
import { ripple } from "#core/statistics/ripple.ts";
import { createDice, type Dice } from "#sample/dice.ts";
import { ratingOf, wander } from "./wandering.ts";

const LIKENESS = 0.3;
const SPREAD = 1.5;
const LEVEL = 5;

/** What two series have in common, and nothing else. In points 0–10. */
export const SHARED = {
  nothing: () => 0,
  /** Both rise by three points, steadily. */
  drift: (place: number, length: number) => (3 * place) / (length - 1) - 1.5,
  /** Both rise by three points at once, halfway. */
  step: (place: number, length: number) => (place < length / 2 ? -1.5 : 1.5),
} as const;
export type Shared = keyof typeof SHARED;

/** A ripple taken for moderate: the later series goes .45 with what the earlier one was a session before. */
export const MODERATE = 0.45;

export interface Claims {
  /** Shares of the pairs, 0–1. */
  readonly forward: number;
  readonly reverse: number;
  readonly together: number;
}

export interface Pairs {
  readonly seed: number;
  readonly runs: number;
  readonly sessions: number;
}

/** What is claimed of pairs that share something; `effect` 0 = the second never follows the first. */
export function claimsOf(shared: Shared, effect: number, { seed, runs, sessions }: Pairs): Claims {
  const dice = createDice(seed);
  const claims = { forward: 0, reverse: 0, together: 0 };
  for (let run = 0; run < runs; run += 1) {
    const [first, second] = pair(dice, sessions, effect).map((values) =>
      values.map((value, place) => ratingOf(LEVEL + SPREAD * value + SHARED[shared](place, sessions))),
    ) as [number[], number[]];
    const [forward, reverse] = [ripple(first, second).verdict, ripple(second, first).verdict];
    if (forward === "followed-by") claims.forward += 1;
    if (reverse === "followed-by") claims.reverse += 1;
    if (forward === "moved-together") claims.together += 1;
  }
  return { forward: claims.forward / runs, reverse: claims.reverse / runs, together: claims.together / runs };
}

/** Two standard series, the second one going `effect` with the first a session earlier. */
function pair(dice: Dice, sessions: number, effect: number): [number[], number[]] {
  const [first, own] = [wander(dice, sessions + 1, LIKENESS), wander(dice, sessions + 1, LIKENESS)];
  const second = own.map((value, place) => effect * (first[place - 1] ?? 0) + Math.sqrt(1 - effect ** 2) * value);
  return [first.slice(1), second.slice(1)];
}
