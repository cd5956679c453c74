import { ChangeStatus, ChangeStatusAnswer, CloseCase, EditCase, OpenCase, RecordRole, ScheduleNext } from "#core/contracts/case.ts";
import { EmptyAnswer } from "#core/contracts/fields.ts";
import type { CaseEventKind, CaseStatus } from "#core/vocabulary/case.ts";
import { isRefusal, type Refusal, type RefusalCode, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { answer, caseProcedure, router, signedInProcedure } from "#server/http/trpc.ts";
import type { Services } from "#server/process/services.ts";
import { listCases, readCase } from "./read.ts";
import { beginRole, changeStatus, refuseStatusDay, scheduleNext, updateCase } from "./store.ts";
import { openCase } from "./write.ts";

type StatusChange = { kind: CaseEventKind; from: readonly CaseStatus[]; to: CaseStatus };

const PAUSE: StatusChange = { kind: "paused", from: ["active"], to: "paused" };
const RESUME: StatusChange = { kind: "resumed", from: ["paused"], to: "active" };
const CLOSE: StatusChange = { kind: "closed", from: ["active", "paused"], to: "closed" };
const REOPEN: StatusChange = { kind: "reopened", from: ["closed"], to: "active" };

/** What stands in the way of a change, by how the case stands. */
const STATUS_REFUSALS = { closed: "case-closed", active: "case-not-closed", paused: "case-not-active" } as const satisfies Record<
  CaseStatus,
  RefusalCode
>;

interface Write {
  readonly services: Services;
  readonly scope: CaseScope;
}

async function move({ services, scope }: Write, change: StatusChange, input: ChangeStatus | CloseCase): Promise<{ revision: number } | Refusal> {
  const action = `case.${change.kind}`;
  return caseWrite(
    services,
    { scope, request: { requestKey: input.requestKey, action, body: input, answer: ChangeStatusAnswer } },
    async ({ tx, scope: fresh, note }) => {
      // Of the status as it is inside: two windows may close a case at once, each with its own outcome.
      if (!change.from.includes(fresh.status)) return refuse(STATUS_REFUSALS[fresh.status]);
      const tooEarly = await refuseStatusDay(tx, scope, input.day);
      if (tooEarly) return tooEarly;
      note({ action, objectType: "case", objectId: scope.caseId, caseId: scope.caseId });
      const outcome = "outcome" in input ? { outcome: input.outcome } : {};
      return changeStatus(tx, scope, { kind: change.kind, status: change.to, day: input.day, reason: input.reason, now: services.now(), ...outcome });
    },
  );
}

const statusProcedure = (change: StatusChange) =>
  caseProcedure
    .input(ChangeStatus)
    .mutation(async ({ ctx, input }) => answer(await move({ services: ctx.services, scope: ctx.caseScope }, change, input)));

export const casesRouter = router({
  list: signedInProcedure.query(({ ctx }) => listCases(ctx.db, ctx.scope)),

  show: caseProcedure.query(({ ctx }) => readCase(ctx.db, ctx.caseScope)),

  open: signedInProcedure
    .input(OpenCase)
    .mutation(async ({ ctx, input }) => answer(await openCase(ctx.services, ctx.scope, { input, today: ctx.today }))),

  edit: caseProcedure.input(EditCase).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        note({ action: "case.edited", objectType: "case", objectId: input.caseId, caseId: input.caseId });
        return updateCase(tx, scope, input);
      }),
    ),
  ),

  pause: statusProcedure(PAUSE),
  resume: statusProcedure(RESUME),
  reopen: statusProcedure(REOPEN),
  close: caseProcedure
    .input(CloseCase)
    .mutation(async ({ ctx, input }) => answer(await move({ services: ctx.services, scope: ctx.caseScope }, CLOSE, input))),

  recordRole: caseProcedure.input(RecordRole).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(
        ctx.services,
        { scope: ctx.caseScope, request: { requestKey: input.requestKey, action: "role.recorded", body: input, answer: EmptyAnswer } },
        async ({ tx, scope, note }) => {
          const objectId = await beginRole(tx, scope, input);
          if (isRefusal(objectId)) return objectId;
          note({ action: "role.recorded", objectType: "role-period", objectId, caseId: input.caseId });
          return {};
        },
      ),
    ),
  ),

  scheduleNext: caseProcedure.input(ScheduleNext).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        note({ action: "case.next-session-set", objectType: "case", objectId: input.caseId, caseId: input.caseId });
        const { nextSessionOn, nextSessionStart } = input;
        return scheduleNext(tx, scope, { nextSessionOn, nextSessionStart });
      }),
    ),
  ),
});
