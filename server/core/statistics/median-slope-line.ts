import { at } from "./at.ts";
import { median } from "./median.ts";
import { medianOfSorted } from "./median-of-sorted.ts";

/** Two lists of one length: where each value stands, and the value. */
export interface Placed {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface MedianSlopeLine {
  readonly slope: number;
  readonly intercept: number;
  /** Every pairwise slope, ascending. */
  readonly slopes: Float64Array;
}

/**
 * The Theil–Sen line: slope = median of (y_j − y_i)/(x_j − x_i) over the pairs with different x, intercept = median of
 * y − slope·x. Null where all stand at one x. Source: Theil 1950; Sen 1968.
 */
export function medianSlopeLine({ x, y }: Placed): MedianSlopeLine | null {
  const slopes: number[] = [];
  for (let later = 1; later < x.length; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const run = at(x, later) - at(x, earlier);
      if (run !== 0) slopes.push((at(y, later) - at(y, earlier)) / run + 0);
    }
  }
  if (slopes.length === 0) return null;
  const ascending = Float64Array.from(slopes).sort();
  const slope = medianOfSorted(ascending);
  return { slope, intercept: median(y.map((value, place) => value - slope * at(x, place))), slopes: ascending };
}
