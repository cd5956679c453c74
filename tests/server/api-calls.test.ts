import { describe, expect, it } from "vitest";
import { openRecord } from "./harness.ts";
import { change } from "./rows.ts";
import { serve, serveOwner } from "./web.ts";

const missing = { caseId: "nobody's" };

describe("a call of the API", () => {
  it("is answered alone, a batch in the order asked, each with its own input", async () => {
    const { owner } = await serveOwner(await openRecord());
    const alone = await owner.call("practice.me");
    expect([alone.status, alone.json.result.data.email]).toEqual([200, "ines@willow.test"]);
    const batch = await owner.ask("/api/trpc/caseload.read,practice.me?batch=1");
    expect([batch.status, batch.json.length]).toEqual([200, 2]);
    expect(batch.json[1]).toEqual(alone.json);
    const edited = await owner.ask("/api/trpc/cases.show,cases.show?batch=1", { body: { 0: missing, 1: { caseId: 7 } } });
    expect(edited.json.map((each: { error: { message: string } }) => each.error.message)).toEqual(["not-found", "bad-input"]);
  });

  it("has the status of its refusal, and 207 in a batch whose calls went differently", async () => {
    const { owner } = await serveOwner(await openRecord());
    expect((await owner.call("cases.show", missing)).status).toBe(404);
    expect((await owner.ask("/api/trpc/cases.show,cases.show?batch=1", { body: { 0: missing, 1: missing } })).status).toBe(404);
    const mixed = await owner.ask("/api/trpc/cases.show,practice.me?batch=1", { body: { 0: missing } });
    expect(mixed.status).toBe(207);
    expect(mixed.json[0].error.data).toEqual({ code: "NOT_FOUND", httpStatus: 404, path: "cases.show", refusal: { code: "not-found" } });
    expect(mixed.json[1].result.data.email).toBe("ines@willow.test");
  });

  it("that does not exist is not found, whatever it is called", async () => {
    const { owner } = await serveOwner(await openRecord());
    for (const name of ["", "no.such", "constructor", "__proto__", "_def", "practice", "practice.me,practice.me"]) {
      const answer = await owner.call(name, {});
      expect([answer.status, answer.json.error.message], name).toEqual([404, "fault"]);
    }
  });

  it("of a batch that is no list of inputs is refused, one and all", async () => {
    const { owner } = await serveOwner(await openRecord());
    for (const body of ["[]", "3", "null", '{"0":']) {
      const answer = await owner.ask("/api/trpc/cases.show,cases.show?batch=1", { body });
      expect([answer.status, answer.json.length], body).toEqual([400, 2]);
    }
  });

  it("of nobody is refused before its input is looked at", async () => {
    const record = await openRecord();
    const browser = (await serve(record)).newBrowser();
    const answer = await browser.ask("/api/trpc/cases.show", { body: "{" });
    expect([answer.status, answer.json.error.message]).toEqual([401, "not-signed-in"]);
    expect(record.logLines).toEqual([]);
  });

  it("whose sign-in cannot be looked up is told of a fault in the same shape", async () => {
    const record = await openRecord();
    const { owner } = await serveOwner(record);
    await change(record.services.database, `ALTER TABLE "sign_in" RENAME TO "sign_in_gone"`);
    const answer = await owner.call("practice.me");
    expect([answer.status, answer.json.error.message, answer.json.error.data.refusal]).toEqual([500, "fault", null]);
  });
});
