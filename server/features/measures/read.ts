import type { HeldScoreView, MeasuresView, ScoreView } from "#core/contracts/measure.ts";
import { LISTED_SCORE_FIELDS, WITHHELD_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { jsonPairs, statementOf } from "#server/declared-columns.ts";
import { readMeasures } from "./store.ts";

const LISTED = jsonPairs(LISTED_SCORE_FIELDS, "s");
const WITHHELD = jsonPairs(WITHHELD_SCORE_FIELDS, "s");

/**
 * A case's scores in one read, with every measure they may be of. The database builds the JSON, as for the timeline: current
 * versions only, in order of day, then of entry. A score whose safety prompt is owed is named without its number: what is not sent
 * can be shown nowhere.
 */
export async function readCaseMeasures(tx: Tx, scope: CaseScope, today: string): Promise<MeasuresView> {
  const { caseId } = scope;
  const [found] = await tx.$queryRaw<{ scores: string; held: string; voided: string; sessionDays: string }[]>(statementOf`
    SELECT
      (SELECT json_group_array(json_object(
          'id', o."rootId", 'version', o."version", 'day', o."day", 'sequence', o."sequence",
          ${LISTED}, ${WITHHELD}
        ) ORDER BY o."day", o."sequence")
        FROM "occasion" o JOIN "measure_score" s ON s."occasionId" = o."id"
        WHERE o."caseId" = ${caseId} AND o."standing" = 'current' AND s."safetyPrompt" IS NOT 'owed') AS "scores",
      (SELECT json_group_array(json_object(
          'id', o."rootId", 'version', o."version", 'day', o."day", 'sequence', o."sequence",
          ${LISTED}
        ) ORDER BY o."day", o."sequence")
        FROM "occasion" o JOIN "measure_score" s ON s."occasionId" = o."id"
        WHERE o."caseId" = ${caseId} AND o."standing" = 'current' AND s."safetyPrompt" = 'owed') AS "held",
      (SELECT json_group_array(json_object('id', o."rootId", 'day', o."day", 'measure', s."measure", 'reason', o."standingReason") ORDER BY o."day" DESC, o."sequence" DESC)
        FROM "occasion" o JOIN "measure_score" s ON s."occasionId" = o."id"
        WHERE o."caseId" = ${caseId} AND o."standing" = 'voided') AS "voided",
      (SELECT json_group_array(d."day") FROM (SELECT DISTINCT "day" FROM "occasion"
        WHERE "caseId" = ${caseId} AND "standing" = 'current' AND "attendance" = 'held' ORDER BY "day") d) AS "sessionDays"`);
  if (!found) throw new Error("a case without an answer");
  const scores = JSON.parse(found.scores) as ScoreView[];
  const held = JSON.parse(found.held) as HeldScoreView[];
  const scoredHere = new Set([...scores, ...held].map((score) => score.measure));
  const measures = await readMeasures(tx, scope);
  return {
    caseId,
    today,
    measures: measures.filter((measure) => !measure.archived || scoredHere.has(measure.id)),
    scores,
    held,
    voided: JSON.parse(found.voided) as MeasuresView["voided"],
    sessionDays: JSON.parse(found.sessionDays) as string[],
  };
}
