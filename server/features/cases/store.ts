import type { EditCase, OpenCase } from "#core/contracts/case.ts";
import type { CaseEventKind, CaseStatus, Outcome, Role, Seat } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { sql } from "#server/database/sql.ts";

/** A case as the key of its row. */
function keyOf({ practiceId, caseId }: Pick<CaseScope, "practiceId" | "caseId">) {
  return { practiceId, id: caseId };
}

export type NewCase = Omit<OpenCase, "requestKey" | "goals" | "firstObservation">;

/** Writes a case with its two partners, their first roles and its "opened" event; returns the new id. */
export async function insertCase(
  tx: Tx,
  scope: ClinicianScope,
  { body, now, importBatchId }: { body: NewCase; now: Date; importBatchId?: string },
): Promise<string> {
  const { practiceId, clinicianId } = scope;
  const caseId = newId();
  await tx.insert("couple_case", [
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
  await tx.insert("partner", [active, observing]);
  await tx.insert("role_period", [
    { id: newId(), practiceId, caseId, partnerId: active.id, role: "client", fromDay: body.openedOn, toDay: null },
    { id: newId(), practiceId, caseId, partnerId: observing.id, role: "observer", fromDay: body.openedOn, toDay: null },
  ]);
  await insertCaseEvent(tx, { ...scope, caseId }, { kind: "opened", day: body.openedOn, now });
  return caseId;
}

/** Overwrites a case's own fields and its partners' when `revision` is the one last read; counts the revision up. */
export async function updateCase(tx: Tx, scope: CaseScope, edit: EditCase): Promise<{ revision: number } | Refusal> {
  const { count } = await tx.prisma.case.updateMany({
    where: { practiceId: scope.practiceId, id: scope.caseId, clinicianId: scope.clinicianId, revision: edit.revision },
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
    await tx.prisma.partner.updateMany({ where: { practiceId: scope.practiceId, caseId: scope.caseId, seat }, data: edit[seat] });
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
  const { revision } = await tx.prisma.case.update({
    where: { practiceId_id: keyOf(scope) },
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
  await tx.insert("case_event", [
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
export async function refuseStatusDay(reader: Reader, scope: CaseScope, day: string): Promise<Refusal | null> {
  const { openedOn } = await reader.prisma.case.findUniqueOrThrow({ where: { practiceId_id: keyOf(scope) }, select: { openedOn: true } });
  return day < openedOn ? refuse("bad-input", "day") : null;
}

/** Ends the partner's present role on `fromDay` and begins the new one; refuses a day before the present one began. */
export async function beginRole(tx: Tx, scope: CaseScope, change: { seat: Seat; role: Role; fromDay: string }): Promise<string | Refusal> {
  const partner = await tx.prisma.partner.findUniqueOrThrow({
    where: { practiceId_caseId_seat: { practiceId: scope.practiceId, caseId: scope.caseId, seat: change.seat } },
    select: { id: true },
  });
  const present = { practiceId: scope.practiceId, partnerId: partner.id, toDay: null };
  if ((await tx.prisma.rolePeriod.count({ where: { ...present, fromDay: { gt: change.fromDay } } })) > 0) return refuse("bad-input", "fromDay");
  await tx.prisma.rolePeriod.updateMany({ where: present, data: { toDay: change.fromDay } });
  const id = newId();
  const { practiceId, caseId } = scope;
  await tx.insert("role_period", [{ id, practiceId, caseId, partnerId: partner.id, role: change.role, fromDay: change.fromDay, toDay: null }]);
  return id;
}

/** Sets when the couple comes next; null where nothing is agreed. */
export async function scheduleNext(tx: Tx, scope: CaseScope, next: NextSession): Promise<{ revision: number }> {
  return tx.prisma.case.update({ where: { practiceId_id: keyOf(scope) }, data: { ...next, revision: { increment: 1 } }, select: { revision: true } });
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
  { practiceId, caseId }: Pick<CaseScope, "practiceId" | "caseId">,
  { count = 1, next }: { count?: number; next?: NextSession & { readonly keepAfter: string | null } } = {},
): Promise<number> {
  const [row] = next
    ? await tx.change<{ lastSequence: number }>(sql`
        UPDATE "couple_case" SET "lastSequence" = "lastSequence" + ${count}, "revision" = "revision" + 1,
          "nextSessionStart" = CASE WHEN "nextSessionOn" > ${next.keepAfter} THEN "nextSessionStart" ELSE ${next.nextSessionStart} END,
          "nextSessionOn" = CASE WHEN "nextSessionOn" > ${next.keepAfter} THEN "nextSessionOn" ELSE ${next.nextSessionOn} END
        WHERE "practiceId" = ${practiceId} AND "id" = ${caseId} RETURNING "lastSequence"`)
    : await tx.change<{ lastSequence: number }>(sql`
        UPDATE "couple_case" SET "lastSequence" = "lastSequence" + ${count} WHERE "practiceId" = ${practiceId} AND "id" = ${caseId} RETURNING "lastSequence"`);
  if (!row) throw new Error("the case is gone");
  return row.lastSequence - count + 1;
}
