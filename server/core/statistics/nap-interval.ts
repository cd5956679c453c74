import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { rootBetween } from "./root-between.ts";

export interface NapInterval {
  readonly lower: number;
  readonly upper: number;
}

const Z = normalQuantile(0.975, 0, 1);

/**
 * The 95 % score interval of a NAP (0–1) from m earlier and n later values, at least one each.
 *
 * Formula: the limits are the roots in x of mn(NAP − x)²(2 − x)(1 + x) = z²x(1 − x)[2 + h + (1 + 2h)x(1 − x)], h = (m + n)/2 − 1,
 * one on either side of NAP. At NAP 1 the factor (1 − x) is divided out and the root inside (0, 1) is the lower limit, the upper
 * being 1; at NAP 0 likewise, mirrored. (Left in, the factor gives an interval of no width just where the data are fewest.)
 *
 * Source: Newcombe 2006, Statistics in Medicine 25:559–573, method 5, which puts the variance of Hanley & McNeil 1982 under
 * exponential distributions at the sought value rather than at the estimate.
 */
export function napInterval(nap: number, m: number, n: number): NapInterval {
  if (nap === 1) return { lower: limitWhenAllBetter(m, n), upper: 1 };
  if (nap === 0) return { lower: 0, upper: 1 - limitWhenAllBetter(m, n) };
  const f = (x: number) => m * n * (nap - x) ** 2 * (2 - x) * (1 + x) - Z ** 2 * x * (1 - x) * spread(x, m, n);
  return { lower: rootBetween(f, 0, nap), upper: rootBetween(f, 1, nap) };
}

function limitWhenAllBetter(m: number, n: number): number {
  return rootBetween((x) => m * n * (1 - x) * (2 - x) * (1 + x) - Z ** 2 * x * spread(x, m, n), 0, 1);
}

function spread(x: number, m: number, n: number): number {
  const h = (m + n) / 2 - 1;
  return 2 + h + (1 + 2 * h) * x * (1 - x);
}
