import { at } from "./at.ts";
import { mean } from "./mean.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValues } from "./rated-values.ts";

const FEWEST = 4;

export type LagOneAutocorrelation = Computed<{ estimate: number }> | NotComputable<"fewer-than-4-ratings" | "all-tied">;

/**
 * Do neighbouring sessions resemble each other? Then a series wanders by itself, and every test of direction is too easily passed.
 *
 * Formula: Σ (y_t − ȳ)(y_{t+1} − ȳ)/Σ (y_t − ȳ)², the upper sum over the n − 1 neighbours: both carry the divisor n, so that the
 * estimate stays within −1…1 and leans towards 0 in short series.
 *
 * @param values ratings in order of time, any scale; null = not rated, dropped, and its neighbours become neighbours.
 * @returns `estimate` −1…1; above .3 the caller's wording changes. Not computable with fewer than 4 ratings, or all tied.
 * @throws TypeError, RangeError as `ratedValue` does.
 * Source: Box & Jenkins 1976, Time Series Analysis. Variant: divisor n (R's acf), not n − 1.
 */
export function lagOneAutocorrelation(values: readonly (number | null)[]): LagOneAutocorrelation {
  const rated = ratedValues(values);
  if (rated.length < FEWEST) return notComputable("fewer-than-4-ratings");
  // Asked of the values themselves: the mean of ten times 0.1 is not quite 0.1.
  if (rated.every((value) => value === rated[0])) return notComputable("all-tied");
  const center = mean(rated);
  const deviations = rated.map((value) => value - center);
  const around = deviations.reduce((sum, one) => sum + one * one, 0);
  const between = deviations.slice(1).reduce((sum, one, place) => sum + one * at(deviations, place), 0);
  return around > 0 ? { status: "computed", estimate: between / around } : notComputable("all-tied");
}
