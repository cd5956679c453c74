import { LoggedSession, type LogSession, SessionBody } from "#core/contracts/session.ts";
import { addDays } from "#core/day.ts";
import { CANCELLED_AHEAD_DAYS, sessionCandidate } from "#core/rules/draft.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import { lockCase } from "#server/access/scope.ts";
import { type AuditNote, auditedWrite } from "#server/audit/audit.ts";
import type { Tx } from "#server/database/database.ts";
import { scheduleNext, takeSequence } from "#server/features/cases/store.ts";
import { findDraft, namesOfDraft, removeDraft, takeDraft } from "#server/features/drafts/store.ts";
import { answerThings, insertGoals, insertThings, markBornIn, refuseGoals } from "#server/features/goals/store.ts";
import { lockNamesOf, refuseRatings, refuseThemes } from "#server/features/practice/tracks-and-themes.ts";
import { handOnPrivateNote, keepPrivateNote } from "#server/features/private-notes/store.ts";
import type { Services } from "#server/process/services.ts";
import { currentVersion, insertOccasions, setStanding, type WrittenOccasion } from "./store.ts";

interface Wanted {
  readonly body: SessionBody;
  readonly today: string;
  readonly now: Date;
  /** Set for a correction: the session and the version it was made from. */
  readonly corrects?: { readonly sessionId: string; readonly version: number };
}

/** Logs a session whole: its row, ratings, observation, themes, shifts, goals, note, audit entry and remembered answer at once. */
export async function logSession(
  services: Services,
  clinician: ClinicianScope,
  { input, today }: { input: LogSession; today: string },
): Promise<LoggedSession | Refusal> {
  const request = { requestKey: input.requestKey, action: "session.logged", body: input, answer: LoggedSession };
  return auditedWrite(services, { actor: clinician, request }, async (tx, note) => {
    const now = services.now();
    await lockNamesOf(tx, clinician, input.body);
    const scope = await lockCase(tx, clinician, input.caseId);
    if (isRefusal(scope)) return scope;
    const written = await writeSession(tx, scope, { body: input.body, today, now });
    if (isRefusal(written)) return written;
    if (input.privateNote) {
      await keepPrivateNote(
        tx,
        { scope, key: services.keys.privateNotes },
        { belongsTo: { occasionId: written.id }, text: input.privateNote, at: now },
      );
    }
    note(loggedEntry("session.logged", scope, written));
    return { sessionId: written.rootId, caseId: scope.caseId };
  });
}

/** Finish: the draft becomes a session (or a new version of the one it corrects) and is gone, all or nothing. */
export async function finishDraft(
  services: Services,
  scope: ClinicianScope,
  { input, today }: { input: { draftId: string; revision: number; requestKey: string }; today: string },
): Promise<LoggedSession | Refusal> {
  const request = { requestKey: input.requestKey, action: "draft.finished", body: input, answer: LoggedSession };
  return auditedWrite(services, { actor: scope, request }, async (tx, note) => {
    const unlocked = await findDraft(tx, scope, input.draftId);
    if (!unlocked) return refuse("draft-gone");
    if (!("broken" in unlocked)) await lockNamesOf(tx, scope, namesOfDraft(unlocked.body));
    const caseScope = await lockCase(tx, scope, unlocked.caseId);
    if (isRefusal(caseScope)) return caseScope;
    // Read again: another window may have finished or saved it before the lock was ours.
    const draft = await takeDraft(tx, scope, input);
    if (isRefusal(draft)) return draft;
    const parsed = SessionBody.safeParse(sessionCandidate(draft.body));
    if (!parsed.success) return refuse("bad-input", parsed.error.issues[0]?.path.join("."));
    const { corrects, correctsVersion } = draft;
    const written = await writeSession(tx, caseScope, {
      body: parsed.data,
      today,
      now: services.now(),
      ...(corrects !== null && correctsVersion !== null ? { corrects: { sessionId: corrects, version: correctsVersion } } : {}),
    });
    if (isRefusal(written)) return written;
    await handOnPrivateNote(tx, caseScope, { draftId: input.draftId, occasionId: written.id });
    if ((await removeDraft(tx, caseScope, input.draftId)) === 0) return refuse("draft-gone");
    note(loggedEntry(corrects === null ? "session.logged" : "session.corrected", caseScope, written));
    return { sessionId: written.rootId, caseId: draft.caseId };
  });
}

function loggedEntry(action: string, scope: CaseScope, written: WrittenOccasion): AuditNote {
  return { action, objectType: "occasion", objectId: written.id, caseId: scope.caseId };
}

/** The session itself, inside the caller's transaction. */
async function writeSession(tx: Tx, scope: CaseScope, { body, today, now, corrects }: Wanted): Promise<WrittenOccasion | Refusal> {
  const refusal =
    refuseDay(scope, { body, today, isCorrection: corrects !== undefined }) ??
    (await refuseRatings(tx, scope, body.ratings)) ??
    (await refuseThemes(tx, scope, body.themes)) ??
    (await refuseGoals(tx, scope, body.goalsTouched));
  if (refusal) return refusal;

  const earlier = corrects ? await currentVersion(tx, scope, corrects.sessionId) : null;
  if (corrects && !earlier) return refuse("session-set-aside");
  if (corrects && earlier && earlier.version !== corrects.version) return refuse("session-changed-meanwhile");
  if (earlier) await setStanding(tx, scope, { occasionId: earlier.id, standing: "superseded", reason: null });

  const newGoals = await insertGoals(tx, scope, { wordings: body.newGoals, openedOn: body.day, now });
  const { nextSessionOn, nextSessionStart, nextSessionUntouched = false } = body;
  const next = { nextSessionOn, nextSessionStart, keepAfter: nextSessionUntouched ? body.day : null };
  const [written] = await insertOccasions(tx, scope, [
    {
      ...body,
      kind: "session",
      // A correction keeps its place among the sessions of its day.
      sequence: earlier ? earlier.sequence : await takeSequence(tx, scope, { next }),
      ...(corrects && earlier ? { rootId: corrects.sessionId, version: earlier.version + 1 } : {}),
      goalsTouched: [...body.goalsTouched, ...newGoals],
      now,
    },
  ]);
  if (!written) throw new Error("nothing was written");
  await markBornIn(tx, scope, { goalIds: newGoals, sessionId: written.rootId });
  await insertThings(tx, scope, { wordings: body.newTries, agreedOn: body.day, agreedIn: written.rootId, now });
  const answered = await answerThings(tx, scope, { answers: body.triesAnswered, day: body.day, answeredIn: written.rootId });
  if (answered) return answered;
  // A correction of an old hour says nothing about the next one unless it names it.
  if (corrects && nextSessionOn !== null && scope.status !== "closed") await scheduleNext(tx, scope, { nextSessionOn, nextSessionStart });
  return written;
}

function refuseDay(scope: CaseScope, { body, today, isCorrection }: { body: SessionBody; today: string; isCorrection: boolean }): Refusal | null {
  if (scope.status === "closed" && !isCorrection) return refuse("case-closed");
  const latest = body.attendance === "cancelled" ? addDays(today, CANCELLED_AHEAD_DAYS) : today;
  if (body.day > latest) return refuse("future-day", "day");
  return body.nextSessionOn !== null && body.nextSessionOn < body.day ? refuse("bad-input", "nextSessionOn") : null;
}
