import type { SourceCounts } from "#core/contracts/insights.ts";
import type { EvidenceSource } from "#core/vocabulary/occasion.ts";
import type { InsightCase, InsightOccasion } from "./facts.ts";

/**
 * Where does what is said about the observing partner come from (CLINICAL 1)? Entries are rated stages, and shifts that are not
 * the active partner's alone; one without a source is counted apart and never as one of the three.
 */
export function sourceCounts(cases: readonly InsightCase[]): SourceCounts {
  const entries = cases.map(({ occasions }) => occasions.flatMap(sourcesIn)).filter((sources) => sources.length > 0);
  const from = (wanted: EvidenceSource) => entries.flat().filter((source) => source === wanted).length;
  return { cases: entries.length, seen: from("seen"), told: from("told"), ownWords: from("own-words"), notRecorded: from("not-recorded") };
}

function sourcesIn({ stage, source, shiftSources }: InsightOccasion): EvidenceSource[] {
  return stage === null ? [...shiftSources] : [source ?? "not-recorded", ...shiftSources];
}
