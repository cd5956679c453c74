import type { MissingRatings } from "#core/contracts/insights.ts";
import type { InsightCase } from "./facts.ts";

/** In how many held sessions was no stage rated, none of the three climates, none of the four groundings? A 0 is a rating. */
export function missingRatings(cases: readonly InsightCase[]): MissingRatings {
  const held = cases.map(({ occasions }) => occasions.filter((occasion) => occasion.held)).filter((sessions) => sessions.length > 0);
  const sessions = held.flat();
  return {
    cases: held.length,
    sessions: sessions.length,
    stage: sessions.filter(({ stage }) => stage === null).length,
    climate: sessions.filter(({ climateRated }) => !climateRated).length,
    grounding: sessions.filter(({ groundingRated }) => !groundingRated).length,
  };
}
