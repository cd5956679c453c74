import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { refusalBody } from "./refusal-body.ts";

const WINDOW_MS = 15 * 60_000;

/** Wrong passwords in a window. A person mistypes a few; a guesser gets 40 an hour at the most common of millions. */
export const ACCOUNT_LIMIT = 10;
/** A practice behind one address has several clinicians. */
export const ADDRESS_LIMIT = 30;

export interface PasswordLimits {
  /** In front of sign-in: counts wrong passwords by address and by the account that is tried. */
  readonly signIn: readonly RequestHandler[];
  /**
   * In front of unlock: counts by sign-in alone. Anybody can fail to sign in as somebody else, and that must not keep the
   * one who is signed in from their own record.
   */
  readonly unlock: readonly RequestHandler[];
  /** After a reset on the machine itself: the account starts afresh. */
  forget(email: string): Promise<void>;
}

/** What a request tries the password of. */
export interface Tried {
  readonly email: (request: Request) => string;
  readonly signInId: (response: Response) => string;
}

/**
 * Only failures count (a success takes its own count back). Sign-in lives outside the batched endpoint, so that one
 * request is one guess.
 */
export function createPasswordLimits({ email: emailOf, signInId }: Tried): PasswordLimits {
  const common = {
    windowMs: WINDOW_MS,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    handler: (_request: Request, response: Response) => {
      response.setHeader("Retry-After", String(WINDOW_MS / 1000));
      response.status(429).json(refusalBody("too-many-attempts"));
    },
  } as const;
  const byAddress = rateLimit({ ...common, limit: ADDRESS_LIMIT, keyGenerator: (request) => ipKeyGenerator(request.ip ?? "unknown") });
  const byAccount = rateLimit({ ...common, limit: ACCOUNT_LIMIT, keyGenerator: (request) => accountKey(emailOf(request)) });
  const bySignIn = rateLimit({ ...common, limit: ACCOUNT_LIMIT, keyGenerator: (_request, response) => signInId(response) });
  return {
    signIn: [byAddress, byAccount],
    unlock: [bySignIn],
    forget: async (email) => byAccount.resetKey(accountKey(email)),
  };
}

/** A digest: no e-mail address lies about in memory for longer than its request. */
function accountKey(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
