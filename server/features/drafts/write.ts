import { type BrokenDraft, type DraftBody, type DraftView, type SaveDraftAnswer, StartDraftAnswer } from "#core/contracts/draft.ts";
import { correctionDraftBody, emptyDraftBody } from "#core/rules/draft.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import { lockCase, mintCaseScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { readUsualFrame } from "#server/features/cases/read.ts";
import { lockNamesOf } from "#server/features/practice/tracks-and-themes.ts";
import { findVersion, keepPrivateNote, readPrivateNote } from "#server/features/private-notes/store.ts";
import { readSession } from "#server/features/sessions/read.ts";
import type { Services } from "#server/process/services.ts";
import { findDraft, findUntouchedDraft, insertDraft, namesOfDraft, overwriteDraft, removeDraft, type StoredDraft } from "./store.ts";

/** A new draft, and the occasion whose private note was opened into it. */
type StartedDraft = StoredDraft & { readonly readPrivateNoteOf?: string };

/** Begins a draft: of a new session with the usual frame of the hour, or of a correction with the session as it stands. */
export async function startDraft(
  services: Services,
  scope: CaseScope,
  { input, today }: { input: { requestKey: string; corrects: string | null }; today: string },
): Promise<DraftView | BrokenDraft | Refusal> {
  const request = {
    requestKey: input.requestKey,
    action: "draft.started",
    body: { caseId: scope.caseId, corrects: input.corrects },
    answer: StartDraftAnswer,
  };
  const started = await caseWrite(services, { scope, request }, async ({ tx, scope: fresh, note }) => {
    const now = services.now();
    if (input.corrects === null && fresh.status === "closed") return refuse("case-closed");
    const draft =
      input.corrects === null
        ? await newSessionDraft(tx, scope, { today, now })
        : await correctionDraft(services, tx, { scope, sessionId: input.corrects, now });
    if (isRefusal(draft)) return draft;
    note({ action: "draft.started", objectType: "draft", objectId: draft.id, caseId: scope.caseId });
    // The session's private note came along into the draft: that is a reading of it like any other.
    if (draft.readPrivateNoteOf)
      note({ action: "private-note-read", objectType: "occasion", objectId: draft.readPrivateNoteOf, caseId: scope.caseId });
    // Only the id is remembered: an idempotency row must not keep a copy of the text.
    return { draftId: draft.id };
  });
  return isRefusal(started) ? started : showDraft(services, scope, started.draftId);
}

async function newSessionDraft(tx: Tx, scope: CaseScope, { today, now }: { today: string; now: Date }): Promise<StartedDraft> {
  const frame = await readUsualFrame(tx, scope);
  const body = emptyDraftBody({ today, ...frame });
  // A log opened and left by its address without a key is taken up again, with today's frame: no heap of empty drafts to finish.
  const untouched = await findUntouchedDraft(tx, scope);
  if (untouched === null) return insertDraft(tx, scope, { body, corrects: null, now });
  await overwriteDraft(tx, scope, { draftId: untouched, seen: 1, revision: 1, body, now });
  return {
    id: untouched,
    caseId: scope.caseId,
    kind: "session",
    corrects: null,
    correctsVersion: null,
    revision: 1,
    body,
    updatedAt: now.toISOString(),
  };
}

async function correctionDraft(
  services: Services,
  tx: Tx,
  { scope, sessionId, now }: { scope: CaseScope; sessionId: string; now: Date },
): Promise<StartedDraft | Refusal> {
  const session = await readSession(tx, scope, sessionId);
  if (!session) return refuse("not-found");
  const current = session.versions.find((version) => version.standing === "current" && version.kind === "session");
  if (!current) return refuse("session-set-aside");
  const draft = await insertDraft(tx, scope, { body: correctionDraftBody(current), corrects: { sessionId, version: current.version }, now });
  const occasionId = await findVersion(tx, scope, { sessionId, version: current.version });
  if (current.hasPrivateNote && occasionId !== null) {
    const sealing = { scope, key: services.keys.privateNotes };
    const text = await readPrivateNote(tx, sealing, { occasionId });
    await keepPrivateNote(tx, sealing, { belongsTo: { draftId: draft.id }, text, at: now });
    return { ...draft, readPrivateNoteOf: occasionId };
  }
  return draft;
}

/** A draft with its private note opened for its own clinician; one that cannot be read comes as the texts found in it. */
export async function showDraft(services: Services, scope: ClinicianScope, draftId: string): Promise<DraftView | BrokenDraft | Refusal> {
  return withPrivateNote(services, services.database.read(scope), { scope, draftId });
}

async function withPrivateNote(
  services: Services,
  reader: Reader,
  { scope, draftId }: { scope: ClinicianScope; draftId: string },
): Promise<DraftView | BrokenDraft | Refusal> {
  const draft = await findDraft(reader, scope, draftId);
  if (!draft) return refuse("draft-gone");
  if ("broken" in draft) services.log.warn({ event: "stored-text-unreadable", code: "draft", caseId: draft.caseId });
  const caseScope = await mintCaseScope(reader, scope, draft.caseId);
  if (isRefusal(caseScope)) return caseScope;
  const privateNote = await readPrivateNote(reader, { scope: caseScope, key: services.keys.privateNotes }, { draftId });
  return { ...draft, privateNote };
}

/** Saves what is typed, or hands back what another tab saved meanwhile: never one over the other. */
export async function saveDraft(
  services: Services,
  scope: ClinicianScope,
  input: { draftId: string; revision: number; body: DraftBody; privateNote: string },
): Promise<SaveDraftAnswer | Refusal> {
  return auditedWrite<SaveDraftAnswer>(services, { actor: scope }, async (tx, note) => {
    // Two windows save one draft one after the other, so that the second one finds what the first one wrote.
    const unlocked = await findDraft(tx, scope, input.draftId);
    if (!unlocked) return refuse("draft-gone");
    await lockNamesOf(tx, scope, namesOfDraft(input.body));
    const caseScope = await lockCase(tx, scope, unlocked.caseId);
    if (isRefusal(caseScope)) return caseScope;
    const theirs = await withPrivateNote(services, tx, { scope, draftId: input.draftId });
    if (isRefusal(theirs)) return theirs;
    if ("broken" in theirs) return refuse("draft-unreadable");
    const entry = { objectType: "draft", objectId: input.draftId, caseId: theirs.caseId };
    if (theirs.revision !== input.revision) {
      note({ action: "draft.conflict-shown", ...entry });
      return { saved: false, theirs };
    }
    const now = services.now();
    const revision = input.revision + 1;
    await overwriteDraft(tx, scope, { draftId: input.draftId, seen: input.revision, revision, body: input.body, now });
    if (input.privateNote !== theirs.privateNote) {
      await keepPrivateNote(
        tx,
        { scope: caseScope, key: services.keys.privateNotes },
        { belongsTo: { draftId: input.draftId }, text: input.privateNote, at: now },
      );
    }
    note({ action: "draft.saved", ...entry });
    return { saved: true, revision, savedAt: now.toISOString() };
  });
}

/** Throws a draft away; the client asks first. */
export async function discardDraft(services: Services, scope: ClinicianScope, draftId: string): Promise<Record<string, never> | Refusal> {
  return auditedWrite(services, { actor: scope }, async (tx, note) => {
    const draft = await findDraft(tx, scope, draftId);
    if (!draft) return refuse("draft-gone");
    const caseScope = await lockCase(tx, scope, draft.caseId);
    if (isRefusal(caseScope)) return caseScope;
    // Another window may have finished it before the lock was ours: then its words are a session by now.
    if ((await removeDraft(tx, scope, draftId)) === 0) return refuse("draft-gone");
    note({ action: "draft.discarded", objectType: "draft", objectId: draftId, caseId: draft.caseId });
    return {};
  });
}
