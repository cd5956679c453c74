import { describe, expect, it } from "vitest";
import { verifyAudit } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { openRecord, type TestRecord } from "./harness.ts";
import { OWNER, serve, serveOwner, signIn } from "./web.ts";

const MINUTE = 60_000;

async function trail(record: TestRecord): Promise<{ action: string; actorId: string | null; objectId: string | null }[]> {
  return record.services.database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } });
}
const actions = async (record: TestRecord) => (await trail(record)).map((entry) => entry.action);

describe("setting up", () => {
  it("makes the practice and its owner once, and shows the recovery key once", async () => {
    const record = await openRecord();
    expect(await record.asNobody.practice.state()).toEqual({ state: "needs-set-up" });
    const shown = await record.asNobody.practice.setUp(OWNER);
    expect(shown.recoveryKey).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
    expect(await record.asNobody.practice.state()).toEqual({ state: "ready" });
    await expect(record.asNobody.practice.setUp({ ...OWNER, email: "second@willow.test" })).rejects.toThrow("already-set-up");
    expect(await actions(record)).toEqual(["practice.set-up", "clinician.added"]);
  });

  it("makes one practice of two browsers that set up at the same moment", async () => {
    const record = await openRecord();
    const both = await Promise.allSettled([
      record.asNobody.practice.setUp(OWNER),
      record.asNobody.practice.setUp({ ...OWNER, email: "second@willow.test" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await record.services.database.read(NOBODY).prisma.practice.count()).toBe(1);
    expect(await record.services.database.read(NOBODY).prisma.clinician.count()).toBe(1);
  });

  it.each(["passwordpassword", "Password-1234", "aaaaaaaaaaaaaaaa", "ines@willow.test", "Willow Street"])(
    "refuses a password a guesser tries first: %s",
    async (password) => {
      const record = await openRecord();
      await expect(record.asNobody.practice.setUp({ ...OWNER, password })).rejects.toThrow("weak-password");
      expect(await record.services.database.read(NOBODY).prisma.practice.count()).toBe(0);
    },
  );

  it("refuses fewer than 12 characters, at the field", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    const answer = await newBrowser().call("practice.setUp", { ...OWNER, password: "eleven char" });
    expect(answer.json.error.data.refusal).toMatchObject({ code: "bad-input", field: "password" });
    expect(answer.text).not.toContain("eleven char");
  });

  it("refuses a time zone that does not exist, at its field", async () => {
    const record = await openRecord();
    await expect(record.asNobody.practice.setUp({ ...OWNER, timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      cause: { refusal: { refused: "bad-input", field: "timeZone" } },
    });
  });
});

describe("signing in", () => {
  it("answers with a cookie that scripts and other sites never see, and opens the API", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    await record.asNobody.practice.setUp(OWNER);
    const browser = newBrowser();
    expect((await browser.call("practice.me")).json.error.data.refusal).toEqual({ code: "not-signed-in" });
    const answer = await signIn(browser, { email: "INES@Willow.test" });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({});
    const [cookie = ""] = answer.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^open-chair=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Max-Age=43200/i);
    expect(cookie).toMatch(/Path=\//i);
    expect((await browser.call("practice.me")).json.result.data.email).toBe(OWNER.email);
  });

  it("pins the cookie to the host and to TLS when TLS stands in front", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record, { onTls: true, trustProxy: 1, loopbackOnly: false });
    await record.asNobody.practice.setUp(OWNER);
    const [cookie = ""] = (await signIn(newBrowser())).headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-open-chair=/);
    expect(cookie).toMatch(/Secure/);
  });

  it("answers an unknown e-mail as it answers a wrong password", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    await record.asNobody.practice.setUp(OWNER);
    const browser = newBrowser();
    const wrong = await signIn(browser, { password: "not this password" });
    const unknown = await signIn(browser, { email: "nobody@willow.test" });
    const nonsense = await browser.ask("/api/access/sign-in", { body: { email: 7 } });
    for (const answer of [wrong, unknown, nonsense]) {
      expect(answer.status).toBe(401);
      expect(answer.json).toEqual({ refusal: { code: "wrong-email-or-password" } });
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  it("does not take a cookie that was not signed here, or is another's token", async () => {
    const record = await openRecord();
    const { owner, newBrowser } = await serveOwner(record);
    const signed = owner.cookies.get("open-chair") ?? "";
    const token = decodeURIComponent(signed).split(".")[0] ?? "";
    const { id } = await record.services.database.read(NOBODY).prisma.signIn.findFirstOrThrow();
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `${id}.${signed.split(".")[1]}`, `x${signed}`, "%E0%A4%A", `${signed.slice(0, -8)}`]) {
      const stranger = newBrowser();
      stranger.cookies.set("open-chair", forged);
      expect((await stranger.call("practice.me")).json.error.data.refusal.code, forged).toBe("not-signed-in");
    }
  });

  it("ends the sign-in a browser had when it signs in anew", async () => {
    const record = await openRecord();
    const { owner, newBrowser } = await serveOwner(record);
    const copied = newBrowser();
    copied.cookies.set("open-chair", owner.cookies.get("open-chair") ?? "");
    await signIn(owner);
    expect((await owner.call("practice.me")).status).toBe(200);
    expect((await copied.call("practice.me")).status).toBe(401);
  });
});

describe("guessing", () => {
  it("is stopped after ten wrong passwords, for that account alone", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    await record.asNobody.practice.setUp(OWNER);
    const browser = newBrowser();
    for (let guess = 0; guess < 10; guess += 1) expect((await signIn(browser, { password: `guess number ${guess}` })).status).toBe(401);
    const stopped = await signIn(browser);
    expect(stopped.status).toBe(429);
    expect(stopped.json).toEqual({ refusal: { code: "too-many-attempts" } });
    // Another spelling of the same account is the same account.
    expect((await signIn(browser, { email: " INES@willow.test" })).status).toBe(429);
    expect((await signIn(browser, { email: "someone@else.test" })).status).toBe(401);
  });

  it("is stopped after thirty from one address, whatever the accounts", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    const browser = newBrowser();
    const statuses: number[] = [];
    for (let guess = 0; guess < 31; guess += 1) statuses.push((await signIn(browser, { email: `clinician${guess}@willow.test` })).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses[30]).toBe(429);
  });

  it("does not count right passwords", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    await record.asNobody.practice.setUp(OWNER);
    const browser = newBrowser();
    for (let round = 0; round < 12; round += 1) expect((await signIn(browser)).status).toBe(200);
  });

  it("is not multiplied by a batch: sign-in is no call of the batched endpoint, and a batch has at most ten", async () => {
    const record = await openRecord();
    const { newBrowser } = await serve(record);
    await record.asNobody.practice.setUp(OWNER);
    const browser = newBrowser();
    const guesses = Array.from({ length: 10 }, (_, at) => ({ email: OWNER.email, password: `guess number ${at}` }));
    const asArray = await browser.ask("/api/access/sign-in", { body: guesses });
    expect(asArray.status).toBe(401);
    const batched = await browser.ask(`/api/trpc/${Array(2500).fill("access.signIn").join(",")}?batch=1`, { body: {} });
    expect(batched.status).toBeGreaterThanOrEqual(400);
    const eleven = await browser.ask(`/api/trpc/${Array(11).fill("practice.state").join(",")}?batch=1`, { body: {} });
    expect(eleven.status).toBe(400);
    const ten = await browser.ask(`/api/trpc/${Array(10).fill("practice.state").join(",")}?batch=1`, { body: {} });
    expect(ten.status).toBe(200);
    expect((await actions(record)).filter((action) => action === "sign-in.failed")).toHaveLength(0);
  });

  it("through unlock is stopped after ten, for that sign-in alone", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    await owner.ask("/api/access/lock");
    for (let guess = 0; guess < 10; guess += 1) {
      const answer = await owner.ask("/api/access/unlock", { body: { password: `guess number ${guess}` } });
      expect(answer.json).toEqual({ refusal: { code: "wrong-password", field: "password" } });
    }
    expect((await owner.ask("/api/access/unlock", { body: { password: OWNER.password } })).status).toBe(429);
    expect((await signIn(owner)).status).toBe(200);
  });

  it("by somebody who knows the e-mail does not keep a signed-in clinician behind their own lock", async () => {
    const record = await openRecord();
    const { owner, newBrowser } = await serveOwner(record);
    await owner.ask("/api/access/lock");
    const stranger = newBrowser();
    // From the same address, too: past the limit of the account and past the limit of the address.
    for (let guess = 0; guess < 35; guess += 1) await signIn(stranger, { password: `guess number ${guess}` });
    expect((await signIn(stranger, { password: "one more" })).status).toBe(429);
    for (let guess = 0; guess < 35; guess += 1) {
      const answer = await stranger.ask("/api/access/unlock", { body: { password: `guess number ${guess}` } });
      expect(answer.status).toBe(401);
      expect(answer.json).toEqual({ refusal: { code: "not-signed-in" } });
    }
    expect((await owner.ask("/api/access/unlock", { body: { password: OWNER.password } })).status).toBe(200);
    expect((await owner.call("practice.me")).status).toBe(200);
  });
});

describe("a sign-in", () => {
  it("ends 12 hours after it began, however busy", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    for (let at = 10; at < 12 * 60; at += 10) {
      record.clock.forward(10 * MINUTE);
      expect((await owner.call("practice.me")).status, `after ${at} minutes`).toBe(200);
    }
    record.clock.forward(10 * MINUTE);
    expect((await owner.call("practice.me")).json.error.data.refusal).toEqual({ code: "not-signed-in" });
    expect((await owner.ask("/api/access/unlock", { body: { password: OWNER.password } })).status).toBe(401);
  });

  it("ends at sign-out: the cookie opens nothing any more and the browser is told to clear itself", async () => {
    const record = await openRecord();
    const { owner, newBrowser } = await serveOwner(record);
    const copied = newBrowser();
    copied.cookies.set("open-chair", owner.cookies.get("open-chair") ?? "");
    const answer = await owner.ask("/api/access/sign-out");
    expect(answer.headers["clear-site-data"]).toBe('"cache", "cookies", "storage"');
    expect(owner.cookies.size).toBe(0);
    expect((await copied.call("practice.me")).json.error.data.refusal).toEqual({ code: "not-signed-in" });
    expect(await record.services.database.read(NOBODY).prisma.signIn.count()).toBe(0);
    expect((await owner.ask("/api/access/sign-out")).status).toBe(200);
  });

  it("leaves its marks in the trail, without an e-mail in them", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    await signIn(owner, { password: "not this password" });
    await signIn(owner, { email: "typed-my-secret-here@willow.test" });
    await owner.ask("/api/access/lock");
    await owner.ask("/api/access/unlock", { body: { password: OWNER.password } });
    await owner.ask("/api/access/sign-out");
    const rows = await trail(record);
    expect(rows.slice(2).map((row) => row.action)).toEqual([
      "sign-in.begun",
      "sign-in.failed",
      "sign-in.failed",
      "sign-in.locked",
      "sign-in.unlocked",
      "sign-in.ended",
    ]);
    expect(rows[3]?.objectId).toMatch(/^[0-9a-f-]{36}$/);
    expect(rows[4]?.objectId).toBeNull();
    expect(JSON.stringify(rows)).not.toContain("willow");
    expect(JSON.stringify(rows)).not.toContain("secret");
    const verdict = await verifyAudit(record.services.database, record.services.keys.audit);
    expect(verdict).toEqual({ sound: true, entries: 8 });
  });
});
