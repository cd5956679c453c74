import { describe, expect, it } from "vitest";
import { dayIn } from "#core/day.ts";
import { verifyAudit } from "#server/audit.ts";
import { fillSamplePractice } from "#sample/fill.ts";
import { openRecord, TEST_TIME_ZONE } from "./harness.ts";

async function givenSample(moment?: string) {
  const record = await openRecord(moment === undefined ? {} : { moment });
  const clinician = await record.addClinician({ role: "owner" });
  const today = dayIn(record.clock.now(), TEST_TIME_ZONE);
  const before = performance.now();
  await fillSamplePractice(record.services, { practiceId: clinician.practiceId, clinicianId: clinician.clinicianId, today });
  return { ...record, clinician, today, tookMs: performance.now() - before };
}

describe("the sample practice in the record", () => {
  it("is filled within three seconds and its trail verifies", async () => {
    const { services, tookMs } = await givenSample();
    console.log(tookMs);
    expect(tookMs).toBeLessThan(3_000);
    expect(await services.database.alone((handle) => verifyAudit(handle, services.keys.audit))).toMatchObject({ sound: true });
  });
});
