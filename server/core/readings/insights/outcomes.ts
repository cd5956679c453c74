import type { OutcomeCounts } from "#core/contracts/insights.ts";
import type { Outcome } from "#core/vocabulary/case.ts";
import { type InsightCase, type InsightWindow, isClosedBy } from "./facts.ts";

/** How did the cases that closed in these days end, as their clinician recorded it? One that was reopened counts as open. */
export function outcomeCounts(cases: readonly InsightCase[], { from, to }: InsightWindow): OutcomeCounts {
  const closedBy = cases.filter((each) => isClosedBy(each, to));
  const closed = closedBy.filter(({ closedOn }) => from === null || (closedOn !== null && closedOn >= from));
  const counts: Record<Outcome, number> = { deepened: 0, shifted: 0, ended: 0, undecided: 0 };
  let notRecorded = 0;
  for (const { outcome } of closed) {
    if (outcome === null) notRecorded += 1;
    else counts[outcome] += 1;
  }
  return { closed: closed.length, counts, notRecorded, open: cases.length - closedBy.length };
}
