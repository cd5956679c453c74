/** Pairs are compared from 3 + 3 ratings on, and held against where the earlier ones were heading from 5 + 5 on (docs/statistics.md). */
export const FEWEST_EACH_SIDE = 3;
export const FEWEST_FOR_HEADING = 5;
