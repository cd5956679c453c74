import type { CaseloadView } from "#core/contracts/caseload.ts";
import { storedDraftDay } from "#core/contracts/stored-draft.ts";
import { addDays, type Day } from "#core/day.ts";
import { type CaseFacts, caseloadView, type Gains, stillCases } from "#core/rules/caseload.ts";
import type { RatedStage } from "#core/rules/ladder.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Attendance, EvidenceSource, OccasionKind } from "#core/vocabulary/occasion.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { readRules } from "./store.ts";

const SPARK_SESSIONS = 10;
/** Past the count that the rule asks for, so that "7 rated sessions" can still be told from "5". */
const WINDOW_BEYOND_RULE = 20;

/** The home screen of one clinician. */
export async function readCaseload(tx: Tx, scope: ClinicianScope, today: Day): Promise<CaseloadView> {
  const rules = { today, ...(await readRules(tx, scope.practiceId)) };
  const cases = await readCaseFacts(tx, scope, {
    window: rules.noMoveAfterSessions + WINDOW_BEYOND_RULE,
    movedSince: addDays(today, -rules.movedWithinDays),
  });
  return caseloadView(cases, rules, await readGains(tx, stillCases(cases, rules)));
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly openedOn: string;
  readonly nextSessionOn: string | null;
  readonly lastSequence: number | bigint;
  readonly collateralConsentOn: string | null;
  readonly present: number | bigint;
  readonly safetyOpen: number | bigint;
  readonly promptOwed: number | bigint;
  readonly recent: string;
  readonly groundings: string;
  readonly shifts: string;
  readonly drafts: string;
  readonly dismissed: string;
}

/** Its day stands in its body, whatever version that is of. */
type StoredDraft = Omit<CaseFacts["drafts"][number], "day"> & { readonly body: string };

/** A session or a note between sessions, newest first. */
type Recent = readonly [Day, number, OccasionKind, Attendance | null, EngagementStage | null, EvidenceSource | null];

/**
 * The newest entries of every case of a clinician in one statement. Each part walks the index
 * (caseId, standing, day, sequence) backwards and stops after `window` entries, found or not, so that ten years of a partner
 * who is never rated cost what ten weeks do (tests/bench, `growth`). A score or a guess is no entry: a run of them pushes no
 * grounding out of sight.
 */
async function readCaseFacts(tx: Tx, scope: ClinicianScope, { window, movedSince }: { window: number; movedSince: Day }): Promise<CaseFacts[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c."id", c."label", c."status", c."openedOn", c."nextSessionOn", c."lastSequence", c."collateralConsentOn",
      c."collateralConsentOn" IS NULL AND EXISTS (SELECT 1 FROM "observation" b JOIN "occasion" o ON o."id" = b."occasionId"
        WHERE b."caseId" = c."id" AND b."presence" IN ('in-room', 'online', 'joined-part') AND o."standing" = 'current' AND o."attendance" = 'held') AS "present",
      EXISTS (SELECT 1 FROM "safety_concern" s WHERE s."caseId" = c."id" AND s."closedOn" IS NULL) AS "safetyOpen",
      EXISTS (SELECT 1 FROM "measure_score" p JOIN "occasion" o ON o."id" = p."occasionId"
        WHERE p."caseId" = c."id" AND p."safetyPrompt" = 'owed' AND o."standing" = 'current') AS "promptOwed",
      (SELECT json_group_array(json_array(x."day", x."sequence", x."kind", x."attendance", x."stage", x."source"))
        FROM (SELECT o."day", o."sequence", o."kind", o."attendance", b."stage", b."source"
          FROM "occasion" o LEFT JOIN "observation" b ON b."occasionId" = o."id"
          WHERE o."caseId" = c."id" AND o."standing" = 'current' AND o."kind" IN ('session', 'between')
          ORDER BY o."day" DESC, o."sequence" DESC LIMIT ${window}) x) AS "recent",
      (SELECT json_group_array(json_object('day', x."day", 'ratings', json((
          SELECT json_group_array(json_object('track', r."track", 'value', r."value", 'rater', r."rater")) FROM "rating" r
          WHERE r."occasionId" = x."id" AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support')))))
        FROM (SELECT o."id", o."day" FROM
            (SELECT w."id", w."day", w."sequence" FROM "occasion" w WHERE w."caseId" = c."id" AND w."standing" = 'current'
              AND (w."kind" IN ('session', 'between') OR EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = w."id" AND r."value" IS NOT NULL
                AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support')))
              ORDER BY w."day" DESC, w."sequence" DESC LIMIT ${window}) o
          WHERE EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = o."id" AND r."value" IS NOT NULL
            AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support'))
          ORDER BY o."day" DESC, o."sequence" DESC LIMIT 2) x) AS "groundings",
      (SELECT json_group_array(json_object('day', o."day", 'sequence', o."sequence", 'kind', s."kind", 'direction', s."direction", 'who', s."who") ORDER BY o."day", o."sequence")
        FROM "occasion" o JOIN "shift" s ON s."occasionId" = o."id"
        WHERE o."caseId" = c."id" AND o."standing" = 'current' AND o."day" >= ${movedSince}) AS "shifts",
      (SELECT json_group_array(json_object('draftId', d."id", 'body', d."body", 'kind', d."kind"))
        FROM "draft" d WHERE d."caseId" = c."id") AS "drafts",
      (SELECT json_group_array(json_object('panel', m."panel", 'upTo', m."upTo"))
        FROM "dismissal" m WHERE m."caseId" = c."id" AND m."clinicianId" = c."clinicianId") AS "dismissed"
    FROM "couple_case" c WHERE c."clinicianId" = ${scope.clinicianId} AND c."practiceId" = ${scope.practiceId}
    ORDER BY c."label"`;
  return rows.map((row) => asFacts(row, window));
}

function asFacts(row: Row, window: number): CaseFacts {
  // Read newest first because that is how the limit works; told oldest first because that is how it happened.
  const recent = (JSON.parse(row.recent) as Recent[]).reverse();
  const sessions = recent.filter(([, , kind]) => kind === "session");
  const held = sessions.filter(([, , , attendance]) => attendance === "held");
  return {
    caseId: row.id,
    label: row.label,
    status: row.status,
    openedOn: row.openedOn,
    nextSessionOn: row.nextSessionOn,
    lastSequence: Number(row.lastSequence),
    lastSessionSequence: Math.max(-1, ...sessions.map(([, sequence]) => sequence)),
    hasSessions: held.length > 0,
    safetyOpen: Number(row.safetyOpen) === 1,
    promptOwed: Number(row.promptOwed) === 1,
    consentMissing: Number(row.present) === 1,
    lastSessionOn: held.at(-1)?.[0] ?? null,
    spark: held.slice(-SPARK_SESSIONS).map(([, , , , stage]) => stage),
    rated: recent.flatMap(([day, sequence, kind, , stage, source]): RatedStage[] => (stage === null ? [] : [{ day, sequence, stage, source, kind }])),
    ratedGoesOn: recent.length >= window,
    groundings: (JSON.parse(row.groundings) as CaseFacts["groundings"][number][]).reverse(),
    shifts: JSON.parse(row.shifts) as CaseFacts["shifts"],
    drafts: (JSON.parse(row.drafts) as StoredDraft[]).map(({ draftId, body, kind }) => ({ draftId, day: storedDraftDay(body), kind })),
    dismissed: JSON.parse(row.dismissed) as CaseFacts["dismissed"],
  };
}

/** What the active partners gained since a day each: asked only for the cases that did not move. */
async function readGains(tx: Tx, stretches: readonly { readonly caseId: string; readonly since: Day }[]): Promise<Map<string, Gains>> {
  if (stretches.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ caseId: string; first: string | null; last: string | null; shifts: string }[]>`
    WITH "still" AS (SELECT json_extract("value", '$.caseId') AS "caseId", json_extract("value", '$.since') AS "since" FROM json_each(${JSON.stringify(stretches)}))
    SELECT t."caseId",
      (SELECT json_object('day', o."day", 'ratings', json((
          SELECT json_group_array(json_object('track', r."track", 'value', r."value", 'rater', r."rater")) FROM "rating" r WHERE r."occasionId" = o."id")))
        FROM "occasion" o WHERE o."caseId" = t."caseId" AND o."standing" = 'current' AND o."day" >= t."since"
          AND EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = o."id" AND r."value" IS NOT NULL
            AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support'))
        ORDER BY o."day", o."sequence" LIMIT 1) AS "first",
      (SELECT json_object('day', o."day", 'ratings', json((
          SELECT json_group_array(json_object('track', r."track", 'value', r."value", 'rater', r."rater")) FROM "rating" r WHERE r."occasionId" = o."id")))
        FROM "occasion" o WHERE o."caseId" = t."caseId" AND o."standing" = 'current' AND o."day" >= t."since"
          AND EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = o."id" AND r."value" IS NOT NULL
            AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support'))
        ORDER BY o."day" DESC, o."sequence" DESC LIMIT 1) AS "last",
      (SELECT json_group_array(json_object('day', o."day", 'sequence', o."sequence", 'kind', s."kind", 'direction', s."direction", 'who', s."who") ORDER BY o."day", o."sequence")
        FROM "occasion" o JOIN "shift" s ON s."occasionId" = o."id"
        WHERE o."caseId" = t."caseId" AND o."standing" = 'current' AND o."day" >= t."since") AS "shifts"
    FROM "still" t`;
  return new Map(
    rows.map(({ caseId, first, last, shifts }) => {
      const groundings = [first, last].flatMap((each) => (each === null ? [] : [JSON.parse(each) as Gains["groundings"][number]]));
      return [caseId, { groundings, shifts: JSON.parse(shifts) as Gains["shifts"] }];
    }),
  );
}
