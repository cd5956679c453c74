import type { InsightsView } from "#core/contracts/insights.ts";
import type { Day } from "#core/day.ts";
import type { InsightCase, InsightOccasion } from "#core/insights/facts.ts";
import { insightsView } from "#core/insights/view.ts";
import { isHeld } from "#core/series/axis.ts";
import type { CaseStatus, Outcome } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Attendance, EvidenceSource, OccasionKind } from "#core/vocabulary/occasion.ts";
import { CLIMATE_TRACKS, GROUNDING_TRACKS } from "#core/vocabulary/track.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Reader } from "#server/database/database.ts";
import { join, type Sql, sql } from "#server/database/sql.ts";
import { readThemes } from "#server/features/practice/tracks-and-themes.ts";

interface Asked {
  readonly today: Day;
  readonly window?: { readonly from?: Day | undefined; readonly to?: Day | undefined } | undefined;
}

/** The figures across one clinician's own cases: nobody else's are read, not even to be counted. */
export async function readInsights(reader: Reader, scope: ClinicianScope, { today, window }: Asked): Promise<InsightsView> {
  const [from, to] = [window?.from ?? null, window?.to ?? today];
  return insightsView(await readCases(reader, scope, { from, to }), { from, to, today, themes: await readThemes(reader, scope) });
}

interface Row {
  readonly openedOn: string;
  readonly status: CaseStatus;
  readonly closedOn: string | null;
  readonly outcome: Outcome | null;
  readonly occasions: string;
}

type Read = readonly [
  day: Day,
  sequence: number,
  kind: OccasionKind,
  attendance: Attendance | null,
  stage: EngagementStage | null,
  source: EvidenceSource | null,
  climateRated: boolean,
  groundingRated: boolean,
  themes: readonly string[],
  shiftSources: readonly EvidenceSource[],
];

/** Before and after every day there is. */
const BEGINNING = "0000-00-00";

/**
 * Current occasions of the days asked for, as JSON built by the database (readTimeline has the reason). A guess is of the
 * guesser's eye and rates no track, and safety concerns are not in any of these tables.
 */
async function readCases(reader: Reader, scope: ClinicianScope, { from, to }: { from: Day | null; to: Day }): Promise<InsightCase[]> {
  const { jsonArray, jsonBoolean, jsonRows, nested } = reader.dialect;
  const rates = (tracks: readonly string[]) =>
    jsonBoolean(sql`EXISTS (SELECT 1 FROM "rating" r WHERE r."practiceId" = o."practiceId" AND r."occasionId" = o."id"
      AND r."value" IS NOT NULL AND r."rater" <> 'guess' AND r."track" IN (${join([...tracks])}))`);
  const list = (entry: Sql, from: Sql) => nested(jsonRows({ entry, from }));
  const occasions = jsonRows({
    entry: jsonArray([
      ...[sql`o."day"`, sql`o."sequence"`, sql`o."kind"`, sql`o."attendance"`, sql`b."stage"`, sql`b."source"`],
      rates(CLIMATE_TRACKS),
      rates(GROUNDING_TRACKS),
      list(sql`t."theme"`, sql`"session_theme" t WHERE t."practiceId" = o."practiceId" AND t."occasionId" = o."id"`),
      list(sql`s."source"`, sql`"shift" s WHERE s."practiceId" = o."practiceId" AND s."occasionId" = o."id" AND s."who" <> 'active'`),
    ]),
    from: sql`"occasion" o LEFT JOIN "observation" b ON b."practiceId" = o."practiceId" AND b."occasionId" = o."id"
      WHERE o."practiceId" = c."practiceId" AND o."caseId" = c."id" AND o."standing" = 'current' AND o."day" >= ${from ?? BEGINNING} AND o."day" <= ${to}`,
    orderBy: sql`o."day", o."sequence"`,
  });
  const rows = await reader.query<Row>(sql`
    SELECT c."openedOn", c."status", c."closedOn", c."outcome", ${occasions} AS "occasions"
    FROM "couple_case" c WHERE c."practiceId" = ${scope.practiceId} AND c."clinicianId" = ${scope.clinicianId}`);
  return rows.map(({ occasions, ...row }) => ({ ...row, occasions: (JSON.parse(occasions) as Read[]).map(asOccasion) }));
}

function asOccasion([day, sequence, kind, attendance, stage, source, climateRated, groundingRated, themes, shiftSources]: Read): InsightOccasion {
  return {
    day,
    sequence,
    kind,
    held: isHeld({ kind, attendance }),
    stage,
    source,
    climateRated,
    groundingRated,
    themes,
    shiftSources,
  };
}
