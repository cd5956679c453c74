import { describe, expect, it } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { openRecord, type TestRecord } from "./harness.ts";
import { OWNER, serve, serveOwner } from "./web.ts";

const MINUTE = 60_000;

const actions = async (record: TestRecord) =>
  (await record.services.database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } })).map((entry) => entry.action);

describe("the idle lock", () => {
  it("closes after 15 minutes without activity, not before, and opens to the password", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    record.clock.forward(15 * MINUTE - 1000);
    expect((await owner.call("practice.me")).status).toBe(200);
    record.clock.forward(15 * MINUTE);
    expect((await owner.call("practice.me")).json.error.data.refusal).toEqual({ code: "locked" });
    expect((await owner.call("practice.me")).json.error.data.refusal).toEqual({ code: "locked" });
    expect((await owner.ask("/api/access/unlock", { body: { password: "not this password" } })).status).toBe(401);
    expect((await owner.call("practice.me")).status).toBe(401);
    expect((await owner.ask("/api/access/unlock", { body: { password: OWNER.password } })).status).toBe(200);
    expect((await owner.call("practice.me")).status).toBe(200);
    expect(await actions(record)).toEqual([
      "practice.set-up",
      "clinician.added",
      "sign-in.begun",
      "sign-in.locked",
      "sign-in.unlock-failed",
      "sign-in.unlocked",
    ]);
  });

  it("keeps the draft that was being typed", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    const opened = await owner.call("cases.open", openHarbor);
    const { caseId } = opened.json.result.data;
    const draft = (await owner.call("drafts.start", { caseId, requestKey: "draft-key-1", corrects: null })).json.result.data;
    const body = { ...draft.body, evidence: "Asked what the sessions are about", noteSections: { free: "He drove her here." } };
    await owner.call("drafts.save", { draftId: draft.id, revision: draft.revision, body, privateNote: "I like him." });
    record.clock.forward(16 * MINUTE);
    const refused = await owner.call("drafts.show", { draftId: draft.id });
    expect(refused.json.error.data.refusal).toEqual({ code: "locked" });
    expect(refused.text).not.toContain("drove");
    await owner.ask("/api/access/unlock", { body: { password: OWNER.password } });
    const kept = (await owner.call("drafts.show", { draftId: draft.id })).json.result.data;
    expect(kept.body.noteSections.free).toBe("He drove her here.");
    expect(kept.privateNote).toBe("I like him.");
  });

  it("counts idleness across a restart of the server", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    record.clock.forward(10 * MINUTE);
    await owner.call("practice.me");
    const restarted = await serve(record);
    const browser = restarted.newBrowser();
    browser.cookies.set("open-chair", owner.cookies.get("open-chair") ?? "");
    record.clock.forward(6 * MINUTE);
    expect((await browser.call("practice.me")).status).toBe(200);
    const again = (await serve(record)).newBrowser();
    again.cookies.set("open-chair", owner.cookies.get("open-chair") ?? "");
    record.clock.forward(15 * MINUTE);
    expect((await again.call("practice.me")).json.error.data.refusal).toEqual({ code: "locked" });
  });

  it("can be closed by hand", async () => {
    const record = await openRecord();
    const { owner, newBrowser } = await serveOwner(record);
    expect((await owner.ask("/api/access/lock")).status).toBe(200);
    expect((await owner.call("cases.list")).json.error.data.refusal).toEqual({ code: "locked" });
    expect((await newBrowser().ask("/api/access/lock")).status).toBe(401);
    expect((await newBrowser().ask("/api/access/unlock", { body: { password: OWNER.password } })).status).toBe(401);
  });
});

const openHarbor = {
  requestKey: "open-key-1",
  label: "Harbor",
  openedOn: "2026-03-03",
  presentingConcern: "He will not come.",
  active: { label: "M.", pronouns: null, contact: null },
  observing: { label: "D.", pronouns: null, contact: null },
  secretsPolicy: "none-stated",
  collateralConsentOn: null,
  nextSessionOn: null,
  nextSessionStart: null,
  goals: [],
  firstObservation: null,
};
