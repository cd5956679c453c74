import type { SetUpAnswer } from "#core/contracts/practice.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { verifyPassword } from "#server/access/password.ts";
import { writeRecoveryKey } from "#server/access/recovery-key.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import type { Reader } from "#server/database/database.ts";
import { sql } from "#server/database/sql.ts";
import { readKeyFile } from "#server/keys/keys.ts";
import type { Services } from "#server/process/services.ts";

const WINDOW_MS = 15 * 60_000;
/** As many as unlock allows. */
const WRONG_PASSWORDS = 10;
const SHOWN = "recovery-key.shown";
const WRONG = "recovery-key.wrong-password";

/**
 * The recovery key once more, to the practice's owner who gives the password again. Counted, checked and noted in one
 * transaction: a batch of guesses waits in line, and each finds the ones before it in the trail.
 */
export async function showRecoveryKey(services: Services, scope: ClinicianScope, password: string): Promise<SetUpAnswer | Refusal> {
  if (scope.role !== "owner") return refuse("not-found");
  const done = await auditedWrite(services, { actor: scope }, async (tx, note) => {
    await tx.lock({ kind: "clinician", id: scope.clinicianId });
    const since = new Date(services.now().getTime() - WINDOW_MS);
    if ((await wrongSince(tx, scope, since)) >= WRONG_PASSWORDS) return refuse("too-many-attempts");
    const isTheirs = await isPasswordOf(tx, scope, password);
    note({ action: isTheirs ? SHOWN : WRONG, objectType: "practice", objectId: scope.practiceId });
    // A refusal would roll its own entry back.
    return { isTheirs };
  });
  if (isRefusal(done)) return done;
  if (!done.isTheirs) return refuse("wrong-password", "password");
  return { recoveryKey: writeRecoveryKey(readKeyFile(services.keyFile)), keyFile: services.keyFile };
}

async function wrongSince(reader: Reader, scope: ClinicianScope, since: Date): Promise<number> {
  const [row] = await reader.query<{ wrong: number }>(sql`
    SELECT COUNT(*) AS "wrong" FROM "audit_entry"
    WHERE "practiceId" = ${scope.practiceId} AND "actorId" = ${scope.clinicianId} AND "action" = 'recovery-key.wrong-password' AND "at" > ${since.toISOString()}`);
  return Number(row?.wrong);
}

async function isPasswordOf(reader: Reader, scope: ClinicianScope, password: string): Promise<boolean> {
  const credential = await reader.prisma.credential.findFirst({ where: { userId: scope.clinicianId, providerId: "credential" } });
  return typeof credential?.password === "string" && verifyPassword({ hash: credential.password, password });
}
