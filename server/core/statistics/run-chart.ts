import binomialQuantile from "@stdlib/stats-base-dists-binomial-quantile";
import { median } from "./median.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValues } from "./rated-values.ts";

const FEWEST_USEFUL = 10;

export type RunChart =
  | Computed<{
      /** The line, on the scale of the ratings. */
      median: number;
      usefulCount: number;
      longestRun: number;
      longestRunLimit: number;
      crossings: number;
      crossingsMinimum: number;
      signal: boolean;
    }>
  | NotComputable<"fewer-than-10-useful">;

/**
 * Did a series shift? The run chart: does it stay too long on one side of its own median, or cross it too seldom?
 *
 * Formula: the median of all rated values is the line; values on it are dropped, the n others are useful. A signal where the
 * longest run on one side > round(log₂ n) + 3, or the crossings of the line < the .05 quantile of Binomial(n − 1, ½).
 *
 * @param values ratings in order of time, any scale; null = not rated, dropped.
 * @returns `median`; `usefulCount` ≥ 10; `longestRun` ≥ 1 and the `longestRunLimit` it may reach; `crossings` ≥ 0 and the
 *   `crossingsMinimum` it should reach; `signal`. Not computable with fewer than 10 useful values: then also when all are tied.
 * @throws TypeError, RangeError as `ratedValue` does.
 * Source: Anhøj & Olesen 2014, PLoS ONE 9:e113825; Anhøj & Wentzel-Larsen 2018. Variant: limits by n useful, as in R's qicharts2.
 */
export function runChart(values: readonly (number | null)[]): RunChart {
  const rated = ratedValues(values);
  if (rated.length < FEWEST_USEFUL) return notComputable("fewer-than-10-useful");
  const line = median(rated);
  const useful = rated.filter((value) => value !== line);
  if (useful.length < FEWEST_USEFUL) return notComputable("fewer-than-10-useful");
  const runs = runLengths(useful.map((value) => value > line));
  const figures = {
    median: line,
    usefulCount: useful.length,
    longestRun: Math.max(...runs),
    longestRunLimit: Math.round(Math.log2(useful.length)) + 3,
    crossings: runs.length - 1,
    crossingsMinimum: binomialQuantile(0.05, useful.length - 1, 0.5),
  };
  const signal = figures.longestRun > figures.longestRunLimit || figures.crossings < figures.crossingsMinimum;
  return { status: "computed", ...figures, signal };
}

function runLengths(sides: readonly boolean[]): number[] {
  const runs: number[] = [];
  for (const [place, above] of sides.entries()) {
    if (place > 0 && above === sides[place - 1]) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
  }
  return runs;
}
