import { isRefusal, type Refusal } from "#core/vocabulary/refusal.ts";
import { type CaseScope, lockCase } from "#server/access/scope.ts";
import type { Tx } from "#server/database/database.ts";
import { type AuditNote, type AuditServices, auditedWrite, type IdempotentRequest } from "./audit.ts";

/** What the work of a write to a case is given: its transaction, the case as it is now, and the way to the trail. */
export interface CaseWriting {
  readonly tx: Tx;
  /** Read anew inside the transaction: another window may have closed the case meanwhile. */
  readonly scope: CaseScope;
  readonly note: (entry: AuditNote) => void;
}

/**
 * An audited write to one case, which no other write to the same case overlaps.
 *
 * @param before takes the locks that come before the lock of a case (LOCK_KINDS)
 */
export async function caseWrite<T>(
  services: AuditServices,
  { scope, request, before }: { scope: CaseScope; request?: IdempotentRequest<T>; before?: (tx: Tx) => Promise<void> },
  work: (writing: CaseWriting) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return auditedWrite<T>(services, { actor: scope, ...(request ? { request } : {}) }, async (tx, note) => {
    await before?.(tx);
    const fresh = await lockCase(tx, scope, scope.caseId);
    return isRefusal(fresh) ? fresh : work({ tx, scope: fresh, note });
  });
}
