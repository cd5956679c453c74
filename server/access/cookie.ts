import { createHmac, timingSafeEqual } from "node:crypto";

/** `__Host-` pins the cookie to this host, this path and TLS; without TLS a browser would refuse that name. */
export function cookieName(onTls: boolean): string {
  return onTls ? "__Host-open-chair" : "open-chair";
}

/**
 * The token inside the sign-in cookie, if the cookie is one that our sign-in library signed: "token.base64(HMAC-SHA-256)",
 * percent-encoded. The library can check this too, but only together with two Prisma reads, on every request.
 */
export function tokenFromCookie(header: string | undefined, { name, secret }: { name: string; secret: string }): string | null {
  if (header === undefined) return null;
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    return verified(part.slice(equals + 1).trim(), secret);
  }
  return null;
}

function verified(value: string, secret: string): string | null {
  let plain: string;
  try {
    plain = decodeURIComponent(value);
  } catch {
    return null;
  }
  const dot = plain.lastIndexOf(".");
  if (dot < 1) return null;
  const token = plain.slice(0, dot);
  const given = Buffer.from(plain.slice(dot + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
