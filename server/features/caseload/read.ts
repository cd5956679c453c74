import type { CaseFacts } from "#core/rules/caseload.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";

const SPARK_SESSIONS = 10;
/** Shifts older than this are no news on the home screen, however the practice sets its days. */
const SHIFT_WINDOW = 24;

interface Row {
  readonly id: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly openedOn: string;
  readonly nextSessionOn: string | null;
  readonly lastSequence: number | bigint;
  readonly collateralConsentOn: string | null;
  readonly facts: string;
}

interface Facts {
  readonly lastSessionOn: string | null;
  readonly present: 0 | 1;
  readonly safetyOpen: 0 | 1;
  readonly spark: (0 | 1 | 2 | 3 | 4 | 5 | 6 | null)[];
  readonly rated: CaseFacts["rated"];
  readonly groundings: CaseFacts["groundings"];
  readonly shifts: CaseFacts["shifts"];
  readonly drafts: CaseFacts["drafts"];
  readonly dismissed: CaseFacts["dismissed"];
}

/**
 * The newest entries of every case of a clinician in one statement. Each part walks the index
 * (caseId, standing, day, sequence) backwards and stops at its limit, so that ten years of sessions cost what ten weeks do.
 */
export async function readCaseFacts(tx: Tx, scope: ClinicianScope, { ratedWindow }: { ratedWindow: number }): Promise<CaseFacts[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c."id", c."label", c."status", c."openedOn", c."nextSessionOn", c."lastSequence", c."collateralConsentOn",
      json_object(
        'lastSessionOn', (SELECT o."day" FROM "occasion" o WHERE o."caseId" = c."id" AND o."standing" = 'current'
          AND o."kind" = 'session' AND o."attendance" = 'held' ORDER BY o."day" DESC, o."sequence" DESC LIMIT 1),
        'present', CASE WHEN c."collateralConsentOn" IS NULL THEN EXISTS (SELECT 1 FROM "occasion" o JOIN "observation" b ON b."occasionId" = o."id"
          WHERE o."caseId" = c."id" AND o."standing" = 'current' AND o."attendance" = 'held' AND b."presence" IN ('in-room', 'online', 'joined-part')) ELSE 0 END,
        'safetyOpen', EXISTS (SELECT 1 FROM "safety_concern" s WHERE s."caseId" = c."id" AND s."closedOn" IS NULL),
        'spark', json((SELECT json_group_array(x."stage") FROM (SELECT b."stage" FROM "occasion" o LEFT JOIN "observation" b ON b."occasionId" = o."id"
          WHERE o."caseId" = c."id" AND o."standing" = 'current' AND o."kind" = 'session' AND o."attendance" = 'held'
          ORDER BY o."day" DESC, o."sequence" DESC LIMIT ${SPARK_SESSIONS}) x)),
        'rated', json((SELECT json_group_array(json_object('day', x."day", 'sequence', x."sequence", 'stage', x."stage", 'source', x."source", 'kind', x."kind"))
          FROM (SELECT o."day", o."sequence", b."stage", b."source", o."kind" FROM "occasion" o JOIN "observation" b ON b."occasionId" = o."id"
          WHERE o."caseId" = c."id" AND o."standing" = 'current' AND b."stage" IS NOT NULL
          ORDER BY o."day" DESC, o."sequence" DESC LIMIT ${ratedWindow}) x)),
        'groundings', json((SELECT json_group_array(json_object('day', x."day", 'ratings', json((
            SELECT json_group_array(json_object('track', r."track", 'value', r."value", 'rater', r."rater")) FROM "rating" r WHERE r."occasionId" = x."id"))))
          FROM (SELECT o."id", o."day" FROM "occasion" o WHERE o."caseId" = c."id" AND o."standing" = 'current'
            AND EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = o."id" AND r."value" IS NOT NULL
              AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support'))
          ORDER BY o."day" DESC, o."sequence" DESC LIMIT 2) x)),
        'shifts', json((SELECT json_group_array(json_object('day', x."day", 'sequence', x."sequence", 'kind', x."kind", 'direction', x."direction", 'who', x."who"))
          FROM (SELECT o."day", o."sequence", s."kind", s."direction", s."who"
            FROM (SELECT "id", "day", "sequence" FROM "occasion" WHERE "caseId" = c."id" AND "standing" = 'current' ORDER BY "day" DESC, "sequence" DESC LIMIT ${SHIFT_WINDOW}) o
            JOIN "shift" s ON s."occasionId" = o."id" ORDER BY o."day" DESC, o."sequence" DESC) x)),
        'drafts', json((SELECT json_group_array(json_object('draftId', d."id", 'day', json_extract(d."body", '$.day'), 'kind', d."kind"))
          FROM "draft" d WHERE d."caseId" = c."id")),
        'dismissed', json((SELECT json_group_array(json_object('panel', m."panel", 'upTo', m."upTo"))
          FROM "dismissal" m WHERE m."caseId" = c."id" AND m."clinicianId" = c."clinicianId"))
      ) AS "facts"
    FROM "couple_case" c WHERE c."clinicianId" = ${scope.clinicianId} AND c."practiceId" = ${scope.practiceId}
    ORDER BY c."label"`;
  return rows.map(asFacts);
}

function asFacts(row: Row): CaseFacts {
  const facts = JSON.parse(row.facts) as Facts;
  return {
    caseId: row.id,
    label: row.label,
    status: row.status,
    openedOn: row.openedOn,
    nextSessionOn: row.nextSessionOn,
    lastSequence: Number(row.lastSequence),
    hasSessions: facts.lastSessionOn !== null,
    safetyOpen: facts.safetyOpen === 1,
    consentMissing: facts.present === 1 && row.collateralConsentOn === null,
    lastSessionOn: facts.lastSessionOn,
    // Read newest first because that is how the limit works; told oldest first because that is how it happened.
    spark: facts.spark.reverse(),
    rated: [...facts.rated].reverse(),
    groundings: [...facts.groundings].reverse(),
    shifts: [...facts.shifts].reverse(),
    drafts: facts.drafts,
    dismissed: facts.dismissed,
  };
}
