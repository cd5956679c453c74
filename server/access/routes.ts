import express, { type Request, type Response, Router } from "express";
import { z } from "zod";
import { text } from "#core/contracts/fields.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { isNotSaved } from "#server/database/disk-faults.ts";
import { faultCode } from "#server/process/log.ts";
import type { Services } from "#server/process/services.ts";
import { cookieName } from "./cookie.ts";
import { createPasswordLimits, type PasswordLimits } from "./limits.ts";
import { verifyPassword } from "./password.ts";
import { refusalBody } from "./refusal-body.ts";
import type { ClinicianScope } from "./scope.ts";
import type { Caller, SignInLibrary } from "./sign-in-library.ts";
import { endSignIns, SignIns } from "./sign-ins.ts";

const SignIn = z.object({ email: text().max(200), password: z.string().max(256) });
const Unlock = z.object({ password: z.string().max(256) });

export interface Access {
  readonly router: Router;
  readonly signIns: SignIns;
  readonly limits: PasswordLimits;
  /** Reads the sign-in library ahead of the first who needs it. */
  warmUp(): Promise<void>;
}

/** `/api/access/*`: sign in, sign out, lock, unlock. Plain JSON outside tRPC, so that no batch multiplies a guess. */
export function createAccess(services: Services, { onTls }: { onTls: boolean }): Access {
  let loading: Promise<SignInLibrary> | undefined;
  const library = () => {
    loading ??= import("./sign-in-library.ts").then(({ createSignInLibrary }) => createSignInLibrary(services, { onTls }));
    return loading;
  };
  const signIns = new SignIns(services, { name: cookieName(onTls), secret: services.keys.signIn });
  const limits = createPasswordLimits({
    email: (request) => String(request.body?.email ?? ""),
    signInId: (response) => currentOf(response).signInId,
  });
  const router = Router();
  router.use(express.json({ limit: "16kb", strict: true }));

  router.post("/sign-in", ...limits.signIn, async (request, response) => {
    const given = SignIn.safeParse(request.body);
    if (!given.success) return refuseSignIn(response);
    const before = await signIns.peek(request.headers.cookie);
    const cookies = await (await library()).begin(given.data, callerOf(request));
    if (cookies === null) {
      await auditFailure(services, given.data.email);
      return refuseSignIn(response);
    }
    // The browser drops the cookie of the sign-in it had; nobody else may go on using that one.
    if (before) await endSignIns(services, { where: { id: before.signInId }, action: "sign-in.ended" });
    response.setHeader("Set-Cookie", cookies).json({});
  });

  router.post("/sign-out", async (request, response) => {
    response.setHeader("Clear-Site-Data", '"cache", "cookies", "storage"');
    const current = await signIns.peek(request.headers.cookie);
    if (current) {
      await endSignIns(services, { where: { id: current.signInId }, action: "sign-in.ended" });
      response.setHeader("Set-Cookie", await (await library()).forget(callerOf(request)));
    }
    response.json({});
  });

  router.post("/lock", async (request, response) => {
    const current = await signIns.peek(request.headers.cookie);
    if (!current) return void response.status(401).json(refusalBody("not-signed-in"));
    await signIns.lock(current);
    response.json({});
  });

  router.post("/unlock", async (request, response, next) => {
    response.locals.signIn = await signIns.peek(request.headers.cookie);
    if (!response.locals.signIn) return void response.status(401).json(refusalBody("not-signed-in"));
    next();
  });
  router.post("/unlock", ...limits.unlock, async (request, response) => {
    const current = currentOf(response);
    const given = Unlock.safeParse(request.body);
    if (given.success && (await isPasswordOf(services, current.clinicianId, given.data.password))) {
      await signIns.unlock(current);
      return void response.json({});
    }
    await auditedWrite(services, { actor: current }, async (_tx, note) => {
      note({ action: "sign-in.unlock-failed", objectType: "sign-in", objectId: current.signInId });
      return {};
    });
    response.status(401).json(refusalBody("wrong-password", "password"));
  });

  router.use((fault: unknown, _request: Request, response: Response, next: (fault: unknown) => void) => {
    if (!isNotSaved(fault)) return next(fault);
    services.log.error({ event: "not-saved", path: "access", code: faultCode(fault) });
    response.status(500).json(refusalBody("not-saved"));
  });
  return { router, signIns, limits, warmUp: async () => void (await library()) };
}

/** One answer for an unknown e-mail, a wrong password and nonsense; the library hashes in each case, so time tells nothing. */
function refuseSignIn(response: Response): void {
  response.status(401).json(refusalBody("wrong-email-or-password"));
}

function callerOf(request: Request): Caller {
  return { cookie: request.headers.cookie, browser: request.headers["user-agent"], address: request.ip };
}

/** The sign-in that unlock found proven, before anything was counted. */
function currentOf(response: Response): ClinicianScope {
  return response.locals.signIn;
}

async function isPasswordOf(services: Services, clinicianId: string, password: string): Promise<boolean> {
  const credential = await services.database.read(NOBODY).prisma.credential.findFirst({ where: { userId: clinicianId, providerId: "credential" } });
  return typeof credential?.password === "string" && verifyPassword({ hash: credential.password, password });
}

/** The trail names the clinician whose e-mail it was, or nobody; never the e-mail as typed (it may be a password). */
async function auditFailure(services: Services, email: string): Promise<void> {
  const clinician = await services.database.read(NOBODY).prisma.clinician.findUnique({ where: { email: email.toLowerCase() } });
  const actor = { clinicianId: null, practiceId: clinician?.practiceId ?? null };
  await auditedWrite(services, { actor }, async (_tx, note) => {
    note({ action: "sign-in.failed", objectType: "clinician", objectId: clinician?.id ?? null });
    return {};
  });
}
