import { describe, expect, it } from "vitest";
import { hashPassword } from "#server/access/password.ts";
import { verifyAudit } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { appRouter } from "#server/http/app-router.ts";
import { createCallerFactory } from "#server/http/trpc.ts";
import { times } from "../campaign.ts";
import { givenCase } from "./given.ts";
import { RACES } from "./given-races.ts";
import { openRecord } from "./harness.ts";
import { interleaving } from "./interleaving.ts";
import type { Race } from "./race.ts";
import { valuesOf } from "./rows.ts";

async function run(race: Race, { seed, locks }: { seed: number; locks: "respected" | "ignored" }) {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  const windows = await race.windows({ record, me, caseId });
  const database = interleaving(record.services.database, { parties: windows.length, seed, locks });
  const api = createCallerFactory(appRouter)({ services: { ...record.services, database }, who: me.scope, locked: false });
  const answers = await Promise.allSettled(windows.map((window) => window(api)));
  const [statement, value] = race.holds;
  const [found] = await valuesOf<number>(record.services.database, statement);
  const faults = answers.flatMap((answer) => (answer.status === "rejected" && isFault(answer.reason) ? [String(answer.reason.cause)] : []));
  return { record, holds: found === value, found, faults, answers };
}

/** A refusal says its code; anything else is a fault of ours. */
function isFault(reason: { readonly cause?: { readonly refusal?: unknown } }): boolean {
  return reason.cause?.refusal === undefined;
}

const SEEDS = Array.from({ length: times({ usual: 6, campaign: 60 }) }, (_, seed) => seed + 1);
const MANY_SEEDS = Array.from({ length: 30 }, (_, seed) => seed + 1);

describe("two windows at once, in whatever order their statements run", () => {
  it.each(RACES)("$name", async (race) => {
    for (const seed of SEEDS) {
      const { record, holds, found, faults } = await run(race, { seed, locks: "respected" });
      expect({ seed, holds, found, faults }).toEqual({ seed, holds: true, found, faults: [] });
      expect(await verifyAudit(record.services.database, record.services.keys.audit)).toMatchObject({ sound: true });
    }
  });

  it("count every wrong password for the recovery key, and no more than ten are tried", async () => {
    const record = await openRecord();
    const me = await record.addClinician({ role: "owner" });
    const at = record.clock.now();
    const credential = { id: newId(), accountId: me.clinicianId, userId: me.clinicianId, providerId: "credential", createdAt: at, updatedAt: at };
    const password = await hashPassword("a quiet chair by the window");
    await record.services.database.transaction(NOBODY, (tx) => tx.prisma.credential.create({ data: { ...credential, password } }));
    const database = interleaving(record.services.database, { parties: 12, seed: 7 });
    const api = createCallerFactory(appRouter)({ services: { ...record.services, database }, who: me.scope, locked: false });
    const guesses = Array.from({ length: 12 }, () => api.practice.recoveryKey({ password: "a wrong password" }).catch(() => undefined));
    await Promise.all(guesses);
    const tried = await valuesOf(record.services.database, `SELECT COUNT(*) FROM "audit_entry" WHERE "action" = 'recovery-key.wrong-password'`);
    expect(tried).toEqual([10]);
  });
});

describe("the races themselves", () => {
  it.each(RACES.filter(({ by }) => by === "lock"))("would be lost without the lock: $name", async (race) => {
    for (const seed of MANY_SEEDS) {
      if (!(await run(race, { seed, locks: "ignored" })).holds) return;
    }
    expect.unreachable("no order of the statements broke it: what holds it is not the lock");
  });

  it.each(RACES.filter(({ by }) => by === "statement"))("are won by the statement, without any lock: $name", async (race) => {
    for (const seed of SEEDS) expect(await run(race, { seed, locks: "ignored" })).toMatchObject({ holds: true });
  });
});
