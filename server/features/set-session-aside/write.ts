import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import { mintCaseScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { findVersion, keepPrivateNote, readPrivateNote } from "#server/features/private-notes/store.ts";
import { readSession } from "#server/features/sessions/read.ts";
import { currentVersion, insertOccasions, setStanding } from "#server/features/sessions/store.ts";
import type { Services } from "#server/services.ts";

interface SetAside {
  readonly sessionId: string;
  readonly version: number;
  readonly reason: string;
  readonly requestKey: string;
}

/** Voids a session with a reason: it counts nowhere from now on and stays readable in the trail. */
export async function voidSession(services: Services, scope: CaseScope, input: SetAside): Promise<Record<string, never> | Refusal> {
  const wish = { requestKey: input.requestKey, action: "session.voided", body: input };
  return auditedWrite(services, { actor: scope, wish }, async (tx, note) => {
    const current = await currentVersion(tx, scope, input.sessionId);
    if (!current) return refuse("session-set-aside");
    if (current.version !== input.version) return refuse("session-changed-meanwhile");
    await setStanding(tx, current.id, { standing: "voided", reason: input.reason });
    note({ action: "session.voided", objectType: "occasion", objectId: current.id, caseId: scope.caseId });
    return {};
  });
}

/**
 * Moves a session logged to the wrong case: the other case gets it as its own, this one keeps it readable as moved.
 * Goals it touched belong to the old couple and stay there.
 */
export async function moveSession(
  services: Services,
  scope: CaseScope,
  input: SetAside & { toCaseId: string },
): Promise<{ sessionId: string; caseId: string } | Refusal> {
  const wish = { requestKey: input.requestKey, action: "session.moved", body: input };
  return auditedWrite(services, { actor: scope, wish }, async (tx, note) => {
    const now = services.now();
    if (input.toCaseId === scope.caseId) return refuse("same-case", "toCaseId");
    const target = await mintCaseScope(tx, scope, input.toCaseId);
    if (isRefusal(target)) return target;
    if (target.status === "closed") return refuse("case-closed", "toCaseId");
    const current = await currentVersion(tx, scope, input.sessionId);
    const session = await readSession(tx, scope, input.sessionId);
    const version = session?.versions.find((candidate) => candidate.version === current?.version);
    if (!current || !version) return refuse("session-set-aside");
    if (current.version !== input.version) return refuse("session-changed-meanwhile");

    const { attendance, startTime, minutes, setting, activePresent } = version;
    const [written] = await insertOccasions(tx, target, [
      {
        kind: version.kind,
        day: version.day,
        sequence: await takeSequence(tx, target.caseId),
        movedFromId: current.id,
        ...(attendance === null ? {} : { hour: { attendance, startTime, minutes, setting, activePresent: activePresent ?? true } }),
        observation: version.observation && { ...version.observation, stances: [...version.observation.stances] },
        ratings: version.ratings,
        themes: version.themes,
        shifts: version.shifts,
        goalsTouched: [],
        note: version.note && { format: version.note.format, sections: { ...version.note.sections } },
        now,
      },
    ]);
    if (!written) throw new Error("nothing was written");
    const oldId = await findVersion(tx, scope, input);
    if (version.hasPrivateNote && oldId !== null) {
      const key = services.keys.privateNotes;
      const text = await readPrivateNote(tx, { scope, key }, { occasionId: oldId });
      await keepPrivateNote(tx, { scope: target, key }, { belongsTo: { occasionId: written.id }, text, at: now });
    }
    await setStanding(tx, current.id, { standing: "moved", reason: input.reason, movedToId: written.id });
    note({ action: "session.moved-away", objectType: "occasion", objectId: current.id, caseId: scope.caseId });
    note({ action: "session.moved-here", objectType: "occasion", objectId: written.id, caseId: target.caseId });
    return { sessionId: written.rootId, caseId: target.caseId };
  });
}
