import type { RequestHandler } from "express";

/** A request that the API does not take, whatever it asks; the code tells a developer, the status tells the browser. */
function turnAway(status: number, fault: string): RequestHandler {
  return (_request, response) => {
    response.status(status).json({ fault });
  };
}

const notPost = turnAway(405, "post-only");
const notJson = turnAway(415, "json-only");
const notOurs = turnAway(403, "cross-origin");
const tooLarge = turnAway(413, "too-large");

/**
 * A query goes in the body too: text in a URL ends in histories and proxies' logs. tRPC still answers GET with its method
 * override on, hence this in front of it.
 */
export const postOnly: RequestHandler = (request, response, next) => {
  if (request.method === "POST") return next();
  response.setHeader("Allow", "POST");
  notPost(request, response, next);
};

/** Exactly JSON: forms, multipart and text/plain are what a foreign page can send without asking first. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const type = request.headers["content-type"] ?? "";
  if (/^application\/json(\s*;\s*charset=utf-8)?$/i.test(type)) return next();
  notJson(request, response, next);
};

/** The browser says where a request was made; a program that is no browser says nothing and carries nobody's cookie. */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return notOurs(request, response, next);
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.host) return notOurs(request, response, next);
  next();
};

/** Bound to this machine, we have three names; another name is a foreign page that points its own at us (DNS rebinding). */
export const loopbackNamesOnly: RequestHandler = (request, response, next) => {
  if (/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? "")) return next();
  notOurs(request, response, next);
};

/** Refuses by the announced length, before a byte is read; the reader counts as well. */
export function atMost(bytes: number): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers["content-length"] ?? 0) <= bytes) return next();
    response.setHeader("Connection", "close");
    tooLarge(request, response, next);
  };
}

/** JSON of a record: kept nowhere, rendered nowhere, embedded nowhere. (Pages get helmet's; these few cost less a call.) */
export const answerHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Referrer-Policy", "no-referrer");
  next();
};

export const unknownCall: RequestHandler = turnAway(404, "no-such-call");

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
