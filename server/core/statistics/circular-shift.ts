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
  const n = x.length;
  const pairs = Math.max(0, n - lag);
  const later = Float64Array.from(centered(midRanks(y.slice(lag))));
  const ofLater = later.reduce((sum, one) => sum + one * one, 0);
  const { levels, distinct } = levelsOf(x);
  const [counts, ranks] = [new Int32Array(distinct), new Float64Array(distinct)];
  for (let place = 0; place < pairs; place += 1) add(counts, at(levels, place), 1);

  let r = 0;
  let asStrong = 0;
  for (let shift = 0; shift < n; shift += 1) {
    if (shift > 0 && pairs > 0) {
      // The window of this rotation is the last one's, one place on.
      add(counts, at(levels, shift - 1), -1);
      add(counts, at(levels, (shift + pairs - 1) % n), 1);
    }
    const ofWindow = rankLevels(counts, ranks, pairs);
    let together = 0;
    for (let place = 0; place < pairs; place += 1) together += at(ranks, at(levels, (shift + place) % n)) * at(later, place);
    const one = ofWindow === 0 || ofLater === 0 ? 0 : together / Math.sqrt(ofWindow * ofLater);
    if (shift === 0) r = one;
    else if (Math.abs(one) >= Math.abs(r) - SAME) asStrong += 1;
  }
  return { r, p: n === 0 ? 1 : (1 + asStrong) / n };
}

/** Each value as the place of its size among the distinct values, from 0: ranking a window of these needs no sorting. */
function levelsOf(values: readonly number[]): { readonly levels: Int32Array; readonly distinct: number } {
  const sizes = [...new Set(values)].sort((one, other) => one - other);
  const places = new Map(sizes.map((value, place) => [value, place]));
  return { levels: Int32Array.from(values, (value) => places.get(value) ?? Number.NaN), distinct: sizes.length };
}

function add(counts: Int32Array, level: number, amount: number): void {
  counts[level] = at(counts, level) + amount;
}

/**
 * The mid-rank of every level within a window, less the mean rank, from how often each stands in it; returns the sum of squares over
 * the window. Halves and quarters of whole numbers: every sum of their products is exact.
 */
function rankLevels(counts: Int32Array, ranks: Float64Array, pairs: number): number {
  const middle = (pairs + 1) / 2;
  let [below, squares] = [0, 0];
  for (let level = 0; level < counts.length; level += 1) {
    const count = at(counts, level);
    const rank = below + (count + 1) / 2 - middle;
    ranks[level] = rank;
    squares += count * rank * rank;
    below += count;
  }
  return squares;
}

/** Ranks less their mean. */
function centered(ranks: readonly number[]): number[] {
  const middle = (ranks.length + 1) / 2;
  return ranks.map((rank) => rank - middle);
}
