import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ClinicianRole } from "#core/vocabulary/case.ts";
import { type ClinicianScope, mintClinicianScope } from "#server/access/scope.ts";
import { NOBODY } from "#server/database/database.ts";
import { openDatabase } from "#server/database/open.ts";
import { appRouter } from "#server/http/app-router.ts";
import { createCallerFactory } from "#server/http/trpc.ts";
import { deriveKeys, writeKeyFile } from "#server/keys/keys.ts";
import { createLog } from "#server/process/log.ts";
import type { Services } from "#server/process/services.ts";

/** A real, migrated, encrypted record of its own for one test; closed and removed when the test ends. */
export interface TestRecord {
  readonly services: Services;
  readonly folder: string;
  readonly clock: TestClock;
  /** Every line the log wrote. */
  readonly logLines: string[];
  addPractice(given?: Partial<{ name: string; timeZone: string }>): Promise<string>;
  /** Adds a clinician (to the first practice, made when there is none) with a caller of the whole API. */
  addClinician(given?: Partial<{ practiceId: string; name: string; email: string; role: ClinicianRole }>): Promise<TestClinician>;
  /** The API as somebody who is not signed in. */
  readonly asNobody: ApiCaller;
}

export interface TestClinician {
  readonly clinicianId: string;
  readonly practiceId: string;
  readonly scope: ClinicianScope;
  readonly api: ApiCaller;
  /** The API as this clinician finds it when the idle lock has closed. */
  readonly lockedApi: ApiCaller;
}

export type ApiCaller = ReturnType<typeof appRouter.createCaller>;

export interface TestClock {
  readonly now: () => Date;
  set(moment: string): void;
  forward(ms: number): void;
}

export const TEST_MASTER_KEY = Buffer.alloc(32, 7);
export const TEST_TIME_ZONE = "America/New_York";
/** A Monday, 10:00 in New York. */
export const TEST_MOMENT = "2026-03-09T14:00:00.000Z";

let template: Promise<string> | undefined;

/** The migrated file that each test copies: migrating anew would be most of a short test. */
function migratedTemplate(): Promise<string> {
  template ??= (async () => {
    const file = join(mkdtempSync(join(tmpdir(), "open-chair-template-")), "record.sqlite");
    const database = await openDatabase({ file, key: deriveKeys(TEST_MASTER_KEY).database });
    await database.close();
    return file;
  })();
  return template;
}

export function createClock(moment = TEST_MOMENT): TestClock {
  let at = Date.parse(moment);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = Date.parse(next);
    },
    forward: (ms) => {
      at += ms;
    },
  };
}

/** Opens a record for the running test. `moment` is where its clock stands (an ISO time). */
export async function openRecord({
  moment = TEST_MOMENT,
  onStatement,
}: {
  moment?: string;
  /** Receives every statement that the database runs. */
  onStatement?: (text: string) => void;
} = {}): Promise<TestRecord> {
  const folder = mkdtempSync(join(tmpdir(), "open-chair-test-"));
  const file = join(folder, "data.sqlite");
  copyFileSync(await migratedTemplate(), file);
  const keys = deriveKeys(TEST_MASTER_KEY);
  const database = await openDatabase({ file, key: keys.database, ...(onStatement ? { onStatement } : {}) });
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const clock = createClock(moment);
  const logLines: string[] = [];
  const services: Services = {
    database,
    keys,
    keyFile: writeKeyFile(join(folder, "keys"), randomUUID(), TEST_MASTER_KEY),
    now: clock.now,
    log: createLog({ write: (line) => void logLines.push(line) }),
  };
  const callerFor = createCallerFactory(appRouter);
  let firstPractice: string | undefined;

  const addPractice: TestRecord["addPractice"] = async (given) => {
    const id = randomUUID();
    firstPractice ??= id;
    const data = { id, name: given?.name ?? "Willow Street", timeZone: given?.timeZone ?? TEST_TIME_ZONE, createdAt: clock.now() };
    await database.transaction(NOBODY, (tx) => tx.prisma.practice.create({ data }));
    return id;
  };

  const addClinician: TestRecord["addClinician"] = async (given) => {
    const practiceId = given?.practiceId ?? firstPractice ?? (await addPractice());
    const clinicianId = randomUUID();
    const role = given?.role ?? "clinician";
    const data = {
      id: clinicianId,
      practiceId,
      name: given?.name ?? "Dr. Ines Okafor",
      email: given?.email ?? `${clinicianId}@practice.test`,
      role,
      createdAt: clock.now(),
      updatedAt: clock.now(),
    };
    await database.transaction(NOBODY, (tx) => tx.prisma.clinician.create({ data }));
    const { timeZone } = await database.read(NOBODY).prisma.practice.findUniqueOrThrow({ where: { id: practiceId } });
    const scope = mintClinicianScope({ clinicianId, practiceId, role, timeZone, signInId: randomUUID() });
    return {
      clinicianId,
      practiceId,
      scope,
      api: callerFor({ services, who: scope, locked: false }),
      lockedApi: callerFor({ services, who: scope, locked: true }),
    };
  };

  return { services, folder, clock, logLines, addPractice, addClinician, asNobody: callerFor({ services, who: null, locked: false }) };
}
