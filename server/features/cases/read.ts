import type { CaseView, LastAnswers, PartnerView } from "#core/contracts/case.ts";
import { nothingStored, storedOf } from "#core/fields/field.ts";
import { FRAME_FIELDS, LAST_SEEN_FIELDS } from "#core/fields/session-fields.ts";
import type { DraftDefaults } from "#core/rules/draft.ts";
import type { CaseEventKind, CaseStatus, GoalStanding, Outcome, Role, Seat, SecretsPolicy, TryStanding } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Stance } from "#core/vocabulary/occasion.ts";
import type { Rater } from "#core/vocabulary/track.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Reader } from "#server/database/database.ts";
import { selectOf } from "#server/database/declared-columns.ts";
import { readThemes, readTracks } from "#server/features/practice/tracks-and-themes.ts";

export interface CaseListItem {
  readonly id: string;
  readonly label: string;
  readonly status: CaseStatus;
}

/** Every case of the clinician, by label: for pickers. */
export async function listCases(reader: Reader, scope: ClinicianScope): Promise<CaseListItem[]> {
  const rows = await reader.prisma.case.findMany({
    where: { clinicianId: scope.clinicianId, practiceId: scope.practiceId },
    select: { id: true, label: true, status: true },
    orderBy: { label: "asc" },
  });
  return rows as CaseListItem[];
}

/** One case, whole, without its sessions. */
export async function readCase(reader: Reader, scope: CaseScope): Promise<CaseView> {
  const row = await reader.prisma.case.findUniqueOrThrow({
    where: { practiceId_id: { practiceId: scope.practiceId, id: scope.caseId } },
    include: {
      partners: { include: { rolePeriods: { orderBy: { fromDay: "asc" } } } },
      events: { orderBy: [{ day: "asc" }, { createdAt: "asc" }] },
      goals: {
        orderBy: { createdAt: "asc" },
        include: { touches: { where: { occasion: { standing: "current" } }, select: { occasion: { select: { day: true } } } } },
      },
      things: { orderBy: { createdAt: "asc" } },
      concerns: { orderBy: { openedOn: "desc" } },
      drafts: { orderBy: { updatedAt: "desc" }, select: { id: true, kind: true, corrects: true, day: true, updatedAt: true } },
    },
  });
  const sessionsHeld = await reader.prisma.occasion.count({
    where: { practiceId: scope.practiceId, caseId: scope.caseId, standing: "current", kind: "session", attendance: "held" },
  });
  const present = await reader.prisma.occasion.findFirst({
    where: {
      practiceId: scope.practiceId,
      caseId: scope.caseId,
      standing: "current",
      attendance: "held",
      observation: { presence: { not: "absent" } },
    },
    select: { id: true },
  });
  const partner = (seat: Seat): PartnerView => {
    const found = row.partners.find((candidate) => candidate.seat === seat);
    if (!found) throw new Error("a case without its two partners");
    return { id: found.id, seat, label: found.label, pronouns: found.pronouns, contact: found.contact };
  };
  const rated = await lastRated(reader, scope);
  return {
    id: row.id,
    label: row.label,
    status: row.status as CaseStatus,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    outcome: row.outcome as Outcome | null,
    presentingConcern: row.presentingConcern,
    nextSessionOn: row.nextSessionOn,
    nextSessionStart: row.nextSessionStart,
    collateralConsentOn: row.collateralConsentOn,
    consentMissing: present !== null && row.collateralConsentOn === null,
    secretsPolicy: row.secretsPolicy as SecretsPolicy,
    revision: row.revision,
    active: partner("active"),
    observing: partner("observing"),
    roles: row.partners.flatMap((each) =>
      each.rolePeriods.map((period) => ({
        id: period.id,
        seat: each.seat as Seat,
        role: period.role as Role,
        fromDay: period.fromDay,
        toDay: period.toDay,
      })),
    ),
    events: row.events.map(({ id, kind, day, outcome, reason }) => ({
      id,
      kind: kind as CaseEventKind,
      day,
      outcome: outcome as Outcome | null,
      reason,
    })),
    goals: row.goals.map((goal) => ({
      id: goal.id,
      wording: goal.wording,
      standing: goal.standing as GoalStanding,
      openedOn: goal.openedOn,
      closedOn: goal.closedOn,
      touchedOn: goal.touches
        .map((touch) => touch.occasion.day)
        .sort()
        .reverse(),
    })),
    things: row.things.map(({ id, wording, standing, agreedOn, answeredOn }) => ({
      id,
      wording,
      standing: standing as TryStanding,
      agreedOn,
      answeredOn,
    })),
    concerns: row.concerns.map(({ id, openedOn, closedOn, wording, action, closingWords }) => ({
      id,
      openedOn,
      closedOn,
      wording,
      action,
      closingWords,
    })),
    drafts: row.drafts.map((draft) => ({
      id: draft.id,
      kind: draft.kind as "session" | "correction",
      corrects: draft.corrects,
      day: draft.day,
      updatedAt: draft.updatedAt.toISOString(),
    })),
    tracks: await readTracks(reader, scope, { caseId: scope.caseId }),
    themes: await readThemes(reader, scope),
    sessionsHeld,
    stage: rated?.stage ?? null,
    stageOn: rated?.day ?? null,
    last: await lastAnswers(reader, scope),
  };
}

/** What the form of the next log opens with: the frame of the last hour and the date agreed for this one. */
export async function readUsualFrame(reader: Reader, scope: CaseScope): Promise<Omit<DraftDefaults, "today">> {
  const agreed = await reader.prisma.case.findUniqueOrThrow({
    where: { practiceId_id: { practiceId: scope.practiceId, id: scope.caseId } },
    select: { nextSessionOn: true, nextSessionStart: true },
  });
  const last = await reader.prisma.occasion.findFirst({
    where: { practiceId: scope.practiceId, caseId: scope.caseId, standing: "current", kind: "session", attendance: "held" },
    orderBy: [{ day: "desc" }, { sequence: "desc" }],
    select: selectOf(FRAME_FIELDS),
  });
  return { ...agreed, last: last && storedOf(FRAME_FIELDS, last) };
}

async function lastRated(reader: Reader, scope: CaseScope): Promise<{ stage: EngagementStage; day: string } | null> {
  const row = await reader.prisma.occasion.findFirst({
    where: { practiceId: scope.practiceId, caseId: scope.caseId, standing: "current", observation: { stage: { not: null } } },
    orderBy: [{ day: "desc" }, { sequence: "desc" }],
    select: { day: true, observation: { select: { stage: true } } },
  });
  return row?.observation ? { stage: row.observation.stage as EngagementStage, day: row.day } : null;
}

/** What the last held session answered: dotted on the next log, never filled in. */
async function lastAnswers(reader: Reader, scope: CaseScope): Promise<LastAnswers | null> {
  const row = await reader.prisma.occasion.findFirst({
    where: { practiceId: scope.practiceId, caseId: scope.caseId, standing: "current", kind: "session", attendance: "held" },
    orderBy: [{ day: "desc" }, { sequence: "desc" }],
    select: {
      day: true,
      ...selectOf(FRAME_FIELDS),
      observation: { select: { ...selectOf(LAST_SEEN_FIELDS), stances: { select: { stance: true } } } },
      ratings: { select: { track: true, value: true, rater: true } },
    },
  });
  if (!row) return null;
  return {
    day: row.day,
    ...storedOf(FRAME_FIELDS, row),
    ...storedOf(LAST_SEEN_FIELDS, row.observation ?? nothingStored(LAST_SEEN_FIELDS)),
    stances: (row.observation?.stances ?? []).map((each) => each.stance as Stance),
    ratings: Object.fromEntries(row.ratings.map(({ track, value, rater }) => [track, { value, rater: rater as Rater }])),
  };
}
