import { at } from "./at.ts";

/** The rank of each number, 1 = lowest; equal numbers share the mean of the ranks they take up. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((one, other) => at(values, one) - at(values, other));
  const ranks = values.map(() => 0);
  let start = 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && at(values, at(order, end)) === at(values, at(order, start))) end += 1;
    for (let place = start; place < end; place += 1) ranks[at(order, place)] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
