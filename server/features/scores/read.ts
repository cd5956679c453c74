import type { HeldScoreView, MeasuresView, ScoreView } from "#core/contracts/measure.ts";
import { LISTED_SCORE_FIELDS, WITHHELD_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader } from "#server/database/database.ts";
import { jsonParts } from "#server/database/declared-columns.ts";
import { sql } from "#server/database/sql.ts";
import { readMeasures } from "#server/features/measures/store.ts";

/**
 * A case's scores in one read, with every measure they may be of. The database builds the JSON, as for the timeline: current
 * versions only, in order of day, then of entry. A score whose safety prompt is owed is named without its number: what is not sent
 * can be shown nowhere.
 */
export async function readCaseMeasures(reader: Reader, scope: CaseScope, today: string): Promise<MeasuresView> {
  const { practiceId, caseId } = scope;
  const { jsonObject, jsonRows } = reader.dialect;
  const listed = {
    ...{ id: sql`o."rootId"`, version: sql`o."version"`, day: sql`o."day"`, sequence: sql`o."sequence"` },
    ...jsonParts(reader.dialect, { fields: LISTED_SCORE_FIELDS, table: "s" }),
  };
  const scored = sql`"occasion" o JOIN "measure_score" s ON s."practiceId" = o."practiceId" AND s."occasionId" = o."id"
    WHERE o."practiceId" = ${practiceId} AND o."caseId" = ${caseId}`;
  const oldestFirst = sql`o."day", o."sequence"`;
  const shown = jsonRows({
    entry: jsonObject({ ...listed, ...jsonParts(reader.dialect, { fields: WITHHELD_SCORE_FIELDS, table: "s" }) }),
    from: sql`${scored} AND o."standing" = 'current' AND s."safetyPrompt" IS DISTINCT FROM 'owed'`,
    orderBy: oldestFirst,
  });
  const owed = jsonRows({
    entry: jsonObject(listed),
    from: sql`${scored} AND o."standing" = 'current' AND s."safetyPrompt" = 'owed'`,
    orderBy: oldestFirst,
  });
  const voided = jsonRows({
    entry: jsonObject({ id: sql`o."rootId"`, day: sql`o."day"`, measure: sql`s."measure"`, reason: sql`o."standingReason"` }),
    from: sql`${scored} AND o."standing" = 'voided'`,
    orderBy: sql`o."day" DESC, o."sequence" DESC`,
  });
  const sessionDays = jsonRows({
    entry: sql`d."day"`,
    from: sql`(SELECT DISTINCT "day" FROM "occasion"
      WHERE "practiceId" = ${practiceId} AND "caseId" = ${caseId} AND "standing" = 'current' AND "attendance" = 'held' ORDER BY "day") d`,
  });
  const [found] = await reader.query<{ scores: string; held: string; voided: string; sessionDays: string }>(
    sql`SELECT ${shown} AS "scores", ${owed} AS "held", ${voided} AS "voided", ${sessionDays} AS "sessionDays"`,
  );
  if (!found) throw new Error("a case without an answer");
  const scores = JSON.parse(found.scores) as ScoreView[];
  const held = JSON.parse(found.held) as HeldScoreView[];
  const scoredHere = new Set([...scores, ...held].map((score) => score.measure));
  const measures = await readMeasures(reader, scope);
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
