import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ClinicianRole } from "#core/vocabulary/case.ts";
import { hashPassword } from "#server/access/password.ts";
import { readRecoveryKey } from "#server/access/recovery-key.ts";
import { NOBODY } from "#server/database/database.ts";
import { refusalFrom } from "./given.ts";
import { openRecord, TEST_MASTER_KEY } from "./harness.ts";

const PASSWORD = "a quiet chair by the window";

async function openPracticeOf(role: ClinicianRole) {
  const record = await openRecord();
  const clinician = await record.addClinician({ role });
  const { database } = record.services;
  const at = record.clock.now();
  const whose = { accountId: clinician.clinicianId, userId: clinician.clinicianId, providerId: "credential" };
  const data = { id: randomUUID(), ...whose, password: await hashPassword(PASSWORD), createdAt: at, updatedAt: at };
  await database.transaction(NOBODY, (tx) => tx.prisma.credential.create({ data }));
  const trail = async () => (await database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } })).map((entry) => entry.action);
  return { record, clinician, trail };
}

describe("a recovery key that was not written down at set-up", () => {
  it("is shown again to the owner for the password, and the trail says so", async () => {
    const { clinician, trail } = await openPracticeOf("owner");
    const { recoveryKey } = await clinician.api.practice.recoveryKey({ password: PASSWORD });
    expect(readRecoveryKey(recoveryKey)).toEqual(TEST_MASTER_KEY);
    expect(await trail()).toEqual(["recovery-key.shown"]);
  });

  it("stays hidden at a wrong password, and the trail says that too", async () => {
    const { clinician, trail } = await openPracticeOf("owner");
    expect(await refusalFrom(clinician.api.practice.recoveryKey({ password: "not this one" }))).toBe("wrong-password");
    expect(await trail()).toEqual(["recovery-key.wrong-password"]);
  });

  it("is not there for a colleague, even with the right password", async () => {
    const { clinician, trail } = await openPracticeOf("clinician");
    expect(await refusalFrom(clinician.api.practice.recoveryKey({ password: PASSWORD }))).toBe("not-found");
    expect(await trail()).toEqual([]);
  });

  it("is not guessed in one go: ten wrong passwords close it for a quarter of an hour", async () => {
    const { record, clinician } = await openPracticeOf("owner");
    const guesses = Array.from({ length: 12 }, (_, at) => refusalFrom(clinician.api.practice.recoveryKey({ password: `guess ${at}` })));
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer === "wrong-password")).toHaveLength(10);
    expect(await refusalFrom(clinician.api.practice.recoveryKey({ password: PASSWORD }))).toBe("too-many-attempts");
    record.clock.forward(16 * 60_000);
    expect((await clinician.api.practice.recoveryKey({ password: PASSWORD })).recoveryKey).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){13}$/);
  });
});
