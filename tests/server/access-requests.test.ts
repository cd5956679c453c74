import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createLog, faultCode } from "#server/process/log.ts";
import { openRecord } from "./harness.ts";
import { allowWrites, change, probesWritten } from "./rows.ts";
import { OWNER, serve, serveOwner, signIn } from "./web.ts";

describe("a request to the API", () => {
  it("is refused as a GET, so that nothing asked stands in an address", async () => {
    const { owner } = await serveOwner(await openRecord());
    for (const path of ["/api/trpc/practice.me", "/api/trpc/practice.state?batch=1&input=%7B%7D", "/api/access/sign-out"]) {
      const answer = await owner.ask(path, { method: "GET" });
      expect(answer.status, path).toBe(405);
      expect(answer.headers.allow).toBe("POST");
    }
    expect((await owner.ask("/api/trpc/practice.me", { method: "HEAD" })).status).toBe(405);
    expect((await owner.ask("/api/trpc/practice.me", { method: "PUT" })).status).toBe(405);
  });

  it.each([
    ["multipart/form-data; boundary=x", "--x\r\n\r\n--x--\r\n"],
    ["text/plain", "{}"],
    ["application/x-www-form-urlencoded", "a=1"],
    ["application/json; charset=utf-16", "{}"],
    ["application/jsonp", "{}"],
    ["", "{}"],
  ])("is refused as %s, which a foreign page may send unasked", async (type, body) => {
    const { owner } = await serveOwner(await openRecord());
    for (const path of ["/api/trpc/practice.me", "/api/access/lock"]) {
      const answer = await owner.ask(path, { body, headers: { "content-type": type || undefined } });
      expect(answer.status).toBe(415);
    }
    expect((await owner.call("practice.me")).status).toBe(200);
  });

  it("is refused from another site, by what the browser says of it", async () => {
    const { owner, origin } = await serveOwner(await openRecord());
    const foreign: Record<string, string | undefined>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: origin.replace("127.0.0.1", "localhost") },
      { "sec-fetch-site": undefined, origin: "https://evil.example" },
      { host: "evil.example:4600", origin: "http://evil.example:4600" },
    ];
    for (const headers of foreign) {
      const answer = await owner.ask("/api/trpc/practice.me", { headers });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(answer.text).not.toContain("ines");
    }
    expect((await owner.call("practice.me")).status).toBe(200);
  });

  it("is refused when it is larger than any screen sends; an import may be larger, no disguise may", async () => {
    const { owner } = await serveOwner(await openRecord());
    const twoMegabytes = JSON.stringify({ filler: "x".repeat(2 * 1024 * 1024) });
    expect((await owner.ask("/api/trpc/practice.me", { body: twoMegabytes })).status).toBe(413);
    expect((await owner.ask("/api/trpc/imports.preview,practice.me?batch=1", { body: twoMegabytes })).status).toBe(413);
    expect((await owner.ask("/api/access/sign-in", { body: twoMegabytes })).status).toBe(413);
    expect((await owner.ask("/api/trpc/imports.preview", { body: twoMegabytes })).status).not.toBe(413);
    expect((await owner.ask("/api/trpc/measures.importQuestionnaire", { body: twoMegabytes })).status).not.toBe(413);
    expect((await owner.ask("/api/trpc/measures.record", { body: twoMegabytes })).status).toBe(413);
    const unannounced = await owner.ask("/api/trpc/practice.edit", { body: twoMegabytes, headers: { "transfer-encoding": "chunked" } });
    expect(unannounced.status).toBe(413);
  });

  it("is answered in JSON that no cache keeps, and without saying what runs here", async () => {
    const { owner } = await serveOwner(await openRecord());
    for (const path of ["/api/trpc/practice.me", "/api/trpc/no.such", "/api/none", "/api/access/none", "/api/access/lock"]) {
      const answer = await owner.ask(path);
      expect(answer.headers["cache-control"], path).toBe("no-store");
      expect(answer.headers["content-type"], path).toMatch(/^application\/json/);
      expect(answer.headers["x-powered-by"]).toBeUndefined();
      expect(answer.json, path).toBeDefined();
    }
    expect((await owner.ask("/api/none")).status).toBe(404);
  });

  it("with broken JSON is told so, without a stack and without its own words back", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    for (const path of ["/api/trpc/cases.open", "/api/access/sign-in"]) {
      const answer = await owner.ask(path, { body: '{"label": "canary heron' });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain("heron");
      expect(answer.text).not.toMatch(/\bat .*\.(ts|js|mjs):\d+/);
    }
    expect(record.logLines.join("")).not.toContain("heron");
  });
});

describe("a fault", () => {
  it("reaches neither the answer nor the log with a word of the record", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    // Prisma's own message for this prints the row, the theme's name included.
    const trigger = `CREATE TRIGGER break_theme BEFORE INSERT ON "theme" BEGIN SELECT RAISE(ABORT, 'canary heron'); END`;
    await change(record.services.database, trigger);
    const answer = await owner.call("practice.addTheme", { requestKey: "theme-key-1", name: "canary heron" });
    expect(answer.status).toBe(500);
    expect(answer.json.error.data.refusal).toBeNull();
    expect(answer.text).not.toContain("heron");
    expect(answer.text).not.toMatch(/stack|node_modules/);
    const log = record.logLines.join("");
    expect(log).toContain("practice.addTheme");
    expect(log).not.toContain("heron");
    expect(log).not.toContain("willow");
  });

  it("is logged by its code; anything that is not id- or code-shaped is dropped", () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => void lines.push(line) });
    log.error({ event: "fault", path: "cases.open", code: "P2002", message: "heron", note: "heron", clinicianId: "He came, at last", ms: 12 });
    log.info({ event: "He came at last" });
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ msg: "fault", path: "cases.open", code: "P2002", ms: 12 });
    expect(Object.keys(first).sort()).toEqual(["code", "level", "ms", "msg", "path", "time"]);
    expect(second.msg).toBe("unnamed-event");
    expect(faultCode(new TypeError("heron"))).toBe("TypeError");
    expect(faultCode({ code: "heron flew" })).toBe("unknown");
    expect(faultCode("heron")).toBe("not-an-error");
  });
});

describe("an import that nobody sent", () => {
  it("is told so before its body is kept, in the words of a refused call, alone and in a batch", async () => {
    const { owner, newBrowser } = await serveOwner(await openRecord());
    const body = { fileName: "past.csv", contentBase64: "QUJD".repeat(500_000) };
    const alone = await newBrowser().call("imports.read", body);
    expect(alone.status).toBe(401);
    expect(alone.json.error.data.refusal).toEqual({ code: "not-signed-in" });
    const batch = await newBrowser().ask("/api/trpc/imports.read,imports.list?batch=1", { body: { 0: body } });
    expect(batch.status).toBe(401);
    expect(batch.json.map((one: { error: { data: { path: string } } }) => one.error.data.path)).toEqual(["imports.read", "imports.list"]);
    // Not even looked at: nonsense is the same to nobody, and bad input to somebody.
    const nonsense = await newBrowser().ask("/api/trpc/imports.read", { body: "no json" });
    expect(nonsense.json.error.data.refusal).toEqual({ code: "not-signed-in" });
    expect((await owner.ask("/api/trpc/imports.read", { body: "no json" })).status).toBe(400);
    expect((await owner.call("imports.list")).status).toBe(200);
  });
});

describe("/healthz", () => {
  it("says ok after a real read and a real write", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    const before = await probesWritten(record.services.database);
    const answer = await newBrowser().ask("/healthz", { method: "GET" });
    expect(answer.status).toBe(200);
    expect(answer.json.status).toBe("ok");
    expect(await probesWritten(record.services.database)).not.toBe(before);
  });

  it("writes once in two seconds, however often it is asked", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    const writes = () => probesWritten(record.services.database);
    const before = await writes();
    for (let time = 0; time < 20; time += 1) expect((await newBrowser().ask("/healthz", { method: "GET" })).status).toBe(200);
    expect(await writes()).toBe(before + 1);
    record.clock.forward(2_000);
    expect((await newBrowser().ask("/healthz", { method: "GET" })).status).toBe(200);
    expect(await writes()).toBe(before + 2);
    // A clock that is set back does not keep the old answer alive.
    record.clock.forward(-3_600_000);
    await newBrowser().ask("/healthz", { method: "GET" });
    expect(await writes()).toBe(before + 3);
  });

  it("answers no foreign name that points at this machine", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    const asked = { method: "GET", headers: { host: "rebound.test" } };
    expect((await newBrowser().ask("/healthz", asked)).status).toBe(403);
    const behindProxy = await serve(record, { onTls: true, trustProxy: 1, loopbackOnly: false });
    expect((await behindProxy.newBrowser().ask("/healthz", asked)).status).toBe(200);
  });

  it("says 503 and why when nothing can be written", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    await allowWrites(record.services.database, false);
    const answer = await newBrowser().ask("/healthz", { method: "GET" });
    expect(answer.status).toBe(503);
    expect(answer.json).toEqual({ status: "failing", reason: "SQLITE_READONLY" });
    await allowWrites(record.services.database, true);
    expect((await newBrowser().ask("/healthz", { method: "GET" })).status).toBe(200);
  });
});

describe("a disk that takes nothing more", () => {
  it("is told as not saved, at sign-in and lock too, and is no wrong password", async () => {
    const record = await openRecord();
    const { owner, newBrowser } = await serveOwner(record);
    const allow = (on: boolean) => allowWrites(record.services.database, on);
    await allow(false);
    expect((await signIn(newBrowser())).json).toEqual({ refusal: { code: "not-saved" } });
    expect((await owner.ask("/api/access/lock")).json).toEqual({ refusal: { code: "not-saved" } });
    expect((await owner.ask("/api/access/sign-out")).json).toEqual({ refusal: { code: "not-saved" } });
    owner.cookies.clear();
    await allow(true);
    expect((await signIn(owner)).status).toBe(200);
    await allow(false);
    // Reading goes on, and idleness still locks although the lock cannot be written.
    record.clock.forward(14 * 60_000);
    expect((await owner.call("practice.me")).status).toBe(200);
    record.clock.forward(16 * 60_000);
    expect((await owner.call("practice.me")).json.error.data.refusal).toEqual({ code: "locked" });
    expect((await owner.call("practice.me")).json.error.data.refusal).toEqual({ code: "locked" });
    await allow(true);
  });
});

describe("the page", () => {
  async function servePage(html: string) {
    const folder = mkdtempSync(join(tmpdir(), "open-chair-client-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), html);
    writeFileSync(join(folder, "assets", "app-1a2b3c.js"), "export {};");
    const record = await openRecord();
    return { folder, ...(await serve(record, {}, folder)) };
  }
  const BUILT =
    '<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" nonce="__CSP_NONCE__" src="/assets/app-1a2b3c.js"></script></head><body></body></html>';

  it("comes with a policy that allows no inline script, no foreign origin, and a nonce made for this answer alone", async () => {
    const { newBrowser } = await servePage(BUILT);
    const first = await newBrowser().ask("/cases/a1b2", { method: "GET" });
    const second = await newBrowser().ask("/", { method: "GET" });
    const nonces = [first, second].map((answer) => /nonce="([^"]+)"/.exec(answer.text)?.[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    const policy = String(first.headers["content-security-policy"]);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonces[0]}'`);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(first.text).not.toContain("__CSP_NONCE__");
    expect(first.headers["cache-control"]).toBe("no-store");
    expect(first.headers["referrer-policy"]).toBe("no-referrer");
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
    expect(first.headers["strict-transport-security"]).toBeUndefined();
  });

  it("gets its nonces even when it was built without a place for them", async () => {
    const { newBrowser } = await servePage('<html><head><script type="module" src="/assets/app-1a2b3c.js"></script></head></html>');
    const answer = await newBrowser().ask("/", { method: "GET" });
    expect(answer.text).toMatch(/<script nonce="[^"_]+" type="module"/);
    expect(answer.text).toMatch(/<meta property="csp-nonce" nonce="[^"_]+"/);
  });

  it("is kept apart from its hashed files, which a browser keeps for a year; a missing one is 404, not the page", async () => {
    const { newBrowser } = await servePage(BUILT);
    const file = await newBrowser().ask("/assets/app-1a2b3c.js", { method: "GET" });
    expect(file.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await newBrowser().ask("/assets/gone.js", { method: "GET" })).status).toBe(404);
    expect((await newBrowser().ask("/assets/..%2f..%2findex.html", { method: "GET" })).text).not.toContain("<html>");
    expect((await newBrowser().ask("/", { method: "POST" })).status).toBe(405);
  });

  it("has HSTS on TLS", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record, { onTls: true, trustProxy: 1, loopbackOnly: false });
    expect((await newBrowser().ask("/", { method: "GET" })).headers["strict-transport-security"]).toMatch(/max-age=63072000/);
  });
});

describe("a proxy in front", () => {
  it("is believed only when named: the address a limit counts is not the caller's to choose", async () => {
    const record = await openRecord();
    await record.asNobody.practice.setUp(OWNER);
    for (const [trustProxy, last] of [
      [null, 429],
      [1, 401],
    ] as const) {
      const { newBrowser } = await serve(record, { trustProxy });
      const statuses: number[] = [];
      for (let guess = 0; guess < 31; guess += 1) {
        const answer = await newBrowser().ask("/api/access/sign-in", {
          body: { email: `clinician${guess}@willow.test`, password: "guess number one" },
          headers: { "x-forwarded-for": `10.0.0.${guess}` },
        });
        statuses.push(answer.status);
      }
      expect(statuses.at(-1)).toBe(last);
    }
  });
});
