/** Signing in, out, locking and unlocking: plain JSON, outside the batched API, so that limits count every attempt. */
import { RefusedError, refusalInAnswer } from "./refusals.ts";

async function post(action: string, body: Record<string, string>): Promise<void> {
  const response = await fetch(`/api/access/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
  });
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  const refusal = refusalInAnswer(answer);
  if (refusal) throw new RefusedError(refusal);
  throw new Error(`sign-in answered ${response.status}`);
}

export async function signIn(email: string, password: string): Promise<void> {
  await post("sign-in", { email, password });
}

export async function lock(): Promise<void> {
  await post("lock", {});
}

export async function unlock(password: string): Promise<void> {
  await post("unlock", { password });
}

export async function signOut(): Promise<void> {
  await post("sign-out", {});
}

/** Where to return after signing in again: a path of this app only, never another site. */
export function safeReturnPath(path: string | null | undefined): string {
  return path?.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\") ? path : "/";
}

let leaving = false;

/**
 * A hard navigation to the sign-in screen: the page, its memory and its cache all end. `ended` remembers the place
 * (ids only) to come back to; `signed-out` remembers nothing. Replaces the entry, so that Back shows nothing.
 */
export function leaveForSignIn(why: "ended" | "signed-out"): void {
  if (leaving || location.pathname === "/sign-in" || location.pathname === "/set-up") return;
  leaving = true;
  const from = location.pathname === "/" ? "" : `?from=${encodeURIComponent(location.pathname)}`;
  location.replace(why === "ended" ? `/sign-in${from}` : "/sign-in");
}
