import type { TrajectoryView } from "#core/contracts/trajectory.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS, SHIFT_FIELDS } from "#core/fields/session-fields.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { jsonPairs, statementOf } from "#server/declared-columns.ts";
import { readThemes, readTracks } from "#server/features/practice/tracks-and-themes.ts";

const HOUR = jsonPairs(HOUR_FIELDS, "o");
const OBSERVATION = jsonPairs(OBSERVATION_FIELDS, "b");
const SHIFT = jsonPairs(SHIFT_FIELDS, "s");

type Occasions = TrajectoryView["occasions"];

/**
 * A case's whole course in one read. The database builds the JSON: a row object for each of 5,000 ratings costs four times
 * as much on its way through the client library as the text does. Scores of measures have a read of their own
 * (features/measures) and no place on this axis.
 */
export async function readTrajectory(tx: Tx, scope: CaseScope, today: string): Promise<TrajectoryView> {
  const { caseId } = scope;
  const [course] = await tx.$queryRaw<
    { occasions: string; setAside: string; events: string; roles: string; focus: string; markedDays: string }[]
  >(statementOf`
    SELECT
      (SELECT json_group_array(json_object(
          'id', o."rootId", 'version', o."version", 'kind', o."kind", 'standing', o."standing", 'day', o."day", 'sequence', o."sequence",
          ${HOUR},
          'imported', json(CASE WHEN COALESCE(o."importBatchId", CASE WHEN o."version" > 1 THEN
            (SELECT f."importBatchId" FROM "occasion" f WHERE f."rootId" = o."rootId" AND f."version" = 1) END) IS NULL THEN 'false' ELSE 'true' END),
          'observation', CASE WHEN b."occasionId" IS NULL THEN NULL ELSE json_object(${OBSERVATION},
            'stances', json((SELECT json_group_array(s."stance") FROM "observation_stance" s WHERE s."occasionId" = b."occasionId"))) END,
          'ratings', json((SELECT json_group_array(json_object('track', r."track", 'value', r."value", 'rater', r."rater")) FROM "rating" r WHERE r."occasionId" = o."id")),
          'themes', json((SELECT json_group_array(t."theme") FROM "session_theme" t WHERE t."occasionId" = o."id")),
          'shifts', json((SELECT json_group_array(json_object(${SHIFT}))
            FROM "shift" s WHERE s."occasionId" = o."id")),
          'measure', NULL
        ) ORDER BY o."day", o."sequence")
        FROM "occasion" o LEFT JOIN "observation" b ON b."occasionId" = o."id" WHERE o."caseId" = ${caseId} AND o."standing" = 'current'
          AND (o."kind" <> 'measurement' OR NOT EXISTS (SELECT 1 FROM "measure_score" m WHERE m."occasionId" = o."id"))) AS "occasions",
      (SELECT json_group_array(json_object('id', o."rootId", 'kind', o."kind", 'day', o."day", 'standing', o."standing", 'reason', o."standingReason") ORDER BY o."day" DESC, o."sequence" DESC)
        FROM "occasion" o WHERE o."caseId" = ${caseId} AND o."standing" IN ('voided', 'moved')
          AND (o."kind" <> 'measurement' OR NOT EXISTS (SELECT 1 FROM "measure_score" m WHERE m."occasionId" = o."id"))) AS "setAside",
      (SELECT json_group_array(json_object('id', e."id", 'kind', e."kind", 'day', e."day", 'outcome', e."outcome", 'reason', e."reason") ORDER BY e."day", e."createdAt")
        FROM "case_event" e WHERE e."caseId" = ${caseId}) AS "events",
      (SELECT json_group_array(json_object('id', p."id", 'seat', s."seat", 'role', p."role", 'fromDay', p."fromDay", 'toDay', p."toDay") ORDER BY p."fromDay")
        FROM "role_period" p JOIN "partner" s ON s."id" = p."partnerId" WHERE p."caseId" = ${caseId}) AS "roles",
      (SELECT json_group_array(json_object('track', f."track", 'rater', f."rater", 'chosenOn', f."chosenOn", 'droppedOn', f."droppedOn") ORDER BY f."id")
        FROM "focus_track" f WHERE f."caseId" = ${caseId}) AS "focus",
      (SELECT json_group_array(json_object('id', m."id", 'day', m."day", 'wording', m."wording", 'origin', m."origin") ORDER BY m."day", m."id")
        FROM "marked_day" m WHERE m."caseId" = ${caseId} AND m."removedAt" IS NULL) AS "markedDays"`);
  if (!course) throw new Error("a case without a course");
  const occasions = JSON.parse(course.occasions) as Occasions;
  const ratedHere = new Set(occasions.flatMap((occasion) => occasion.ratings.map((rating) => rating.track)));
  return {
    caseId,
    today,
    occasions,
    setAside: JSON.parse(course.setAside) as TrajectoryView["setAside"],
    tracks: await readTracks(tx, scope, { caseId, ratedHere }),
    themes: await readThemes(tx, scope),
    events: JSON.parse(course.events) as TrajectoryView["events"],
    roles: JSON.parse(course.roles) as TrajectoryView["roles"],
    focus: JSON.parse(course.focus) as TrajectoryView["focus"],
    markedDays: JSON.parse(course.markedDays) as TrajectoryView["markedDays"],
  };
}
