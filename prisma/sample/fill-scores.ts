import type { Day } from "#core/day.ts";
import type { ScoreRow } from "#core/fields/score-fields.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/database/database.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { scoreRow } from "#server/features/scores/score-row.ts";
import { insertOccasions } from "#server/features/sessions/store.ts";
import { dayOf } from "./days.ts";
import type { Filling } from "./fill-case.ts";
import type { SampleCase } from "./shape.ts";

interface WrittenScore {
  readonly day: Day;
  readonly score: ScoreRow;
}

/** The scores of a sample case as they are stored, in order of their days; a refusal where one could not have been recorded. */
export function writtenScores(coupleCase: SampleCase, today: Day): WrittenScore[] | Refusal {
  const written: WrittenScore[] = [];
  for (const { measure, answeredBy, about, how = "self", scores } of coupleCase.scores ?? []) {
    const entry = inCatalogue(measure);
    if (!entry) return refuse("unknown-measure", measure);
    for (const [weeksAgo, total, safetyItem = null] of scores) {
      const score = scoreRow(entry, { measure, answeredBy, about, how, score: total, answers: null, safetyItem });
      if (isRefusal(score)) return score;
      written.push({ day: dayOf(coupleCase, { weeksAgo }, today), score });
    }
  }
  return written.sort((a, b) => a.day.localeCompare(b.day));
}

/** What the partners of a sample case answered on published measures. */
export async function fillScores(tx: Tx, scope: CaseScope, { coupleCase, today, note, now }: Filling): Promise<Refusal | null> {
  const { caseId } = scope;
  const written = writtenScores(coupleCase, today);
  if (isRefusal(written)) return written;
  if (written.length === 0) return null;
  const start = await takeSequence(tx, scope, { count: written.length });
  const rows = await insertOccasions(
    tx,
    scope,
    written.map(({ day, score }, index) => ({ ...NO_CONTENT, kind: "measurement", day, sequence: start + index, score, now })),
  );
  for (const { id } of rows) note({ action: "score.recorded", objectType: "occasion", objectId: id, caseId });
  return null;
}
