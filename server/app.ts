import { join } from "node:path";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { answerHeaders, atMost, jsonOnly, loopbackNamesOnly, postOnly, sameOriginOnly, unknownCall } from "#server/access/guards.ts";
import { type Access, createAccess } from "#server/access/routes.ts";
import { appRouter } from "#server/app-router.ts";
import type { Environment } from "#server/env.ts";
import { createProbe } from "#server/health.ts";
import { faultCode } from "#server/log.ts";
import { createPages, securityHeaders } from "#server/page.ts";
import { projectRoot } from "#server/project-root.ts";
import type { Context, Services } from "#server/trpc.ts";

export const BODY_LIMIT = 1024 * 1024;
/** A year of a spreadsheet is under 1 MB; base64 and photographs of it pasted in are not. */
export const IMPORT_BODY_LIMIT = 12 * 1024 * 1024;
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

  const probe = createProbe(services.database);
  app.get("/healthz", answerHeaders, async (_request, response) => {
    const health = await probe();
    response.status(health.status === "ok" ? 200 : 503).json(health);
  });

  app.use("/api", answerHeaders);
  if (environment.loopbackOnly) app.use("/api", loopbackNamesOnly);
  app.use("/api", postOnly, sameOriginOnly, jsonOnly);
  app.use("/api/access", atMost(16 * 1024), access.router);
  app.use("/api/trpc", apiCalls(services, access));
  app.use("/api", unknownCall);

  app.use(...securityHeaders(environment));
  app.use(createPages(clientFolder));
  app.use((fault: unknown, request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(fault);
    if (status >= 500) services.log.error({ event: "fault", path: request.path.slice(0, 60), code: faultCode(fault) });
    if (response.headersSent) return next(fault);
    response.status(status).json({ fault: status >= 500 ? "fault" : "bad-request" });
  });
  return { express: app, access };
}

/** tRPC behind the sign-in: who asks is found once a request, however many calls it batches. */
function apiCalls(services: Services, access: Access): express.Router {
  const handler = (maxBodySize: number) =>
    createExpressMiddleware({
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: MAX_BATCH,
      maxBodySize,
      createContext: async ({ req }): Promise<Context> => {
        const current = await access.signIns.arrive(req.headers.cookie);
        return { services, who: current?.scope ?? null, locked: current?.locked ?? false };
      },
    });
  const router = express.Router();
  const [imports, others] = [handler(IMPORT_BODY_LIMIT), handler(BODY_LIMIT)];
  const [importLimit, otherLimit] = [atMost(IMPORT_BODY_LIMIT), atMost(BODY_LIMIT)];
  router.use((request, response, next) => {
    // A batch that only begins with an import gets the larger limit for nothing: every call of it must be one.
    const isImport = request.path
      .slice(1)
      .split(",")
      .every((name) => name.startsWith("imports."));
    const [limit, calls] = isImport ? [importLimit, imports] : [otherLimit, others];
    limit(request, response, () => calls(request, response, next));
  });
  return router;
}

/** Express and body-parser put a status on what the request did wrong; everything else is ours. */
function statusOf(fault: unknown): number {
  const status = typeof fault === "object" && fault !== null && "status" in fault ? Number(fault.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
