import type { InsightsView } from "#core/contracts/insights.ts";
import type { Day } from "#core/day.ts";
import type { InsightCase, InsightOccasion } from "#core/insights/facts.ts";
import { insightsView } from "#core/insights/view.ts";
import { isHeld } from "#core/timeline/axis.ts";
import type { CaseStatus, Outcome } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Attendance, EvidenceSource, OccasionKind } from "#core/vocabulary/occasion.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { readThemes } from "#server/features/practice/tracks-and-themes.ts";

interface Asked {
  readonly today: Day;
  readonly window?: { readonly from?: Day | undefined; readonly to?: Day | undefined } | undefined;
}

/** The figures across one clinician's own cases: nobody else's are read, not even to be counted. */
export async function readInsights(tx: Tx, scope: ClinicianScope, { today, window }: Asked): Promise<InsightsView> {
  const [from, to] = [window?.from ?? null, window?.to ?? today];
  return insightsView(await readCases(tx, scope, { from, to }), { from, to, today, themes: await readThemes(tx, scope) });
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
  climateRated: 0 | 1,
  groundingRated: 0 | 1,
  themes: readonly string[],
  shiftSources: readonly EvidenceSource[],
];

/** Before and after every day there is. */
const BEGINNING = "0000-00-00";

/**
 * Current occasions of the days asked for, as JSON built by the database (readTrajectory has the reason). A guess is of the
 * guesser's eye and rates no track, and safety concerns are not in any of these tables.
 */
async function readCases(tx: Tx, scope: ClinicianScope, { from, to }: { from: Day | null; to: Day }): Promise<InsightCase[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c."openedOn", c."status", c."closedOn", c."outcome",
      (SELECT json_group_array(json_array(o."day", o."sequence", o."kind", o."attendance", b."stage", b."source",
          EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = o."id" AND r."value" IS NOT NULL AND r."rater" <> 'guess'
            AND r."track" IN ('tone', 'boundaries', 'emotional-climate')),
          EXISTS (SELECT 1 FROM "rating" r WHERE r."occasionId" = o."id" AND r."value" IS NOT NULL AND r."rater" <> 'guess'
            AND r."track" IN ('values-clarity', 'mine-not-mine', 'grounded-response', 'self-support')),
          json((SELECT json_group_array(t."theme") FROM "session_theme" t WHERE t."occasionId" = o."id")),
          json((SELECT json_group_array(s."source") FROM "shift" s WHERE s."occasionId" = o."id" AND s."who" <> 'active'))
        ) ORDER BY o."day", o."sequence")
        FROM "occasion" o LEFT JOIN "observation" b ON b."occasionId" = o."id"
        WHERE o."caseId" = c."id" AND o."standing" = 'current' AND o."day" >= ${from ?? BEGINNING} AND o."day" <= ${to}) AS "occasions"
    FROM "couple_case" c WHERE c."clinicianId" = ${scope.clinicianId} AND c."practiceId" = ${scope.practiceId}`;
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
    climateRated: climateRated === 1,
    groundingRated: groundingRated === 1,
    themes,
    shiftSources,
  };
}
