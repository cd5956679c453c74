import type { SetUp, SetUpAnswer } from "#core/contracts/practice.ts";
import { dayIn } from "#core/day.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { hashPassword, weaknessOf } from "#server/access/password.ts";
import { writeRecoveryKey } from "#server/access/recovery-key.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { readKeyFile } from "#server/keys/keys.ts";
import { faultCode } from "#server/process/log.ts";
import type { Services } from "#server/process/services.ts";
import { createPractice, hasPractice, isTimeZone } from "./store.ts";

/**
 * First run: the practice, its owner and what the owner signs in with, in one transaction, only where there is none yet.
 * The recovery key is in this answer; later its owner is shown it again for the password (recovery-key).
 */
export async function setUp(services: Services, input: SetUp): Promise<SetUpAnswer | Refusal> {
  if (await hasPractice(services.database.read(NOBODY))) return refuse("already-set-up");
  if (!isTimeZone(input.timeZone)) return refuse("bad-input", "timeZone");
  const email = input.email.toLowerCase();
  const weak = weaknessOf(input.password, { email, practiceName: input.practiceName });
  if (weak) return weak;

  const [practiceId, clinicianId] = [newId(), newId()];
  const recoveryKey = writeRecoveryKey(readKeyFile(services.keyFile));
  const passwordHash = await hashPassword(input.password);
  const isSample = input.opening === "sample";
  const { practiceName, timeZone, clinicianName } = input;
  const done = await auditedWrite(services, { actor: { clinicianId, practiceId } }, async (tx, note) => {
    // Again, inside and alone: two browsers may set up at once.
    await tx.lock({ kind: "practice", id: "" });
    if (await hasPractice(tx)) return refuse("already-set-up");
    const at = services.now();
    await createPractice(tx, { practiceId, clinicianId, practiceName, timeZone, isSample, clinicianName, email, passwordHash, at });
    note({ action: "practice.set-up", objectType: "practice", objectId: practiceId });
    note({ action: "clinician.added", objectType: "clinician", objectId: clinicianId });
    return {};
  });
  if (isRefusal(done)) return done;
  if (isSample) await fillWithSample(services, { practiceId, clinicianId, today: dayIn(services.now(), timeZone) });
  return { recoveryKey, keyFile: services.keyFile };
}

/** The practice stands already and its recovery key must still be shown: an empty caseload is the lesser harm. */
async function fillWithSample(services: Services, whose: { practiceId: string; clinicianId: string; today: string }): Promise<void> {
  try {
    const { fillSamplePractice } = await import("#sample/fill.ts");
    await fillSamplePractice(services, whose);
  } catch (fault) {
    services.log.error({ event: "sample-not-filled", practiceId: whose.practiceId, code: faultCode(fault) });
  }
}
