import { type AnyRouter, callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { TRPCResponse } from "@trpc/server/rpc";
import type { Request, RequestHandler, Response } from "express";
import { atMost } from "#server/access/guards.ts";

export interface ApiCalls<Context> {
  readonly router: AnyRouter;
  readonly maxBatchSize: number;
  /** Bytes of a request's body, by the names it calls. */
  readonly bodyLimit: (names: readonly string[]) => number;
  readonly createContext: (request: Request) => Promise<Context>;
}

/**
 * tRPC over Express, POST only, whole bodies only: the body is read once and counted, the answer is sent in one piece. The
 * adapters that tRPC brings make a web Request, a web Response and half a dozen abort signals for each call; what they call
 * in between is public, and called here: procedures, the shape and the status of errors are tRPC's own
 * (docs/decisions/0038-call-trpc-procedures-without-web-requests.md).
 */
export function apiCalls<Context>({ router, maxBatchSize, bodyLimit, createContext }: ApiCalls<Context>): RequestHandler {
  return (request, response, next) => {
    const path = request.path.slice(1);
    const limit = bodyLimit(path.split(","));
    atMost(limit)(request, response, () => {
      respond(request, response, limit).catch(next);
    });
  };

  async function respond(request: Request, response: Response, limit: number): Promise<void> {
    const body = await wholeBody(request, limit);
    if (body === null) {
      response.setHeader("Connection", "close");
      response.status(413).json({ fault: "too-large" });
      return;
    }
    const answers = await answersTo(request, body);
    response.statusCode = getHTTPStatusCode(answers);
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(answers));
  }

  /** One answer; a list of them for a batch (`?batch=1`, names by commas, inputs by their place). */
  async function answersTo(request: Request, body: string): Promise<TRPCResponse | TRPCResponse[]> {
    const isBatch = request.query.batch === "1";
    const path = request.path.slice(1);
    const names = isBatch ? path.split(",") : [path];
    try {
      if (names.length > maxBatchSize) throw new TRPCError({ code: "BAD_REQUEST", message: "too many calls in one" });
      const ctx = await createContext(request);
      const inputs = inputsOf(body, isBatch);
      const answers = await Promise.all(names.map((name, index) => answerTo(name, { index, ctx, inputs })));
      return isBatch ? answers : (answers[0] as TRPCResponse);
    } catch (fault) {
      return refused(getTRPCErrorFromUnknown(fault));
    }
  }

  async function answerTo(path: string, { index, ctx, inputs }: { index: number; ctx: Context; inputs: Inputs }): Promise<TRPCResponse> {
    try {
      // A query comes by POST like everything else (guards.ts).
      const how = { type: "mutation", allowMethodOverride: true, signal: undefined } as const;
      const data: unknown = await callTRPCProcedure({ router, path, ctx, batchIndex: index, getRawInput: async () => inputs(index), ...how });
      return { result: { data } };
    } catch (fault) {
      return refused(getTRPCErrorFromUnknown(fault), { path, ctx });
    }
  }

  function refused(error: TRPCError, { path, ctx }: { path?: string; ctx?: Context } = {}): TRPCResponse {
    return { error: getErrorShape({ config: router._def._config, error, type: "unknown", path, input: undefined, ctx }) };
  }
}

type Inputs = (index: number) => unknown;

/** What each call of a body is given. Parsed when the first of them asks: nobody's calls are refused before that. */
function inputsOf(body: string, isBatch: boolean): Inputs {
  let parsed: { readonly value: unknown } | undefined;
  return (index) => {
    try {
      parsed ??= { value: body === "" ? undefined : JSON.parse(body) };
    } catch (cause) {
      throw new TRPCError({ code: "BAD_REQUEST", message: "no JSON", cause });
    }
    const { value } = parsed;
    if (!isBatch || value === undefined) return value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TRPCError({ code: "BAD_REQUEST", message: "no batch" });
    return (value as Record<number, unknown>)[index];
  };
}

/** The body as text, or null when more came than was announced or allowed. */
function wholeBody(request: Request, limit: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes > limit) return resolve(null);
      parts.push(part);
    });
    request.on("end", () => resolve(parts.length === 1 ? String(parts[0]) : Buffer.concat(parts).toString("utf8")));
    request.on("error", reject);
  });
}
