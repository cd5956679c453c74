import type { SourceCounts } from "#core/contracts/insights.ts";
import type { EvidenceSource } from "#core/vocabulary/occasion.ts";
import type { InsightCase } from "./facts.ts";

/**
 * Where does what is said about the observing partner come from? Entries are rated stages, and shifts that are not
 * the active partner's alone; one without a source is counted apart and never as one of the three.
 */
export function sourceCounts(cases: readonly InsightCase[]): SourceCounts {
  const entries: Record<EvidenceSource, number> = { seen: 0, told: 0, "own-words": 0, "not-recorded": 0 };
  let withEntries = 0;
  for (const { occasions } of cases) {
    let here = 0;
    for (const { stage, source, shiftSources } of occasions) {
      if (stage !== null) entries[source ?? "not-recorded"] += 1;
      for (const shiftSource of shiftSources) entries[shiftSource] += 1;
      here += (stage === null ? 0 : 1) + shiftSources.length;
    }
    if (here > 0) withEntries += 1;
  }
  const { seen, told, "own-words": ownWords, "not-recorded": notRecorded } = entries;
  return { cases: withEntries, seen, told, ownWords, notRecorded };
}
