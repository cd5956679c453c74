import { join } from "node:path";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { answerHeaders, atMost, jsonOnly, loopbackNamesOnly, postOnly, sameOriginOnly, unknownCall } from "#server/access/guards.ts";
import { type Access, createAccess } from "#server/access/routes.ts";
import { signedInOnly } from "#server/access/signed-in-only.ts";
import type { Environment } from "#server/process/env.ts";
import { faultCode } from "#server/process/log.ts";
import { projectRoot } from "#server/process/project-root.ts";
import type { Services } from "#server/process/services.ts";
import { apiCalls } from "./api-calls.ts";
import { appRouter } from "./app-router.ts";
import { createProbe } from "./health.ts";
import { createPages, securityHeaders } from "./page.ts";
import type { Context } from "./trpc.ts";

export const BODY_LIMIT = 1024 * 1024;
/** A year of a spreadsheet is under 1 MB; base64 and photographs of it pasted in are not. */
export const IMPORT_BODY_LIMIT = 12 * 1024 * 1024;
const BRINGS_A_FILE = /^(imports\.|measures\.importQuestionnaire$|scores\.recordResponse$)/;
/** A screen asks for at most four things at once. */
export const MAX_BATCH = 10;

export interface App {
  readonly express: Express;
  readonly access: Access;
}

export interface AppOptions {
  readonly environment: Pick<Environment, "trustProxy" | "onTls" | "loopbackOnly">;
  /** The built client. */
  readonly clientFolder?: string;
}

/** The whole server without `listen`. */
export function createApp(services: Services, { environment, clientFolder = join(projectRoot(), "dist", "client") }: AppOptions): App {
  const app = express();
  const access = createAccess(services, environment);
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("trust proxy", environment.trustProxy ?? false);
  app.set("query parser", "simple");

  app.use(["/api", "/healthz"], answerHeaders);
  if (environment.loopbackOnly) app.use(["/api", "/healthz"], loopbackNamesOnly);
  const probe = createProbe(services);
  app.get("/healthz", async (_request, response) => {
    const health = await probe();
    response.status(health.status === "ok" ? 200 : 503).json(health);
  });

  app.use("/api", postOnly, sameOriginOnly, jsonOnly);
  app.use("/api/access", atMost(16 * 1024), access.router);
  const isImport = (names: readonly string[]) => names.every((name) => BRINGS_A_FILE.test(name));
  app.use("/api/trpc", signedInOnly({ signIns: access.signIns, applies: isImport }));
  const calls = apiCalls({
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    // A batch that only begins with an import gets the larger limit for nothing: every call of it must be one.
    bodyLimit: (names) => (isImport(names) ? IMPORT_BODY_LIMIT : BODY_LIMIT),
    createContext: async (request): Promise<Context> => {
      const current = await access.signIns.arrive(request.headers.cookie);
      return { services, who: current?.scope ?? null, locked: current?.locked ?? false };
    },
  });
  app.use("/api/trpc", calls);
  app.use("/api", unknownCall);

  app.use(...securityHeaders(environment));
  app.use(createPages(clientFolder));
  app.use((fault: unknown, request: Request, response: Response, _next: NextFunction) => {
    const status = statusOf(fault);
    if (status >= 500) services.log.error({ event: "fault", path: request.path.slice(0, 60), code: faultCode(fault) });
    // Express's own last resort would print the fault's words, and those may quote the record.
    if (response.headersSent) return void response.destroy();
    response.status(status).json({ fault: status >= 500 ? "fault" : "bad-request" });
  });
  return { express: app, access };
}

/** Express and body-parser put a status on what the request did wrong; everything else is ours. */
function statusOf(fault: unknown): number {
  const status = typeof fault === "object" && fault !== null && "status" in fault ? Number(fault.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
