import { EmptyAnswer } from "#core/contracts/fields.ts";
import { LoggedSession } from "#core/contracts/session.ts";
import { dayIn } from "#core/day.ts";
import { contentOf } from "#core/rules/occasion-content.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import { mintCaseScope } from "#server/access/scope.ts";
import { type AuditNote, auditedWrite } from "#server/audit/audit.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { goalsOnlyOf, handOn, reopenAnsweredIn, setAsideFrom } from "#server/features/goals/store.ts";
import { findVersion, keepPrivateNote, readPrivateNote } from "#server/features/private-notes/store.ts";
import type { Services } from "#server/process/services.ts";
import { readSession } from "./read.ts";
import { currentVersion, insertOccasions, scoreOn, setStanding } from "./store.ts";

interface SetAside {
  readonly sessionId: string;
  readonly version: number;
  readonly reason: string;
  readonly requestKey: string;
}

/** What is written to the trail of a goal or a thing that a session's leaving changes. */
function aboutGoal(action: string, caseId: string): (objectId: string) => AuditNote {
  return (objectId) => ({ action: `goal.${action}`, objectType: "goal", objectId, caseId });
}

function aboutThing(action: string, caseId: string): (objectId: string) => AuditNote {
  return (objectId) => ({ action: `thing.${action}`, objectType: "thing-to-try", objectId, caseId });
}

/**
 * Voids a session with a reason: it counts nowhere from now on and stays readable in the trail. What it alone brought is
 * set aside with it, and what it answered is open again.
 */
export async function voidSession(services: Services, scope: CaseScope, input: SetAside): Promise<Record<string, never> | Refusal> {
  const request = { requestKey: input.requestKey, action: "session.voided", body: input, answer: EmptyAnswer };
  return caseWrite(services, { scope, request }, async ({ tx, note }) => {
    const current = await currentVersion(tx, scope, input.sessionId);
    if (!current) return refuse("session-set-aside");
    if (current.version !== input.version) return refuse("session-changed-meanwhile");
    await setStanding(tx, scope, { occasionId: current.id, standing: "voided", reason: input.reason });
    note({ action: "session.voided", objectType: "occasion", objectId: current.id, caseId: scope.caseId });
    const day = dayIn(services.now(), scope.timeZone);
    const aside = await setAsideFrom(tx, scope, { sessionId: input.sessionId, day });
    aside.goals.map(aboutGoal("set-aside", scope.caseId)).forEach(note);
    aside.things.map(aboutThing("set-aside", scope.caseId)).forEach(note);
    for (const { id, caseId } of await reopenAnsweredIn(tx, scope, input.sessionId)) note(aboutThing("reopened", caseId)(id));
    return {};
  });
}

/**
 * Moves a session logged to the wrong case: the other case gets it as its own, this one keeps it readable as moved.
 * What it alone brought goes along; goals that other hours of the old couple worked on stay there, and what it answered
 * there is open again.
 */
export async function moveSession(
  services: Services,
  scope: CaseScope,
  input: SetAside & { toCaseId: string },
): Promise<{ sessionId: string; caseId: string } | Refusal> {
  const request = { requestKey: input.requestKey, action: "session.moved", body: input, answer: LoggedSession };
  return auditedWrite(services, { actor: scope, request }, async (tx, note) => {
    const now = services.now();
    if (input.toCaseId === scope.caseId) return refuse("same-case", "toCaseId");
    // Both cases change. Always the same one first, so that two moves in opposite directions do not wait for each other.
    for (const id of [scope.caseId, input.toCaseId].sort()) await tx.lock({ kind: "case", id });
    const target = await mintCaseScope(tx, scope, input.toCaseId);
    if (isRefusal(target)) return target;
    if (target.status === "closed") return refuse("case-closed", "toCaseId");
    const current = await currentVersion(tx, scope, input.sessionId);
    const session = await readSession(tx, scope, input.sessionId);
    const version = session?.versions.find((candidate) => candidate.version === current?.version);
    if (!current || !version) return refuse("session-set-aside");
    if (current.version !== input.version) return refuse("session-changed-meanwhile");

    const score = await scoreOn(tx, scope, current.id);
    const goalIds = await goalsOnlyOf(tx, scope, input.sessionId);
    const content = contentOf(version);
    const [written] = await insertOccasions(tx, target, [
      {
        kind: version.kind,
        day: version.day,
        sequence: await takeSequence(tx, target),
        movedFromId: current.id,
        ...content,
        goalsTouched: content.goalsTouched.filter((id) => goalIds.includes(id)),
        ...(score === null ? {} : { score }),
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
    await setStanding(tx, scope, { occasionId: current.id, standing: "moved", reason: input.reason, movedToId: written.id });
    note({ action: "session.moved-away", objectType: "occasion", objectId: current.id, caseId: scope.caseId });
    note({ action: "session.moved-here", objectType: "occasion", objectId: written.id, caseId: target.caseId });
    const to = { scope: target, sessionId: written.rootId };
    const thingIds = await handOn(tx, scope, { sessionId: input.sessionId, goalIds, to });
    for (const [direction, caseId] of [
      ["moved-away", scope.caseId],
      ["moved-here", target.caseId],
    ] as const) {
      goalIds.map(aboutGoal(direction, caseId)).forEach(note);
      thingIds.map(aboutThing(direction, caseId)).forEach(note);
    }
    for (const { id, caseId } of await reopenAnsweredIn(tx, scope, input.sessionId)) note(aboutThing("reopened", caseId)(id));
    return { sessionId: written.rootId, caseId: target.caseId };
  });
}
