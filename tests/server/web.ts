import { type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { SetUp } from "#core/contracts/practice.ts";
import { createApp } from "#server/http/app.ts";
import type { Environment } from "#server/process/env.ts";
import type { TestRecord } from "./harness.ts";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; `undefined` where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there.
  readonly json: any;
}

export interface Ask {
  readonly method?: string;
  readonly body?: string | object;
  readonly headers?: Record<string, string | undefined>;
}

/** Something that speaks HTTP to the app as a browser on its own page does: same-origin headers, and a cookie jar. */
export interface Browser {
  readonly cookies: Map<string, string>;
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** A tRPC call; the answer's `json.result.data` or `json.error.data.refusal`. */
  call(name: string, input?: unknown): Promise<Answer>;
}

export const OWNER: SetUp = {
  practiceName: "Willow Street",
  timeZone: "America/New_York",
  clinicianName: "Dr. Ines Okafor",
  email: "ines@willow.test",
  password: "three quiet chairs by a window",
  opening: "empty",
};

/** Serves the test's record on a free port of this machine until the test ends. */
export async function serve(
  record: TestRecord,
  environment: Partial<Environment> = {},
  clientFolder = "/nowhere",
): Promise<{ origin: string; newBrowser(): Browser }> {
  const app = createApp(record.services, { environment: { trustProxy: null, onTls: false, loopbackOnly: true, ...environment }, clientFolder });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.express.listen(0, "127.0.0.1", () => resolve(listening));
  });
  onTestFinished(async () => {
    await app.access.signIns.store();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, newBrowser: () => newBrowser(port) };
}

/** As `serve`, with the practice set up and its owner signed in. */
export async function serveOwner(record: TestRecord): Promise<{ origin: string; newBrowser(): Browser; owner: Browser }> {
  const served = await serve(record);
  await record.asNobody.practice.setUp(OWNER);
  const owner = served.newBrowser();
  await signIn(owner);
  return { ...served, owner };
}

export function signIn(browser: Browser, given: { email?: string; password?: string } = {}): Promise<Answer> {
  return browser.ask("/api/access/sign-in", { body: { email: given.email ?? OWNER.email, password: given.password ?? OWNER.password } });
}

function newBrowser(port: number): Browser {
  const cookies = new Map<string, string>();
  const ask: Browser["ask"] = (path, { method = "POST", body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const sent: Record<string, string | undefined> = {
        "content-type": method === "POST" ? "application/json" : undefined,
        "sec-fetch-site": "same-origin",
        origin: method === "POST" ? `http://127.0.0.1:${port}` : undefined,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") || undefined,
        ...headers,
      };
      const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<string, string>;
      const call = request({ host: "127.0.0.1", port, path, method, headers: given }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          for (const line of response.headers["set-cookie"] ?? []) keepCookie(cookies, line);
          const text = Buffer.concat(parts).toString("utf8");
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: jsonOf(text) });
        });
      });
      call.on("error", reject);
      call.end(typeof body === "object" ? JSON.stringify(body) : (body ?? (method === "POST" ? "{}" : undefined)));
    });
  return { cookies, ask, call: (name, input) => ask(`/api/trpc/${name}`, { body: input === undefined ? "" : JSON.stringify(input) }) };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, equals);
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, pair.slice(equals + 1));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
