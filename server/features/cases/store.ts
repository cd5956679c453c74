import type { EditCase, OpenCase } from "#core/contracts/case.ts";
import type { CaseEventKind, CaseStatus, Outcome, Role, Seat } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { insertRows } from "#server/insert.ts";
import { newId } from "#server/new-id.ts";

export type NewCase = Omit<OpenCase, "requestKey" | "goals" | "firstObservation">;

/** Writes a case with its two partners, their first roles and its "opened" event; returns the new id. */
export async function insertCase(
  tx: Tx,
  scope: ClinicianScope,
  { body, now, importBatchId }: { body: NewCase; now: Date; importBatchId?: string },
): Promise<string> {
  const { practiceId, clinicianId } = scope;
  const caseId = newId();
  await insertRows(tx, "couple_case", [
    {
      id: caseId,
      practiceId,
      clinicianId,
      label: body.label,
      status: "active",
      openedOn: body.openedOn,
      presentingConcern: body.presentingConcern,
      secretsPolicy: body.secretsPolicy,
      collateralConsentOn: body.collateralConsentOn,
      nextSessionOn: body.nextSessionOn,
      nextSessionStart: body.nextSessionStart,
      lastSequence: 0,
      revision: 1,
      importBatchId: importBatchId ?? null,
      createdAt: now,
    },
  ]);
  const active = { id: newId(), practiceId, caseId, seat: "active", ...body.active };
  const observing = { id: newId(), practiceId, caseId, seat: "observing", ...body.observing };
  await insertRows(tx, "partner", [active, observing]);
  await insertRows(tx, "role_period", [
    { id: newId(), practiceId, caseId, partnerId: active.id, role: "client", fromDay: body.openedOn, toDay: null },
    { id: newId(), practiceId, caseId, partnerId: observing.id, role: "observer", fromDay: body.openedOn, toDay: null },
  ]);
  await insertCaseEvent(tx, { ...scope, caseId }, { kind: "opened", day: body.openedOn, now });
  return caseId;
}

/** Overwrites a case's own fields and its partners' when `revision` is the one last read; counts the revision up. */
export async function updateCase(tx: Tx, scope: CaseScope, edit: EditCase): Promise<{ revision: number } | Refusal> {
  const { count } = await tx.case.updateMany({
    where: { id: scope.caseId, clinicianId: scope.clinicianId, revision: edit.revision },
    data: {
      label: edit.label,
      presentingConcern: edit.presentingConcern,
      secretsPolicy: edit.secretsPolicy,
      collateralConsentOn: edit.collateralConsentOn,
      nextSessionOn: edit.nextSessionOn,
      nextSessionStart: edit.nextSessionStart,
      revision: edit.revision + 1,
    },
  });
  if (count === 0) return refuse("case-changed-meanwhile");
  for (const seat of ["active", "observing"] as const) {
    await tx.partner.updateMany({ where: { caseId: scope.caseId, seat }, data: edit[seat] });
  }
  return { revision: edit.revision + 1 };
}

/** Sets how a case stands and records the change as a dated event, so that an outcome once given stays readable. */
export async function changeStatus(
  tx: Tx,
  scope: CaseScope,
  change: { kind: CaseEventKind; status: CaseStatus; day: string; reason: string | null; outcome?: Outcome; now: Date },
): Promise<{ revision: number }> {
  const closed = change.status === "closed";
  const { revision } = await tx.case.update({
    where: { id: scope.caseId },
    data: {
      status: change.status,
      closedOn: closed ? change.day : null,
      outcome: closed ? (change.outcome ?? null) : null,
      ...(closed ? { nextSessionOn: null, nextSessionStart: null } : {}),
      revision: { increment: 1 },
    },
    select: { revision: true },
  });
  await insertCaseEvent(tx, scope, change);
  return { revision };
}

async function insertCaseEvent(
  tx: Tx,
  scope: ClinicianScope & { caseId: string },
  event: { kind: CaseEventKind; day: string; outcome?: Outcome; reason?: string | null; now: Date },
): Promise<void> {
  await insertRows(tx, "case_event", [
    {
      id: newId(),
      practiceId: scope.practiceId,
      caseId: scope.caseId,
      kind: event.kind,
      day: event.day,
      outcome: event.outcome ?? null,
      reason: event.reason ?? null,
      createdAt: event.now,
    },
  ]);
}

/** A case cannot pause, close or be taken up again before it was opened. */
export async function refuseStatusDay(tx: Tx, scope: CaseScope, day: string): Promise<Refusal | null> {
  const { openedOn } = await tx.case.findUniqueOrThrow({ where: { id: scope.caseId }, select: { openedOn: true } });
  return day < openedOn ? refuse("bad-input", "day") : null;
}

/** Ends the partner's present role on `fromDay` and begins the new one; refuses a day before the present one began. */
export async function beginRole(tx: Tx, scope: CaseScope, change: { seat: Seat; role: Role; fromDay: string }): Promise<string | Refusal> {
  const partner = await tx.partner.findUniqueOrThrow({ where: { caseId_seat: { caseId: scope.caseId, seat: change.seat } }, select: { id: true } });
  const isTooEarly = { partnerId: partner.id, toDay: null, fromDay: { gt: change.fromDay } };
  if ((await tx.rolePeriod.count({ where: isTooEarly })) > 0) return refuse("bad-input", "fromDay");
  await tx.rolePeriod.updateMany({ where: { partnerId: partner.id, toDay: null }, data: { toDay: change.fromDay } });
  const id = newId();
  const { practiceId, caseId } = scope;
  await insertRows(tx, "role_period", [{ id, practiceId, caseId, partnerId: partner.id, role: change.role, fromDay: change.fromDay, toDay: null }]);
  return id;
}

/** Sets when the couple comes next; null where nothing is agreed. */
export async function scheduleNext(tx: Tx, scope: CaseScope, next: NextSession): Promise<{ revision: number }> {
  return tx.case.update({ where: { id: scope.caseId }, data: { ...next, revision: { increment: 1 } }, select: { revision: true } });
}

export interface NextSession {
  readonly nextSessionOn: string | null;
  readonly nextSessionStart: string | null;
}

/**
 * The next places in a case's order of entry: what breaks the tie of two occasions on one day, whatever the clock says.
 * Where the entry also says when the couple comes next, both are one statement; a date after `keepAfter` stays as it is.
 *
 * @returns the first of `count` places
 */
export async function takeSequence(
  tx: Tx,
  caseId: string,
  { count = 1, next }: { count?: number; next?: NextSession & { readonly keepAfter: string | null } } = {},
): Promise<number> {
  const [row] = next
    ? await tx.$queryRaw<{ lastSequence: number | bigint }[]>`
        UPDATE "couple_case" SET "lastSequence" = "lastSequence" + ${count}, "revision" = "revision" + 1,
          "nextSessionStart" = CASE WHEN "nextSessionOn" > ${next.keepAfter} THEN "nextSessionStart" ELSE ${next.nextSessionStart} END,
          "nextSessionOn" = CASE WHEN "nextSessionOn" > ${next.keepAfter} THEN "nextSessionOn" ELSE ${next.nextSessionOn} END
        WHERE "id" = ${caseId} RETURNING "lastSequence"`
    : await tx.$queryRaw<{ lastSequence: number | bigint }[]>`
        UPDATE "couple_case" SET "lastSequence" = "lastSequence" + ${count} WHERE "id" = ${caseId} RETURNING "lastSequence"`;
  if (!row) throw new Error("the case is gone");
  return Number(row.lastSequence) - count + 1;
}
