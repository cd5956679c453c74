/**
 * Where a continuous function crosses zero between two places, one at which it is positive or zero and one at which it is negative
 * or zero, by halving until no number lies between.
 */
export function rootBetween(f: (x: number) => number, positive: number, negative: number): number {
  let [above, below] = [positive, negative];
  for (;;) {
    const middle = (above + below) / 2;
    if (middle === above || middle === below) return middle;
    if (f(middle) > 0) above = middle;
    else below = middle;
  }
}
