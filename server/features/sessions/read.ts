import type { RatingView, SessionVersion, SessionView } from "#core/contracts/record.ts";
import { storedNote } from "#core/contracts/stored-note.ts";
import { storedOf } from "#core/fields/field.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS, SHIFT_FIELDS } from "#core/fields/session-fields.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import type { NoteFormat, OccasionKind, Stance, Standing } from "#core/vocabulary/occasion.ts";
import { isBuiltInTrack } from "#core/vocabulary/track.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader } from "#server/database/database.ts";
import type { Prisma } from "#server/generated/prisma/client.ts";

const WHOLE = {
  observation: { include: { stances: true } },
  ratings: true,
  themes: true,
  shifts: true,
  goalTouches: { include: { goal: true } },
  note: true,
  privateNote: { select: { id: true } },
  score: { select: { measure: true } },
} as const;

/** A session with every version it ever had, newest first; null when it is not this case's. */
export async function readSession(reader: Reader, scope: CaseScope, sessionId: string): Promise<SessionView | null> {
  const rows = await reader.prisma.occasion.findMany({
    where: { practiceId: scope.practiceId, rootId: sessionId, caseId: scope.caseId },
    orderBy: { version: "desc" },
    include: WHOLE,
  });
  if (rows.length === 0) return null;
  const coupleCase = await reader.prisma.case.findUniqueOrThrow({
    where: { practiceId_id: { practiceId: scope.practiceId, id: scope.caseId } },
    select: { label: true },
  });
  const things = await reader.prisma.thingToTry.findMany({
    where: { practiceId: scope.practiceId, caseId: scope.caseId, agreedIn: sessionId },
    select: { wording: true },
  });
  const labels = await otherCaseLabels(
    reader,
    scope,
    rows.flatMap((row) => [row.movedToId, row.movedFromId]),
  );
  const measureNames = await namesOfMeasures(
    reader,
    scope,
    rows.flatMap((row) => (row.score === null ? [] : [row.score.measure])),
  );
  return {
    id: sessionId,
    caseId: scope.caseId,
    caseLabel: coupleCase.label,
    thingsAgreed: things.map((thing) => thing.wording),
    trackNames: await ownTrackNames(
      reader,
      scope,
      rows.flatMap((row) => row.ratings.map((rating) => rating.track)),
    ),
    versions: rows.map((row) => asVersion(row, { labels, measureNames })),
  };
}

/** A track that is no longer offered, or was bound to the case a session was moved from, keeps its name here. */
async function ownTrackNames(reader: Reader, scope: CaseScope, tracks: readonly string[]): Promise<Record<string, string>> {
  const own = [...new Set(tracks)].filter((track) => !isBuiltInTrack(track));
  if (own.length === 0) return {};
  const rows = await reader.prisma.track.findMany({ where: { practiceId: scope.practiceId, id: { in: own } }, select: { id: true, name: true } });
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

/** Of the catalogue or of the practice's own, by id. */
async function namesOfMeasures(reader: Reader, scope: CaseScope, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const name = inCatalogue(id)?.name ?? (await reader.prisma.measure.findFirst({ where: { practiceId: scope.practiceId, id } }))?.name;
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

/** Labels of the cases that a moved session came from or went to, by occasion id; only the clinician's own. */
async function otherCaseLabels(reader: Reader, scope: CaseScope, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await reader.prisma.occasion.findMany({
    where: { practiceId: scope.practiceId, id: { in: wanted }, clinicianId: scope.clinicianId },
    select: { id: true, coupleCase: { select: { label: true } } },
  });
  return new Map(rows.map((row) => [row.id, row.coupleCase.label]));
}

type Row = Prisma.OccasionGetPayload<{ include: typeof WHOLE }>;

interface Names {
  readonly labels: ReadonlyMap<string, string>;
  readonly measureNames: ReadonlyMap<string, string>;
}

function asVersion(row: Row, { labels, measureNames }: Names): SessionVersion {
  return {
    id: row.rootId,
    version: row.version,
    kind: row.kind as OccasionKind,
    standing: row.standing as Standing,
    standingReason: row.standingReason,
    movedToCaseLabel: row.movedToId === null ? null : (labels.get(row.movedToId) ?? null),
    movedFromCaseLabel: row.movedFromId === null ? null : (labels.get(row.movedFromId) ?? null),
    day: row.day,
    sequence: row.sequence,
    ...storedOf(HOUR_FIELDS, row),
    imported: row.importBatchId !== null,
    observation: row.observation && {
      ...storedOf(OBSERVATION_FIELDS, row.observation),
      stances: row.observation.stances.map((each) => each.stance as Stance),
    },
    ratings: row.ratings.map(({ track, value, rater }) => ({ track, value, rater })) as RatingView[],
    themes: row.themes.map((each) => each.theme),
    shifts: row.shifts.map((shift) => storedOf(SHIFT_FIELDS, shift)),
    goalsTouched: row.goalTouches.map(({ goal }) => ({ id: goal.id, wording: goal.wording })),
    note: row.note && noteOf(row.note),
    measure: row.score === null ? null : (measureNames.get(row.score.measure) ?? "a measure no longer offered"),
    hasPrivateNote: row.privateNote !== null,
    loggedAt: row.createdAt.toISOString(),
  };
}

/** A note whose sections cannot be read is shown as it is stored, as one free text: nothing of it is out of sight. */
function noteOf({ format, sections }: NonNullable<Row["note"]>): NonNullable<SessionVersion["note"]> {
  const stored = storedNote.read(sections);
  return stored.read ? { format: format as NoteFormat, sections: stored.value } : { format: "free", sections: { text: stored.text } };
}
