import type { CaseStatus, ClinicianRole } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { sql } from "#server/database/sql.ts";

declare const proven: unique symbol;

/** Proof that somebody signed in, and who. Only `mintClinicianScope` makes one. */
export interface ClinicianScope {
  readonly [proven]: "clinician";
  readonly clinicianId: string;
  readonly practiceId: string;
  readonly role: ClinicianRole;
  readonly timeZone: string;
  readonly signInId: string;
}

/** Proof that a case is this clinician's own. Every store that touches a case asks for it. */
export interface CaseScope extends ClinicianScope {
  readonly caseId: string;
  readonly status: CaseStatus;
  /** Whom every observation of this case is about. */
  readonly observingPartnerId: string;
}

export interface SignInFacts {
  readonly clinicianId: string;
  readonly practiceId: string;
  readonly role: ClinicianRole;
  readonly timeZone: string;
  readonly signInId: string;
}

/** The one mint of a clinician's scope: from a sign-in that was just verified, or from a command run on the machine itself. */
export function mintClinicianScope(facts: SignInFacts): ClinicianScope {
  return facts as ClinicianScope;
}

/** The one mint of a case's scope. Another clinician's case, another practice's and none at all are the same: not found. */
export async function mintCaseScope(reader: Reader, scope: ClinicianScope, caseId: string): Promise<CaseScope | Refusal> {
  const [row] = await reader.query<{ status: CaseStatus; observingPartnerId: string }>(sql`
    SELECT c."status", p."id" AS "observingPartnerId"
    FROM "couple_case" c JOIN "partner" p ON p."practiceId" = c."practiceId" AND p."caseId" = c."id" AND p."seat" = 'observing'
    WHERE c."practiceId" = ${scope.practiceId} AND c."id" = ${caseId} AND c."clinicianId" = ${scope.clinicianId}`);
  return row ? { ...scope, ...row, caseId } : refuse("not-found");
}

/**
 * The scope of a case that a transaction is going to change, with its status as it is now. No other transaction changes the case
 * before this one ends, so that what is checked here still holds when it is written.
 */
export async function lockCase(tx: Tx, scope: ClinicianScope, caseId: string): Promise<CaseScope | Refusal> {
  await tx.lock({ kind: "case", id: caseId });
  return mintCaseScope(tx, scope, caseId);
}
