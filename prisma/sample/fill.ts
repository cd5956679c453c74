import type { Day } from "#core/day.ts";
import type { ClinicianRole } from "#core/vocabulary/case.ts";
import { isRefusal, type Refusal } from "#core/vocabulary/refusal.ts";
import { type ClinicianScope, mintClinicianScope } from "#server/access/scope.ts";
import { type AuditNote, auditedWrite } from "#server/audit/audit.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { addTheme, addTrack } from "#server/features/practice/store.ts";
import type { Services } from "#server/process/services.ts";
import { fillCase } from "./fill-case.ts";
import { OWN_THEMES, OWN_TRACKS, SAMPLE_CASES } from "./practice.ts";

/**
 * Writes the twelve fictional couples into a practice that stands already, through the same stores as the app and with
 * their entries in the trail: all of it or nothing.
 *
 * @param whose `today` is the practice's calendar day; everything is told relative to it
 */
export async function fillSamplePractice(services: Services, whose: { practiceId: string; clinicianId: string; today: Day }): Promise<void> {
  const { practiceId, clinicianId, today } = whose;
  const done = await auditedWrite(services, { actor: { practiceId, clinicianId } }, async (tx, note) => {
    const scope = await ownScope(tx, whose);
    const ownIds = await addOwn(tx, scope, { at: services.now(), note });
    if (isRefusal(ownIds)) return ownIds;
    for (const coupleCase of SAMPLE_CASES) {
      const refusal = await fillCase(tx, scope, { coupleCase, today, ownIds, note, now: services.now(), key: services.keys.privateNotes });
      if (refusal) return refusal;
    }
    return {};
  });
  if (isRefusal(done)) throw new Error(`the sample practice was refused: ${done.refused}`);
}

/** Nobody has signed in yet: set-up (or a command on this machine) acts for the owner it has just made. */
async function ownScope(reader: Reader, { practiceId, clinicianId }: { practiceId: string; clinicianId: string }): Promise<ClinicianScope> {
  const { role, practice } = await reader.prisma.clinician.findUniqueOrThrow({ where: { id: clinicianId, practiceId }, include: { practice: true } });
  return mintClinicianScope({ clinicianId, practiceId, role: role as ClinicianRole, timeZone: practice.timeZone, signInId: newId() });
}

/** The practice's own themes and tracks; answers their ids by the author's keys. */
async function addOwn(
  tx: Tx,
  scope: ClinicianScope,
  { at, note }: { at: Date; note: (entry: AuditNote) => void },
): Promise<Map<string, string> | Refusal> {
  const ids = new Map<string, string>();
  for (const [key, name] of Object.entries(OWN_THEMES)) {
    const added = await addTheme(tx, scope, { requestKey: newId(), name, at });
    if (isRefusal(added)) return added;
    note({ action: "theme.added", objectType: "theme", objectId: added.themeId });
    ids.set(key, added.themeId);
  }
  for (const [key, track] of Object.entries(OWN_TRACKS)) {
    const added = await addTrack(tx, scope, { requestKey: newId(), ...track, at });
    if (isRefusal(added)) return added;
    note({ action: "track.added", objectType: "track", objectId: added.trackId });
    ids.set(key, added.trackId);
  }
  return ids;
}
