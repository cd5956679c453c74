import type { AnyRouter } from "@trpc/server";
import { resolveResponse } from "@trpc/server/http";
import type { Request as Incoming, Response as Outgoing, RequestHandler } from "express";
import { atMost } from "#server/access/guards.ts";

export interface ApiCalls<Context> {
  readonly router: AnyRouter;
  readonly maxBatchSize: number;
  /** Bytes of a request's body, by the names it calls. */
  readonly bodyLimit: (names: readonly string[]) => number;
  readonly createContext: (request: Incoming) => Promise<Context>;
}

/**
 * tRPC over Express, POST only, whole bodies only: the body is read once and counted, the answer is sent in one piece. The
 * adapter that tRPC brings builds two web streams and pumps them for each call, which cost a third of a short answer's time
 * (DECISIONS.md); parsing, batching and the error shape stay tRPC's own.
 */
export function apiCalls<Context>({ router, maxBatchSize, bodyLimit, createContext }: ApiCalls<Context>): RequestHandler {
  return (request, response, next) => {
    const path = request.path.slice(1);
    const limit = bodyLimit(path.split(","));
    atMost(limit)(request, response, () => {
      answer(request, response, limit).catch(next);
    });
  };

  async function answer(request: Incoming, response: Outgoing, limit: number): Promise<void> {
    const body = await wholeBody(request, limit);
    if (body === null) {
      response.setHeader("Connection", "close");
      response.status(413).json({ fault: "too-large" });
      return;
    }
    const resolved = await resolveResponse({
      router,
      req: asWebRequest(request, body),
      path: request.path.slice(1),
      error: null,
      allowMethodOverride: true,
      maxBatchSize,
      createContext: () => createContext(request),
    });
    const text = await resolved.text();
    response.statusCode = resolved.status;
    response.setHeader("Content-Type", "application/json");
    response.end(text);
  }
}

/** The body as text, or null when more came than was announced or allowed. */
function wholeBody(request: Incoming, limit: number): Promise<string | null> {
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

/** As much of a web Request as tRPC reads of one that carries JSON. */
function asWebRequest(request: Incoming, body: string): Request {
  return {
    method: "POST",
    url: `http://localhost${request.url}`,
    headers: new Headers({ "content-type": "application/json" }),
    signal: new AbortController().signal,
    json: async () => (body === "" ? undefined : JSON.parse(body)),
  } as Request;
}
