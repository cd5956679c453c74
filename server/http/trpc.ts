import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { text } from "#core/contracts/fields.ts";
import { dayIn } from "#core/day.ts";
import { isRefusal, type Refusal, type RefusalCode, refuse } from "#core/vocabulary/refusal.ts";
import { type ClinicianScope, mintCaseScope } from "#server/access/scope.ts";
import { isNotSaved } from "#server/database/disk-faults.ts";
import { faultCode } from "#server/process/log.ts";
import type { Services } from "#server/process/services.ts";

/** What a procedure may know. No request and no response, so that tests call procedures directly. */
export interface Context {
  readonly services: Services;
  readonly who: ClinicianScope | null;
  /** Signed in, but idle past the limit: a password unlocks. */
  readonly locked: boolean;
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

const HTTP_CODE: Partial<Record<RefusalCode, TRPCError["code"]>> = {
  "not-signed-in": "UNAUTHORIZED",
  locked: "UNAUTHORIZED",
  "not-found": "NOT_FOUND",
  "too-many-attempts": "TOO_MANY_REQUESTS",
  "case-changed-meanwhile": "CONFLICT",
  "draft-changed-meanwhile": "CONFLICT",
  "session-changed-meanwhile": "CONFLICT",
  "score-changed-meanwhile": "CONFLICT",
  "key-reused": "CONFLICT",
  "already-done": "CONFLICT",
  "file-too-large": "PAYLOAD_TOO_LARGE",
  "not-saved": "INTERNAL_SERVER_ERROR",
};

function refusedError(refusal: Refusal): TRPCError {
  return new TRPCError({ code: HTTP_CODE[refusal.refused] ?? "BAD_REQUEST", message: refusal.refused, cause: new Refused(refusal) });
}

/** Passes an answer on, or turns a returned refusal into the one error shape the client knows. */
export function answer<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw refusedError(result);
  return result as T;
}

/** The refusal inside an error of the API, or null for a fault. */
export function refusalIn(error: TRPCError): { code: RefusalCode; field?: string; fields?: string[] } | null {
  if (error.cause instanceof Refused) {
    const { refused, field } = error.cause.refusal;
    return field === undefined ? { code: refused } : { code: refused, field };
  }
  if (error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError) {
    const fields = error.cause.issues.map((issue) => issue.path.join("."));
    return { code: "bad-input", field: fields[0] ?? "", fields };
  }
  return null;
}

const t = initTRPC.context<Context>().create({
  isDev: false,
  // The message and stack of a fault may quote the record, so neither ever leaves the server.
  errorFormatter: ({ shape, error }) => {
    const refusal = refusalIn(error);
    return {
      message: refusal ? refusal.code : "fault",
      code: shape.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, refusal },
    };
  },
});

export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const createCallerFactory = t.createCallerFactory;

const mapFaults = t.middleware(async ({ next, ctx, path }) => {
  const result = await next();
  if (!result.ok && refusalIn(result.error) === null) {
    if (isNotSaved(result.error.cause)) throw refusedError(refuse("not-saved"));
    ctx.services.log.error({ event: "fault", path, code: faultCode(result.error.cause) });
  }
  return result;
});

/** Anyone, signed in or not: first-run set-up alone. */
export const publicProcedure = t.procedure.use(mapFaults);

/** A clinician who is signed in and not locked; adds `scope`, `actor` and the practice's `today`. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.locked) throw refusedError(refuse("locked"));
  if (!ctx.who) throw refusedError(refuse("not-signed-in"));
  const scope = ctx.who;
  const { database, now } = ctx.services;
  return next({
    ctx: {
      scope,
      actor: { clinicianId: scope.clinicianId, practiceId: scope.practiceId },
      db: database.read(scope),
      today: dayIn(now(), scope.timeZone),
    },
  });
});

/** The clinician's own case, named by `caseId` in the input; `ctx.caseScope` proves it. */
export const caseProcedure = signedInProcedure.input(z.object({ caseId: text().max(64) })).use(async ({ ctx, input, next }) => {
  const caseScope = answer(await mintCaseScope(ctx.db, ctx.scope, input.caseId));
  return next({ ctx: { caseScope } });
});
