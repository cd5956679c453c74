import type { CaseloadView } from "#core/contracts/caseload.ts";
import { addDays, type Day } from "#core/day.ts";
import { type CaseFacts, caseloadView, type Gains, stillCases } from "#core/rules/caseload.ts";
import type { RatedStage } from "#core/rules/ladder.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Attendance, EvidenceSource, OccasionKind } from "#core/vocabulary/occasion.ts";
import { GROUNDING_TRACKS } from "#core/vocabulary/track.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Reader } from "#server/database/database.ts";
import type { Dialect } from "#server/database/dialect.ts";
import { column, isTrue, join, type Sql, sql } from "#server/database/sql.ts";
import { readRules } from "./store.ts";

const SPARK_SESSIONS = 10;
/** Past the count that the rule asks for, so that "7 rated sessions" can still be told from "5". */
const WINDOW_BEYOND_RULE = 20;

/** The home screen of one clinician. */
export async function readCaseload(reader: Reader, scope: ClinicianScope, today: Day): Promise<CaseloadView> {
  const rules = { today, ...(await readRules(reader, scope.practiceId)) };
  const cases = await readCaseFacts(reader, scope, {
    window: rules.noMoveAfterSessions + WINDOW_BEYOND_RULE,
    movedSince: addDays(today, -rules.movedWithinDays),
  });
  return caseloadView(cases, rules, await readGains(reader, scope, stillCases(cases, rules)));
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly openedOn: string;
  readonly nextSessionOn: string | null;
  readonly lastSequence: number;
  readonly present: unknown;
  readonly safetyOpen: unknown;
  readonly promptOwed: unknown;
  readonly recent: string;
  readonly groundings: string;
  readonly shifts: string;
  readonly drafts: string;
  readonly dismissed: string;
}

/** A session or a note between sessions, newest first. */
type Recent = readonly [Day, number, OccasionKind, Attendance | null, EngagementStage | null, EvidenceSource | null];

const GROUNDINGS = sql`(${join([...GROUNDING_TRACKS])})`;

/** Does an occasion, by its short name in the statement, rate a grounding with a number? */
function ratesAGrounding(occasion: "o" | "w"): Sql {
  return sql`EXISTS (SELECT 1 FROM "rating" r WHERE r."practiceId" = ${column("practiceId", occasion)} AND r."occasionId" = ${column("id", occasion)}
    AND r."value" IS NOT NULL AND r."track" IN ${GROUNDINGS})`;
}

/** The groundings of occasion `x` with its day, as JSON. */
function groundingsOn({ jsonObject, jsonRows, nested }: Dialect): Sql {
  const ratings = jsonRows({
    entry: jsonObject({ track: sql`r."track"`, value: sql`r."value"`, rater: sql`r."rater"` }),
    from: sql`"rating" r WHERE r."practiceId" = x."practiceId" AND r."occasionId" = x."id" AND r."track" IN ${GROUNDINGS}`,
  });
  return jsonObject({ day: sql`x."day"`, ratings: nested(ratings) });
}

/** The shifts of one case since a day, as JSON. */
function shiftsSince({ jsonObject, jsonRows }: Dialect, { of, since }: { of: Sql; since: Sql }): Sql {
  return jsonRows({
    entry: jsonObject({ day: sql`o."day"`, sequence: sql`o."sequence"`, kind: sql`s."kind"`, direction: sql`s."direction"`, who: sql`s."who"` }),
    from: sql`"occasion" o JOIN "shift" s ON s."practiceId" = o."practiceId" AND s."occasionId" = o."id" WHERE ${of} AND o."standing" = 'current' AND o."day" >= ${since}`,
    orderBy: sql`o."day", o."sequence"`,
  });
}

/**
 * The newest entries of every case of a clinician in one statement. Each part walks the index
 * (practiceId, caseId, standing, day, sequence) backwards and stops after `window` entries, found or not, so that ten years of a
 * partner who is never rated cost what ten weeks do (tests/bench, `growth`). A score or a guess is no entry: a run of them pushes no
 * grounding out of sight.
 */
async function readCaseFacts(
  reader: Reader,
  scope: ClinicianScope,
  { window, movedSince }: { window: number; movedSince: Day },
): Promise<CaseFacts[]> {
  const { jsonArray, jsonObject, jsonRows } = reader.dialect;
  const ofCase = sql`o."practiceId" = c."practiceId" AND o."caseId" = c."id"`;
  const newestEntries = sql`(SELECT o."day", o."sequence", o."kind", o."attendance", b."stage", b."source"
    FROM "occasion" o LEFT JOIN "observation" b ON b."practiceId" = o."practiceId" AND b."occasionId" = o."id"
    WHERE ${ofCase} AND o."standing" = 'current' AND o."kind" IN ('session', 'between')
    ORDER BY o."day" DESC, o."sequence" DESC LIMIT ${window}) x`;
  const newestGroundings = sql`(SELECT w."practiceId", w."id", w."day" FROM
      (SELECT o."practiceId", o."id", o."day", o."sequence" FROM "occasion" o WHERE ${ofCase} AND o."standing" = 'current'
        AND (o."kind" IN ('session', 'between') OR ${ratesAGrounding("o")})
        ORDER BY o."day" DESC, o."sequence" DESC LIMIT ${window}) w
    WHERE ${ratesAGrounding("w")}
    ORDER BY w."day" DESC, w."sequence" DESC LIMIT 2) x`;
  const rows = await reader.query<Row>(sql`
    SELECT c."id", c."label", c."status", c."openedOn", c."nextSessionOn", c."lastSequence",
      (c."collateralConsentOn" IS NULL AND EXISTS (SELECT 1 FROM "observation" b JOIN "occasion" o ON o."practiceId" = b."practiceId" AND o."id" = b."occasionId"
        WHERE b."practiceId" = c."practiceId" AND b."caseId" = c."id" AND b."presence" IN ('in-room', 'online', 'joined-part')
          AND o."standing" = 'current' AND o."attendance" = 'held')) AS "present",
      EXISTS (SELECT 1 FROM "safety_concern" s WHERE s."practiceId" = c."practiceId" AND s."caseId" = c."id" AND s."closedOn" IS NULL) AS "safetyOpen",
      EXISTS (SELECT 1 FROM "measure_score" p JOIN "occasion" o ON o."practiceId" = p."practiceId" AND o."id" = p."occasionId"
        WHERE p."practiceId" = c."practiceId" AND p."caseId" = c."id" AND p."safetyPrompt" = 'owed' AND o."standing" = 'current') AS "promptOwed",
      ${jsonRows({
        entry: jsonArray([sql`x."day"`, sql`x."sequence"`, sql`x."kind"`, sql`x."attendance"`, sql`x."stage"`, sql`x."source"`]),
        from: newestEntries,
      })} AS "recent",
      ${jsonRows({ entry: groundingsOn(reader.dialect), from: newestGroundings })} AS "groundings",
      ${shiftsSince(reader.dialect, { of: ofCase, since: sql`${movedSince}` })} AS "shifts",
      ${jsonRows({
        entry: jsonObject({ draftId: sql`d."id"`, day: sql`d."day"`, kind: sql`d."kind"` }),
        from: sql`"draft" d WHERE d."practiceId" = c."practiceId" AND d."caseId" = c."id"`,
      })} AS "drafts",
      ${jsonRows({
        entry: jsonObject({ panel: sql`m."panel"`, upTo: sql`m."upTo"` }),
        from: sql`"dismissal" m WHERE m."practiceId" = c."practiceId" AND m."caseId" = c."id" AND m."clinicianId" = c."clinicianId"`,
      })} AS "dismissed"
    FROM "couple_case" c WHERE c."practiceId" = ${scope.practiceId} AND c."clinicianId" = ${scope.clinicianId}
    ORDER BY c."label"`);
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
    lastSequence: row.lastSequence,
    lastSessionSequence: Math.max(-1, ...sessions.map(([, sequence]) => sequence)),
    hasSessions: held.length > 0,
    safetyOpen: isTrue(row.safetyOpen),
    promptOwed: isTrue(row.promptOwed),
    consentMissing: isTrue(row.present),
    lastSessionOn: held.at(-1)?.[0] ?? null,
    spark: held.slice(-SPARK_SESSIONS).map(([, , , , stage]) => stage),
    rated: recent.flatMap(([day, sequence, kind, , stage, source]): RatedStage[] => (stage === null ? [] : [{ day, sequence, stage, source, kind }])),
    ratedGoesOn: recent.length >= window,
    groundings: (JSON.parse(row.groundings) as CaseFacts["groundings"][number][]).reverse(),
    shifts: JSON.parse(row.shifts) as CaseFacts["shifts"],
    drafts: JSON.parse(row.drafts) as CaseFacts["drafts"],
    dismissed: JSON.parse(row.dismissed) as CaseFacts["dismissed"],
  };
}

/** What the active partners gained since a day each: asked only for the cases that did not move. */
async function readGains(
  reader: Reader,
  { practiceId }: ClinicianScope,
  stretches: readonly { readonly caseId: string; readonly since: Day }[],
): Promise<Map<string, Gains>> {
  if (stretches.length === 0) return new Map();
  const still = join(stretches.map(({ caseId, since }) => sql`(${practiceId}, ${caseId}, ${since})`));
  const ofCase = sql`o."practiceId" = t."practiceId" AND o."caseId" = t."caseId"`;
  const rated = sql`"occasion" o WHERE ${ofCase} AND o."standing" = 'current' AND o."day" >= t."since" AND ${ratesAGrounding("o")}`;
  const found = (order: Sql) => sql`(SELECT ${groundingsOn(reader.dialect)} FROM
    (SELECT o."practiceId", o."id", o."day" FROM ${rated} ORDER BY ${order} LIMIT 1) x)`;
  const rows = await reader.query<{ caseId: string; first: string | null; last: string | null; shifts: string }>(sql`
    WITH "still" ("practiceId", "caseId", "since") AS (VALUES ${still})
    SELECT t."caseId",
      ${found(sql`o."day", o."sequence"`)} AS "first",
      ${found(sql`o."day" DESC, o."sequence" DESC`)} AS "last",
      ${shiftsSince(reader.dialect, { of: ofCase, since: sql`t."since"` })} AS "shifts"
    FROM "still" t`);
  return new Map(
    rows.map(({ caseId, first, last, shifts }) => {
      const groundings = [first, last].flatMap((each) => (each === null ? [] : [JSON.parse(each) as Gains["groundings"][number]]));
      return [caseId, { groundings, shifts: JSON.parse(shifts) as Gains["shifts"] }];
    }),
  );
}
