import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { OpenCase } from "#core/contracts/case.ts";
import { LogSession } from "#core/contracts/session.ts";
import { NOBODY } from "#server/database/database.ts";
import { SealBroken } from "#server/keys/seal.ts";
import { wholeSession } from "../faults/server-process.ts";
import { openRecord, type TestRecord } from "./harness.ts";

const WORDS = "I like him more than I should; watch that.";

async function caseWithPrivateNote(record: TestRecord) {
  const ines = await record.addClinician();
  const { caseId } = await ines.api.cases.open(HARBOR);
  const { sessionId } = await ines.api.sessions.log({ ...wholeSession(caseId), privateNote: WORDS });
  return { ines, caseId, sessionId };
}

describe("a private note", () => {
  it("is not in the session, a draft's list or the timeline, only said to be there", async () => {
    const record = await openRecord();
    const { ines, caseId, sessionId } = await caseWithPrivateNote(record);
    const views = [
      await ines.api.sessions.show({ caseId, sessionId }),
      await ines.api.cases.show({ caseId }),
      await ines.api.timeline.read({ caseId }),
      await ines.api.caseload.read(),
    ];
    expect(JSON.stringify(views)).not.toContain("watch that");
    expect(JSON.stringify(views[0])).toContain('"hasPrivateNote":true');
  });

  it("cannot be guessed at from the digest that a retry is recognised by: that needs the key", async () => {
    const record = await openRecord();
    const ines = await record.addClinician();
    const { caseId } = await ines.api.cases.open(HARBOR);
    const input = { ...wholeSession(caseId), privateNote: WORDS };
    const first = await ines.api.sessions.log(input);
    expect(await ines.api.sessions.log(input)).toEqual(first);
    const row = await record.services.database.read(NOBODY).prisma.idempotencyKey.findFirstOrThrow({ where: { key: input.requestKey } });
    // Somebody with the open database and a guess at the words has the rest of the request from the record.
    const parsed = LogSession.parse(input);
    expect(row.action).toBe("session.logged");
    const bare = [input, parsed, { ...parsed, caseId }].map((body) => createHash("sha256").update(JSON.stringify(body)).digest("hex"));
    expect(bare).not.toContain(row.bodyHash);
    const right = createHmac("sha256", record.services.keys.audit)
      .update(`wish\n${JSON.stringify(parsed)}`)
      .digest("hex");
    expect(row.bodyHash).toBe(right);
  });

  it("is read by name, and each reading stands in the trail", async () => {
    const record = await openRecord();
    const { ines, caseId, sessionId } = await caseWithPrivateNote(record);
    const readings = () => record.services.database.read(NOBODY).prisma.auditEntry.findMany({ where: { action: "private-note.read" } });
    expect(await readings()).toHaveLength(0);
    expect(await ines.api.privateNotes.read({ caseId, sessionId, version: 1 })).toEqual({ text: WORDS });
    await ines.api.privateNotes.read({ caseId, sessionId, version: 1 });
    const [first, second] = await readings();
    expect(second).toBeDefined();
    expect(first).toMatchObject({ actorId: ines.clinicianId, caseId, objectType: "occasion" });
  });

  it("is not found by another clinician, in another case, or in a version that does not exist; nothing is noted as read", async () => {
    const record = await openRecord();
    const { ines, caseId, sessionId } = await caseWithPrivateNote(record);
    const colleague = await record.addClinician();
    const elm = await ines.api.cases.open({ ...HARBOR, requestKey: "open-key-2", label: "Elm" });
    await expect(colleague.api.privateNotes.read({ caseId, sessionId, version: 1 })).rejects.toThrow("not-found");
    await expect(ines.api.privateNotes.read({ caseId: elm.caseId, sessionId, version: 1 })).rejects.toThrow("not-found");
    await expect(ines.api.privateNotes.read({ caseId, sessionId, version: 2 })).rejects.toThrow("not-found");
    await expect(ines.lockedApi.privateNotes.read({ caseId, sessionId, version: 1 })).rejects.toThrow("locked");
    expect(await record.services.database.read(NOBODY).prisma.auditEntry.count({ where: { action: "private-note.read" } })).toBe(0);
  });

  it("stays sealed to whoever opens the database with its key", async () => {
    const record = await openRecord();
    await caseWithPrivateNote(record);
    const [row] = await record.services.database.read(NOBODY).prisma.privateNote.findMany();
    expect(JSON.stringify(row)).not.toContain("watch");
    expect(Buffer.from(row?.sealed ?? "", "base64url").includes("watch")).toBe(false);
  });

  it("does not open after it was swapped with another session's, and says no word of it", async () => {
    const record = await openRecord();
    const { ines, caseId, sessionId } = await caseWithPrivateNote(record);
    await ines.api.sessions.log({ ...wholeSession(caseId), privateNote: "Another hour's words." });
    const rows = await record.services.database.read(NOBODY).prisma.privateNote.findMany();
    const [one, other] = rows;
    if (!one || !other) throw new Error("two private notes were written");
    await record.services.database.transaction(ines.scope, async ({ prisma }) => {
      await prisma.privateNote.updateMany({ where: { id: one.id }, data: { sealed: other.sealed } });
      await prisma.privateNote.updateMany({ where: { id: other.id }, data: { sealed: one.sealed } });
    });
    const refused = await ines.api.privateNotes.read({ caseId, sessionId, version: 1 }).catch((fault: unknown) => fault);
    expect((refused as { cause?: unknown }).cause).toBeInstanceOf(SealBroken);
    expect(record.logLines.join("")).toContain("seal-broken");
    expect(record.logLines.join("")).not.toContain("watch");
  });
});

const partner = { label: "M.", pronouns: null, contact: null };
const HARBOR: OpenCase = {
  requestKey: "open-key-1",
  label: "Harbor",
  openedOn: "2026-03-03",
  presentingConcern: "",
  active: partner,
  observing: { ...partner, label: "D." },
  secretsPolicy: "none-stated",
  collateralConsentOn: null,
  nextSessionOn: null,
  nextSessionStart: null,
  goals: [],
  firstObservation: null,
};
