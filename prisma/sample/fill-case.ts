import type { SessionBody } from "#core/contracts/session.ts";
import type { Day } from "#core/day.ts";
import { draftOf } from "#core/rules/draft.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import { isRefusal, type Refusal } from "#core/vocabulary/refusal.ts";
import { type CaseScope, type ClinicianScope, mintCaseScope } from "#server/access/scope.ts";
import type { AuditNote } from "#server/audit/audit.ts";
import type { Tx } from "#server/database/database.ts";
import { beginRole, changeStatus, insertCase, takeSequence } from "#server/features/cases/store.ts";
import { closeConcern, insertConcern } from "#server/features/concerns/store.ts";
import { insertDraft } from "#server/features/drafts/store.ts";
import { answerThings, insertGoals, insertThings, updateGoal } from "#server/features/goals/store.ts";
import { keepPrivateNote } from "#server/features/private-notes/store.ts";
import { insertOccasions, type NewOccasion, setStanding } from "#server/features/sessions/store.ts";
import { dayOf, workingDaysBefore } from "./days.ts";
import { fillScores } from "./fill-scores.ts";
import { fillWatching } from "./fill-watching.ts";
import type { SampleCase } from "./shape.ts";
import { observationBody, sessionBody, type WrittenChange, type WrittenSession, writtenEntries } from "./written-case.ts";

export interface Filling {
  readonly coupleCase: SampleCase;
  readonly today: Day;
  /** Ids of the practice's own themes and tracks, by the author's keys. */
  readonly ownIds: ReadonlyMap<string, string>;
  readonly note: (entry: AuditNote) => void;
  readonly now: Date;
  /** Keys.privateNotes. */
  readonly key: Buffer;
}

const STATUS_AFTER = { paused: "paused", resumed: "active", closed: "closed", reopened: "active" } as const satisfies Record<string, CaseStatus>;

/** Writes one couple with all that hangs on it, inside the caller's transaction. */
export async function fillCase(tx: Tx, scope: ClinicianScope, filling: Filling): Promise<Refusal | null> {
  const { coupleCase, today, note, now } = filling;
  const openedOn = dayOf(coupleCase, coupleCase.opened, today);
  const { label, active, observing, presentingConcern, secretsPolicy, consent, nextInDays, startTime } = coupleCase;
  const body = {
    label,
    openedOn,
    active: { ...active, contact: null },
    observing: { ...observing, contact: null },
    presentingConcern,
    secretsPolicy,
    collateralConsentOn: consent ? dayOf(coupleCase, consent, today) : null,
    nextSessionOn: nextInDays === undefined ? null : workingDaysBefore(today, -nextInDays),
    nextSessionStart: nextInDays === undefined ? null : startTime,
  };
  const caseId = await insertCase(tx, scope, { body, now });
  note({ action: "case.opened", objectType: "case", objectId: caseId, caseId });
  const caseScope = await mintCaseScope(tx, scope, caseId);
  if (isRefusal(caseScope)) return caseScope;

  const goalIds = await fillGoals(tx, caseScope, filling);
  const refusal = await fillEntries(tx, caseScope, { ...filling, goalIds });
  if (refusal) return refusal;
  const unwatched = await fillWatching(tx, caseScope, filling);
  if (unwatched) return unwatched;
  const unscored = await fillScores(tx, caseScope, filling);
  if (unscored) return unscored;
  await fillRest(tx, caseScope, filling);
  return null;
}

async function fillGoals(tx: Tx, scope: CaseScope, { coupleCase, today, now }: Filling): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [key, { wording, since, ended }] of Object.entries(coupleCase.goals)) {
    const openedOn = dayOf(coupleCase, since ?? coupleCase.opened, today);
    const [goalId] = await insertGoals(tx, scope, { wordings: [wording], openedOn, now: evening(openedOn, now) });
    if (goalId === undefined) throw new Error("a goal was not written");
    ids.set(key, goalId);
    if (ended) await updateGoal(tx, scope, { goalId, wording, standing: ended.standing, day: dayOf(coupleCase, ended, today) });
  }
  return ids;
}

async function fillEntries(tx: Tx, scope: CaseScope, filling: Filling & { goalIds: Map<string, string> }): Promise<Refusal | null> {
  const { coupleCase, today, note, now, key, ownIds, goalIds } = filling;
  const entries = writtenEntries(coupleCase, today);
  const first = observationBody(coupleCase.first ?? {});
  const opening: WrittenChange[] = first
    ? [{ kind: "between", day: dayOf(coupleCase, coupleCase.opened, today), change: { day: "", observation: first, shifts: [], note: null } }]
    : [];
  const all = [...opening, ...entries];
  const start = await takeSequence(tx, scope, { count: all.length });

  const asWritten = (body: SessionBody) => withIds(body, { goalIds, ownIds });
  const written = await insertOccasions(
    tx,
    scope,
    all.map((entry, index) => firstVersion(entry, { sequence: start + index, asWritten, now })),
  );
  const thingIds = new Map<string, string>();
  for (const [index, entry] of all.entries()) {
    const row = written[index];
    if (!row) throw new Error("an entry was not written");
    const { id, rootId } = row;
    if (entry.kind === "between") {
      note({ action: "change.noted", objectType: "occasion", objectId: id, caseId: scope.caseId });
      continue;
    }
    note({ action: "session.logged", objectType: "occasion", objectId: id, caseId: scope.caseId });
    let latest = id;
    for (const [later, body] of entry.versions.slice(1).entries()) {
      await setStanding(tx, scope, { occasionId: latest, standing: "superseded", reason: null });
      const [next] = await insertOccasions(tx, scope, [
        { ...asWritten(body), kind: "session", sequence: start + index, now: evening(entry.day, now), rootId, version: later + 2 },
      ]);
      if (!next) throw new Error("a correction was not written");
      latest = next.id;
      note({ action: "session.corrected", objectType: "occasion", objectId: latest, caseId: scope.caseId });
    }
    if (entry.privateNote !== null) {
      await keepPrivateNote(tx, { scope, key }, { belongsTo: { occasionId: latest }, text: entry.privateNote, at: evening(entry.day, now) });
    }
    if (entry.voided !== null) {
      await setStanding(tx, scope, { occasionId: latest, standing: "voided", reason: entry.voided });
      note({ action: "session.voided", objectType: "occasion", objectId: latest, caseId: scope.caseId });
    }
    const refusal = await fillThings(tx, scope, { entry, rootId, thingIds, now });
    if (refusal) return refusal;
  }
  await fillDraft(tx, scope, { ...filling, thingIds, sessionIds: new Map(all.map((entry, index) => [entry.day, written[index]?.rootId ?? ""])) });
  return null;
}

function firstVersion(
  entry: WrittenSession | WrittenChange,
  { sequence, asWritten, now }: { sequence: number; asWritten: (body: SessionBody) => SessionBody; now: Date },
): NewOccasion {
  const at = evening(entry.day, now);
  if (entry.kind === "session") {
    const [body] = entry.versions;
    if (!body) throw new Error("a session without a version");
    return { ...asWritten(body), kind: "session", sequence, now: at };
  }
  const { observation, shifts, note } = entry.change;
  const free = note === null ? null : ({ format: "free", sections: { text: note } } as const);
  return { ...NO_CONTENT, kind: "between", day: entry.day, sequence, observation, shifts, note: free, now: at };
}

async function fillThings(
  tx: Tx,
  scope: CaseScope,
  { entry, rootId, thingIds, now }: { entry: WrittenSession; rootId: string; thingIds: Map<string, string>; now: Date },
): Promise<Refusal | null> {
  const body = entry.versions.at(-1);
  if (!body) return null;
  const ids = await insertThings(tx, scope, { wordings: body.newTries, agreedOn: entry.day, agreedIn: rootId, now: evening(entry.day, now) });
  for (const [index, key] of entry.tryKeys.entries()) thingIds.set(key, ids[index] ?? "");
  const answers = body.triesAnswered.map(({ thingId, standing }) => ({ thingId: known(thingIds, thingId), standing }));
  return answerThings(tx, scope, { answers, day: entry.day, answeredIn: rootId });
}

async function fillDraft(
  tx: Tx,
  scope: CaseScope,
  filling: Filling & { goalIds: Map<string, string>; thingIds: Map<string, string>; sessionIds: ReadonlyMap<Day, string> },
): Promise<void> {
  const { coupleCase, today, key, now, note, sessionIds } = filling;
  if (!coupleCase.draft) return;
  const { session, corrects, privateNote } = coupleCase.draft;
  const written = withIds(sessionBody(coupleCase, session, today), filling);
  const triesAnswered = written.triesAnswered.map(({ thingId, standing }) => ({ thingId: known(filling.thingIds, thingId), standing }));
  const at = evening(written.day, now);
  const draft = await insertDraft(tx, scope, {
    body: draftOf({ ...written, triesAnswered }),
    corrects: corrects ? { sessionId: known(sessionIds, written.day), version: 1 } : null,
    now: at,
  });
  if (privateNote !== undefined) await keepPrivateNote(tx, { scope, key }, { belongsTo: { draftId: draft.id }, text: privateNote, at });
  note({ action: "draft.started", objectType: "draft", objectId: draft.id, caseId: scope.caseId });
}

async function fillRest(tx: Tx, scope: CaseScope, { coupleCase, today, note, now }: Filling): Promise<void> {
  const { caseId } = scope;
  for (const { role, ...when } of coupleCase.roles ?? []) {
    const objectId = await beginRole(tx, scope, { seat: "observing", role, fromDay: dayOf(coupleCase, when, today) });
    if (isRefusal(objectId)) throw new Error("a sample role begins before the one it ends");
    note({ action: "role.recorded", objectType: "role-period", objectId, caseId });
  }
  for (const { opened, wording, action, closed } of coupleCase.concerns ?? []) {
    const openedOn = dayOf(coupleCase, opened, today);
    const concernId = await insertConcern(tx, scope, { openedOn, wording, action, now: evening(openedOn, now) });
    note({ action: "concern.opened", objectType: "safety-concern", objectId: concernId, caseId });
    if (!closed) continue;
    await closeConcern(tx, scope, { concernId, closedOn: dayOf(coupleCase, closed, today), closingWords: closed.words });
    note({ action: "concern.closed", objectType: "safety-concern", objectId: concernId, caseId });
  }
  for (const { kind, outcome, reason, ...when } of coupleCase.events ?? []) {
    const day = dayOf(coupleCase, when, today);
    await changeStatus(tx, scope, { kind, status: STATUS_AFTER[kind], day, reason, now: evening(day, now), ...(outcome ? { outcome } : {}) });
    note({ action: `case.${kind}`, objectType: "case", objectId: caseId, caseId });
  }
}

/** The author's keys of goals, own themes and own tracks, as the ids they got. */
function withIds(body: SessionBody, { goalIds, ownIds }: { goalIds: ReadonlyMap<string, string>; ownIds: ReadonlyMap<string, string> }): SessionBody {
  return {
    ...body,
    goalsTouched: body.goalsTouched.map((key) => known(goalIds, key)),
    themes: body.themes.map((theme) => ownIds.get(theme) ?? theme),
    ratings: body.ratings.map((rating) => ({ ...rating, track: ownIds.get(rating.track) ?? rating.track })),
  };
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample names something it never wrote: ${key}`);
  return id;
}

/** When it was written down: in the evening of its day, and never after now. */
function evening(day: Day, now: Date): Date {
  const at = new Date(`${day}T21:30:00.000Z`);
  return at < now ? at : now;
}
