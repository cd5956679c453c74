import type { CaseStatus, ClinicianRole } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { Tx } from "#server/db.ts";

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
export async function mintCaseScope(tx: Tx, scope: ClinicianScope, caseId: string): Promise<CaseScope | Refusal> {
  const rows = await tx.$queryRaw<{ status: CaseStatus }[]>`
    SELECT "status" FROM "couple_case"
    WHERE "id" = ${caseId} AND "clinicianId" = ${scope.clinicianId} AND "practiceId" = ${scope.practiceId}`;
  const [row] = rows;
  return row ? { ...scope, caseId, status: row.status } : refuse("not-found");
}
