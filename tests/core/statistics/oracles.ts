/**
 * The definitions, worked out the long way and without the product's code: every pair, every order, every rotation. Slow, and
 * too simple to be wrong in the same way.
 */

type Series = readonly number[];

const sum = (values: Series) => values.reduce((total, value) => total + value, 0);
const sign = (value: number) => (value > 0 ? 1 : value < 0 ? -1 : 0);
const get = (values: Series, place: number): number => values[place] ?? Number.NaN;

export function middle(values: Series): number {
  const ascending = [...values].sort((a, b) => a - b);
  const half = ascending.length / 2;
  return Number.isInteger(half) ? (get(ascending, half - 1) + get(ascending, half)) / 2 : get(ascending, half - 0.5);
}

/** NAP and its error, from the whole table of pairs. */
export function napByPairs(a: Series, b: Series): { nap: number; standardError: number } {
  const [m, n] = [a.length, b.length];
  const table = a.map((before) => b.map((after) => (after > before ? 1 : after === before ? 0.5 : 0)));
  const nap = sum(table.map(sum)) / (m * n);
  const less = table.map((row) => row.map((q) => q - nap));
  const q1 = sum(less.map((row) => sum(row) ** 2)) / (m * n * n);
  const q2 = sum(b.map((_, j) => sum(less.map((row) => get(row, j))) ** 2)) / (m * m * n);
  const x = sum(less.map((row) => sum(row.map((q) => q * q)))) / (m * n);
  const kept = Math.min(Math.max(nap, 1 / (2 * m * n)), 1 - 1 / (2 * m * n));
  return { nap, standardError: Math.sqrt((kept * (1 - kept) + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1))) };
}

/** The equation that both limits of NAP solve: left less right side. */
export function napLimitEquation(x: number, given: { nap: number; m: number; n: number }): number {
  const { nap, m, n } = given;
  const h = (m + n) / 2 - 1;
  return m * n * (nap - x) ** 2 * (2 - x) * (1 + x) - 1.959963984540054 ** 2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
}

/** Slope, intercept at x = 0 and all slopes, over places that may be shared. */
export function lineByPairs(x: Series, y: Series): { slope: number; intercept: number; slopes: number[] } {
  const slopes = x.flatMap((from, i) => x.flatMap((to, j) => (to > from ? [(get(y, j) - get(y, i)) / (to - from)] : [])));
  const slope = middle(slopes);
  return { slope, intercept: middle(y.map((value, place) => value - slope * get(x, place))), slopes: slopes.sort((a, b) => a - b) };
}

export function scoreByPairs(values: Series): number {
  return sum(values.flatMap((later, j) => values.slice(0, j).map((earlier) => sign(later - earlier))));
}

/** The share of all n! orders whose score is at least as far from 0. */
export function trendPByOrders(values: Series): number {
  const size = Math.abs(scoreByPairs(values));
  const counts = { all: 0, asFar: 0 };
  const walk = (done: number[], left: Series) => {
    if (left.length === 0) {
      counts.all += 1;
      if (Math.abs(scoreByPairs(done)) >= size) counts.asFar += 1;
    }
    for (const [place, next] of left.entries()) walk([...done, next], [...left.slice(0, place), ...left.slice(place + 1)]);
  };
  walk([], values);
  return counts.asFar / counts.all;
}

/** Var S from the sizes of the tied groups, found by looking for each distinct value. */
export function scoreVariance(values: Series): number {
  const term = (t: number) => t * (t - 1) * (2 * t + 5);
  const sizes = [...new Set(values)].map((value) => values.filter((other) => other === value).length);
  return (term(values.length) - sum(sizes.map(term))) / 18;
}

/** Both tails of the normal distribution beyond ±z, by adding up narrow strips (Simpson). */
export function twoSidedNormalP(z: number): number {
  const strips = 2000;
  const width = Math.abs(z) / strips;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const weights = Array.from({ length: strips + 1 }, (_, i) => (i === 0 || i === strips ? 1 : i % 2 === 1 ? 4 : 2) * density(i * width));
  return 1 - (2 * sum(weights) * width) / 3;
}

/** Pettitt's own definition: how the first k compare with all the rest. */
export function pettittByPairs(values: Series): number[] {
  return values.map((_, k) => sum(values.slice(0, k + 1).map((before) => sum(values.slice(k + 1).map((after) => sign(before - after))))));
}

function ranksByCounting(values: Series): number[] {
  return values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2);
}

export function pearson(x: Series, y: Series): number {
  const [mx, my] = [sum(x) / x.length, sum(y) / y.length];
  const xy = sum(x.map((value, place) => (value - mx) * (get(y, place) - my)));
  const [xx, yy] = [sum(x.map((value) => (value - mx) ** 2)), sum(y.map((value) => (value - my) ** 2))];
  return xx < 1e-12 || yy < 1e-12 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Spearman of x with y `lag` later, and the share of rotations of x, itself among them, that are as strong. */
export function shiftByRotations(x: Series, y: Series, lag: number): { r: number; p: number } {
  const n = x.length;
  const at = (shift: number) => {
    const turned = x.map((_, place) => get(x, (place - shift + n) % n));
    return pearson(ranksByCounting(turned.slice(0, n - lag)), ranksByCounting(y.slice(lag)));
  };
  const r = at(0);
  return { r, p: x.filter((_, shift) => shift === 0 || Math.abs(at(shift)) >= Math.abs(r) - 1e-10).length / n };
}

const rounded = (value: number) => Math.round(value * 1e9) / 1e9;

/** The four p values of a ripple. */
export function rippleByRotations(x: Series, y: Series, lag: number) {
  const level = (values: Series) => {
    const places = values.map((_, place) => place + 1);
    const { slope, intercept } = lineByPairs(places, values);
    return values.map((value, place) => rounded(value - intercept - slope * (place + 1)));
  };
  const steps = (values: Series) => values.slice(1).map((value, place) => rounded(value - get(values, place)));
  const tests = (first: Series, second: Series) => ({
    pDetrended: shiftByRotations(level(first), level(second), lag).p,
    pDifferenced: shiftByRotations(steps(first), steps(second), lag).p,
  });
  return { forward: tests(x, y), reverse: tests(y, x) };
}

/** The least k with P(X ≤ k) ≥ p for n tosses of a fair coin, in whole numbers. */
export function fairCoinQuantile(n: number, p: { of: bigint; in: bigint }): number {
  let [ways, below, k] = [1n, 1n, 0];
  while (below * p.in < p.of * 2n ** BigInt(n)) {
    k += 1;
    ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    below += ways;
  }
  return k;
}
