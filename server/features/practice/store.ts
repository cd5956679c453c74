import type { AddTheme, AddTrack, ChangeTheme, ChangeTrack, EditPractice, MeView, OwnTrackView } from "#core/contracts/practice.ts";
import type { ClinicianRole } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { type BetterDirection, BUILT_IN_TRACKS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { readThemes } from "./tracks-and-themes.ts";

/** True for a zone this machine's calendar knows, such as "America/New_York". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export async function hasPractice(reader: Reader): Promise<boolean> {
  return (await reader.prisma.practice.count()) > 0;
}

export interface FirstPractice {
  readonly practiceId: string;
  readonly clinicianId: string;
  readonly practiceName: string;
  readonly timeZone: string;
  readonly isSample: boolean;
  readonly clinicianName: string;
  readonly email: string;
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  readonly at: Date;
}

/** The practice, its owner and what the owner signs in with. */
export async function createPractice(tx: Tx, first: FirstPractice): Promise<void> {
  const { practiceId, clinicianId, at } = first;
  await tx.prisma.practice.create({
    data: { id: practiceId, name: first.practiceName, timeZone: first.timeZone, isSample: first.isSample, createdAt: at },
  });
  await tx.prisma.clinician.create({
    data: { id: clinicianId, practiceId, name: first.clinicianName, email: first.email, role: "owner", createdAt: at, updatedAt: at },
  });
  await tx.prisma.credential.create({
    data: {
      id: newId(),
      accountId: clinicianId,
      providerId: "credential",
      userId: clinicianId,
      password: first.passwordHash,
      createdAt: at,
      updatedAt: at,
    },
  });
}

export async function showMe(reader: Reader, scope: ClinicianScope, today: string): Promise<MeView> {
  const clinician = await reader.prisma.clinician.findUniqueOrThrow({
    where: { practiceId: scope.practiceId, id: scope.clinicianId },
    include: { practice: true },
  });
  const { practice } = clinician;
  return {
    clinicianId: clinician.id,
    name: clinician.name,
    email: clinician.email,
    role: clinician.role as ClinicianRole,
    practiceId: practice.id,
    practiceName: practice.name,
    isSample: practice.isSample,
    timeZone: practice.timeZone,
    today,
    movedWithinDays: practice.movedWithinDays,
    noMoveAfterSessions: practice.noMoveAfterSessions,
  };
}

/** The practice's own settings are its owner's to change. */
export async function editPractice(tx: Tx, scope: ClinicianScope, input: EditPractice): Promise<Refusal | undefined> {
  if (scope.role !== "owner") return refuse("not-found");
  if (!isTimeZone(input.timeZone)) return refuse("bad-input", "timeZone");
  await tx.prisma.practice.update({ where: { id: scope.practiceId }, data: input });
  return undefined;
}

export async function addTheme(tx: Tx, scope: ClinicianScope, input: AddTheme & { at: Date }): Promise<{ themeId: string } | Refusal> {
  await lockNames(tx, scope);
  if (await isThemeName(tx, scope, input.name)) return refuse("name-taken", "name");
  const themeId = newId();
  await tx.prisma.theme.create({ data: { id: themeId, practiceId: scope.practiceId, name: input.name, createdAt: input.at } });
  return { themeId };
}

/** A theme once used is archived, never deleted: what was explored stays readable. */
export async function changeTheme(tx: Tx, scope: ClinicianScope, input: ChangeTheme): Promise<Refusal | undefined> {
  await lockNames(tx, scope);
  const known = await tx.prisma.theme.findFirst({ where: { id: input.themeId, practiceId: scope.practiceId } });
  if (!known) return refuse("not-found");
  if (!sameName(known.name, input.name) && (await isThemeName(tx, scope, input.name))) return refuse("name-taken", "name");
  await tx.prisma.theme.update({
    where: { practiceId_id: { practiceId: scope.practiceId, id: known.id } },
    data: { name: input.name, archived: input.archived },
  });
  return undefined;
}

/** The practice's own tracks; one that an import bound to a case is shown to that case's clinician alone. */
export async function listOwnTracks(reader: Reader, scope: ClinicianScope): Promise<OwnTrackView[]> {
  const rows = await reader.prisma.track.findMany({ where: { practiceId: scope.practiceId }, orderBy: { name: "asc" } });
  const labels = await labelsOfOwnCases(reader, scope);
  return rows
    .filter((row) => row.caseId === null || labels.has(row.caseId))
    .map((row) => ({
      id: row.id,
      name: row.name,
      lowest: row.lowest,
      highest: row.highest,
      better: row.better as BetterDirection,
      archived: row.archived,
      caseLabel: row.caseId === null ? null : (labels.get(row.caseId) ?? null),
    }));
}

export async function addTrack(tx: Tx, scope: ClinicianScope, input: AddTrack & { at: Date }): Promise<{ trackId: string } | Refusal> {
  await lockNames(tx, scope);
  if (await isTrackName(tx, scope, { name: input.name, caseId: null })) return refuse("name-taken", "name");
  const trackId = newId();
  const { name, lowest, highest, better, at } = input;
  await tx.prisma.track.create({ data: { id: trackId, practiceId: scope.practiceId, name, lowest, highest, better, createdAt: at } });
  return { trackId };
}

/** Name and archiving only: another range would redraw what was rated on the old one. */
export async function changeTrack(tx: Tx, scope: ClinicianScope, input: ChangeTrack): Promise<Refusal | undefined> {
  await lockNames(tx, scope);
  const known = await tx.prisma.track.findFirst({ where: { id: input.trackId, practiceId: scope.practiceId } });
  if (!known || (known.caseId !== null && !(await labelsOfOwnCases(tx, scope)).has(known.caseId))) return refuse("not-found");
  const taken = !sameName(known.name, input.name) && (await isTrackName(tx, scope, { name: input.name, caseId: known.caseId }));
  if (taken) return refuse("name-taken", "name");
  await tx.prisma.track.update({
    where: { practiceId_id: { practiceId: scope.practiceId, id: known.id } },
    data: { name: input.name, archived: input.archived },
  });
  return undefined;
}

/** Two windows that give the same name at once would each find it free. */
async function lockNames(tx: Tx, { practiceId }: ClinicianScope): Promise<void> {
  await tx.lock({ kind: "practice", id: practiceId });
}

async function isThemeName(reader: Reader, scope: ClinicianScope, name: string): Promise<boolean> {
  return (await readThemes(reader, scope)).some((theme) => sameName(theme.name, name));
}

async function isTrackName(reader: Reader, scope: ClinicianScope, { name, caseId }: { name: string; caseId: string | null }): Promise<boolean> {
  if (BUILT_IN_TRACKS.some((track) => sameName(TRACK_MEANINGS[track].name, name))) return true;
  const rows = await reader.prisma.track.findMany({ where: { practiceId: scope.practiceId, caseId }, select: { name: true } });
  return rows.some((row) => sameName(row.name, name));
}

async function labelsOfOwnCases(reader: Reader, scope: ClinicianScope): Promise<Map<string, string>> {
  const cases = await reader.prisma.case.findMany({
    where: { clinicianId: scope.clinicianId, practiceId: scope.practiceId },
    select: { id: true, label: true },
  });
  return new Map(cases.map((coupleCase) => [coupleCase.id, coupleCase.label]));
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: "accent" }) === 0;
}
