import { at } from "./at.ts";
import { midRanks } from "./mid-ranks.ts";

export interface CircularShift {
  /** Spearman's rank correlation of x_t with y_{t + lag}, −1…1; 0 where one of the two does not vary. */
  readonly r: number;
  /** 1/n…1. */
  readonly p: number;
}

/** Two rotations whose correlation is the same number must count as the same, whatever the last digit says. */
const SAME = 1e-12;

/**
 * Does x go with y `lag` places later, beyond what two series that each wander by themselves would show?
 *
 * Formula: r_s = Spearman of x, rotated by s places, with y at the given lag, ties sharing their mean rank; r = r_0;
 * p = (1 + #{s = 1 … n − 1 : |r_s| ≥ |r|})/n. A rotation keeps how each series resembles itself and breaks only what
 * joins the two. Ranks are taken anew within the n − lag pairs of each rotation. Where one side of these does not vary, r_s is 0.
 *
 * @param x,y series of one length n, every value rated; lag a whole number ≥ 1.
 * Source: Spearman 1904; rotations as surrogate data: Lancaster et al. 2018, Physics Reports 748:1–60 (cyclic time shifts).
 */
export function circularShift(x: readonly number[], y: readonly number[], lag: number): CircularShift {
  const pairs = Math.max(0, x.length - lag);
  const later = centered(midRanks(y.slice(lag)));
  const levels = levelsOf(x);
  const twice = [...levels, ...levels];
  const correlations = x.map((_, shift) => correlation(centered(ranksOfLevels(twice.slice(shift, shift + pairs))), later));
  const r = correlations[0] ?? 0;
  const asStrong = correlations.slice(1).filter((other) => Math.abs(other) >= Math.abs(r) - SAME).length;
  return { r, p: x.length === 0 ? 1 : (1 + asStrong) / x.length };
}

/** Each value as the place of its size among the distinct values, from 0: ranking a window of these needs no sorting. */
function levelsOf(values: readonly number[]): number[] {
  const places = new Map([...new Set(values)].sort((one, other) => one - other).map((value, place) => [value, place]));
  return values.map((value) => places.get(value) ?? Number.NaN);
}

/** `midRanks` of levels, by counting. */
function ranksOfLevels(levels: readonly number[]): number[] {
  const counts: number[] = [];
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  let below = 0;
  const ranks: number[] = [];
  for (let level = 0; level < counts.length; level += 1) {
    const count = counts[level] ?? 0;
    ranks.push(below + (count + 1) / 2);
    below += count;
  }
  return levels.map((level) => at(ranks, level));
}

/** Ranks less their mean. Halves and quarters of whole numbers: every sum of their products is exact. */
function centered(ranks: readonly number[]): number[] {
  const middle = (ranks.length + 1) / 2;
  return ranks.map((rank) => rank - middle);
}

function correlation(one: readonly number[], other: readonly number[]): number {
  let [together, ofOne, ofOther] = [0, 0, 0];
  for (let place = 0; place < one.length; place += 1) {
    const [a, b] = [at(one, place), at(other, place)];
    together += a * b;
    ofOne += a * a;
    ofOther += b * b;
  }
  return ofOne === 0 || ofOther === 0 ? 0 : together / Math.sqrt(ofOne * ofOther);
}
