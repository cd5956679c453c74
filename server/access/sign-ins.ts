import type { ClinicianRole } from "#core/vocabulary/case.ts";
import { refuse } from "#core/vocabulary/refusal.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY, type RowScope } from "#server/database/database.ts";
import { sql } from "#server/database/sql.ts";
import type { Prisma } from "#server/generated/prisma/client.ts";
import { faultCode } from "#server/process/log.ts";
import type { Services } from "#server/process/services.ts";
import { tokenFromCookie } from "./cookie.ts";
import { type ClinicianScope, mintClinicianScope } from "./scope.ts";

/** Absolute: nothing a clinician does makes a sign-in last longer (OWASP ASVS 5.0, 7.3). */
export const SIGN_IN_HOURS = 12;

/** Without activity for this long, a sign-in is locked until the password is given again. */
export const IDLE_LOCK_MS = 15 * 60_000;

/** How stale the stored time of last activity may be; a restart within it never costs more than a minute of idleness. */
const STORE_EVERY_MS = 60_000;

/** A request's sign-in: proven, not expired; `locked` until the password is given again. */
export interface CurrentSignIn {
  readonly scope: ClinicianScope;
  readonly locked: boolean;
}

interface Row {
  readonly signInId: string;
  readonly clinicianId: string;
  readonly practiceId: string;
  readonly role: ClinicianRole;
  readonly timeZone: string;
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly lastActiveAt: string | null;
  readonly lockedAt: string | null;
}

/** Who is behind a request, and the idle lock. One a process. */
export class SignIns {
  readonly #services: Services;
  readonly #cookie: { readonly name: string; readonly secret: string };
  /** Last activity by sign-in, in ms since 1970; the row follows at most a minute behind. */
  readonly #active = new Map<string, { at: number; stored: number }>();

  constructor(services: Services, cookie: { readonly name: string; readonly secret: string }) {
    this.#services = services;
    this.#cookie = cookie;
  }

  /** The sign-in of a request that asks for something; counts as activity, and locks one that was idle too long. */
  async arrive(cookieHeader: string | undefined): Promise<CurrentSignIn | null> {
    const row = await this.#row(cookieHeader);
    if (!row) return null;
    const scope = mintClinicianScope(row);
    if (row.lockedAt !== null) return { scope, locked: true };
    const now = this.#services.now().getTime();
    if (now - this.#lastActive(row) >= IDLE_LOCK_MS) {
      // A full disk may keep the lock from being written, never from holding: the next request finds it idle again.
      await this.lock(scope).catch((fault: unknown) => {
        this.#services.log.error({ event: "lock-not-stored", signInId: scope.signInId, code: faultCode(fault) });
      });
      return { scope, locked: true };
    }
    await this.#touch(row, now);
    return { scope, locked: false };
  }

  /** The sign-in of a request to lock, unlock or sign out: not activity. */
  async peek(cookieHeader: string | undefined): Promise<ClinicianScope | null> {
    const row = await this.#row(cookieHeader);
    return row ? mintClinicianScope(row) : null;
  }

  async lock(scope: ClinicianScope): Promise<void> {
    const at = this.#services.now().toISOString();
    await auditedWrite(this.#services, { actor: scope }, async (tx, note) => {
      const changed = await tx.execute(sql`UPDATE "sign_in" SET "lockedAt" = ${at} WHERE "id" = ${scope.signInId} AND "lockedAt" IS NULL`);
      if (changed === 0) return refuse("locked");
      note({ action: "sign-in.locked", objectType: "sign-in", objectId: scope.signInId });
      return {};
    });
  }

  /** After the password was given again. */
  async unlock(scope: ClinicianScope): Promise<void> {
    const now = this.#services.now();
    const at = now.toISOString();
    await auditedWrite(this.#services, { actor: scope }, async (tx, note) => {
      await tx.execute(sql`UPDATE "sign_in" SET "lockedAt" = NULL, "lastActiveAt" = ${at} WHERE "id" = ${scope.signInId}`);
      note({ action: "sign-in.unlocked", objectType: "sign-in", objectId: scope.signInId });
      return {};
    });
    this.#active.set(scope.signInId, { at: now.getTime(), stored: now.getTime() });
  }

  /** Stores every time of last activity that the rows do not have yet; called before the process ends. */
  async store(): Promise<void> {
    for (const [signInId, active] of this.#active) {
      if (active.at !== active.stored) await this.#storeOne({ signInId, ...NOBODY }, active);
    }
  }

  async #row(cookieHeader: string | undefined): Promise<Row | null> {
    const token = tokenFromCookie(cookieHeader, this.#cookie);
    if (token === null) return null;
    // One indexed read a request instead of a cache: a sign-in ended anywhere is ended at once.
    const [row] = await this.#services.database.read(NOBODY).query<Row>(sql`
      SELECT s."id" AS "signInId", s."userId" AS "clinicianId", c."practiceId", c."role", p."timeZone",
        s."expiresAt", s."createdAt", s."lastActiveAt", s."lockedAt"
      FROM "sign_in" s JOIN "clinician" c ON c."id" = s."userId" JOIN "practice" p ON p."id" = c."practiceId"
      WHERE s."token" = ${token}`);
    if (!row || Date.parse(row.expiresAt) <= this.#services.now().getTime()) return null;
    return row;
  }

  #lastActive(row: Row): number {
    const stored = Date.parse(row.lastActiveAt ?? row.createdAt);
    return Math.max(stored, this.#active.get(row.signInId)?.at ?? stored);
  }

  async #touch(row: Row, now: number): Promise<void> {
    const active = this.#active.get(row.signInId) ?? { at: now, stored: Date.parse(row.lastActiveAt ?? row.createdAt) };
    active.at = now;
    this.#active.set(row.signInId, active);
    if (now - active.stored >= STORE_EVERY_MS) await this.#storeOne(row, active);
  }

  /** Not in the audit trail: that somebody is at work is told by what they do. A full disk must not refuse a read. */
  async #storeOne({ signInId, practiceId }: RowScope & { readonly signInId: string }, active: { at: number; stored: number }): Promise<void> {
    const at = new Date(active.at).toISOString();
    const before = active.stored;
    active.stored = active.at;
    try {
      await this.#services.database.transaction({ practiceId }, (tx) =>
        tx.execute(sql`UPDATE "sign_in" SET "lastActiveAt" = ${at} WHERE "id" = ${signInId}`),
      );
    } catch {
      active.stored = before;
      this.#services.log.warn({ event: "last-activity-not-stored", signInId });
    }
  }
}

/** Ends sign-ins, each with its entry in the trail. `count` as Prisma counts. */
export async function endSignIns(
  services: Services,
  { where, action }: { where: Prisma.SignInWhereInput; action: string },
): Promise<{ count: number }> {
  const rows = await services.database.read(NOBODY).prisma.signIn.findMany({ where, include: { clinician: true } });
  for (const row of rows) {
    const actor = { clinicianId: row.userId, practiceId: row.clinician.practiceId };
    await auditedWrite(services, { actor }, async (tx, note) => {
      note({ action, objectType: "sign-in", objectId: row.id });
      return tx.prisma.signIn.deleteMany({ where: { id: row.id } });
    });
  }
  return { count: rows.length };
}
