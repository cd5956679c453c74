import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import helmet from "helmet";

/** What the build writes where a nonce belongs (vite.config.ts, html.cspNonce). */
const PLACEHOLDER = /__CSP_NONCE__/g;

/**
 * Security headers of every answer. Scripts and styles carry a nonce made for this answer; the client reads it from
 * `<meta property="csp-nonce">` for the styles that Mantine makes as it goes.
 */
export function securityHeaders({ onTls }: { onTls: boolean }): RequestHandler[] {
  const nonceOf = (response: unknown) => `'nonce-${(response as { locals: { nonce: string } }).locals.nonce}'`;
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'none'"],
          "script-src": ["'self'", (_request, response) => nonceOf(response)],
          "style-src": ["'self'", (_request, response) => nonceOf(response)],
          "img-src": ["'self'", "data:"],
          "font-src": ["'self'"],
          "connect-src": ["'self'"],
          "manifest-src": ["'self'"],
          "form-action": ["'self'"],
          "base-uri": ["'none'"],
          "frame-ancestors": ["'none'"],
          "object-src": ["'none'"],
          ...(onTls ? { "upgrade-insecure-requests": [] } : {}),
        },
      },
      referrerPolicy: { policy: "no-referrer" },
      strictTransportSecurity: onTls ? { maxAge: 63_072_000, includeSubDomains: false } : false,
      crossOriginEmbedderPolicy: false,
    }),
    (_request, response, next) => {
      response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
      next();
    },
  ];
}

/** The built client: hashed files for a year, the page itself never stored, and the page for every path it routes. */
export function createPages(clientFolder: string): Router {
  const router = Router();
  const file = join(clientFolder, "index.html");
  const template = existsSync(file) ? withPlaces(readFileSync(file, "utf8")) : null;
  router.use(
    "/assets",
    express.static(join(clientFolder, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false }),
    (_request, response) => void response.status(404).end(),
  );
  router.use(express.static(clientFolder, { maxAge: 0, index: false, redirect: false, dotfiles: "ignore", extensions: false }));
  router.use((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return void response.status(405).end();
    if (template === null) return void response.status(503).type("text/plain").send("The client is not built yet: npm run build.\n");
    response.setHeader("Cache-Control", "no-store");
    response.type("html").send(template.replace(PLACEHOLDER, response.locals.nonce));
  });
  return router;
}

/** A page built without the placeholder gets it here, so that the policy holds either way. */
function withPlaces(html: string): string {
  if (PLACEHOLDER.test(html)) return html;
  return html
    .replaceAll(/<(script|style|link)(?=[\s>])/g, '<$1 nonce="__CSP_NONCE__"')
    .replace("<head>", '<head><meta property="csp-nonce" nonce="__CSP_NONCE__" content="__CSP_NONCE__">');
}
