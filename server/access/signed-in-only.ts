import type { RequestHandler } from "express";
import type { SignIns } from "./sign-ins.ts";

/**
 * Turns nobody's calls away before their body is kept: the body of an import may be large. What arrives is let go of and
 * not cut off, so that a browser whose sign-in has ended reads the refusal; it has the shape that tRPC gives a refused call.
 */
export function signedInOnly({ signIns, applies }: { signIns: SignIns; applies: (names: readonly string[]) => boolean }): RequestHandler {
  return (request, response, next) => {
    const names = request.path.slice(1).split(",");
    if (!applies(names)) return next();
    signIns.peek(request.headers.cookie).then((current) => {
      if (current) return next();
      const refused = names.map((path) => ({
        error: {
          message: "not-signed-in",
          code: -32_001,
          data: { code: "UNAUTHORIZED", httpStatus: 401, path, refusal: { code: "not-signed-in" } },
        },
      }));
      request.on("end", () => response.status(401).json(request.query.batch === "1" ? refused : refused[0]));
      request.resume();
    }, next);
  };
}
