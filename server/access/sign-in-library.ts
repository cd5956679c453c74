import { betterAuth } from "better-auth/minimal";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Prisma } from "#server/generated/prisma/client.ts";
import { auditedWrite } from "#server/audit.ts";
import type { Tx } from "#server/db.ts";
import type { Services } from "#server/trpc.ts";
import { hashPassword, verifyPassword } from "./password.ts";

/** Absolute: nothing a clinician does makes a sign-in last longer (OWASP ASVS 5.0, 7.3). */
export const SIGN_IN_HOURS = 12;

/** Our own name of the header in which the caller's address reaches the library; nobody outside can set it. */
export const ADDRESS_HEADER = "x-open-chair-address";

export type SignInLibrary = ReturnType<typeof createSignInLibrary>;

/** `__Host-` pins the cookie to this host, this path and TLS; without TLS a browser would refuse that name. */
export function cookieName(onTls: boolean): string {
  return onTls ? "__Host-open-chair" : "open-chair";
}

/**
 * better-auth with everything off but e-mail and password. It is called from our own routes, and its HTTP handler is
 * never mounted: the paths it would bring (sign-up, OAuth, user editing) do not exist.
 */
export function createSignInLibrary(services: Services, { onTls }: { onTls: boolean }) {
  return betterAuth({
    appName: "Open Chair",
    baseURL: "http://localhost",
    secret: services.keys.signIn,
    database: prismaAdapter(auditedDoor(services), { provider: "sqlite" }),
    user: { modelName: "clinician" },
    account: { modelName: "credential", accountLinking: { enabled: false } },
    session: { modelName: "signIn", expiresIn: SIGN_IN_HOURS * 3600, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    rateLimit: { enabled: false }, // ours count per account and per address (limits.ts); the library's never see a server-side call
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: "uuid", validateSchema: false },
      cookies: {
        session_token: {
          name: cookieName(onTls),
          attributes: { httpOnly: true, sameSite: "strict", secure: onTls, path: "/" },
        },
      },
    },
  });
}

/**
 * The only door through which the library reaches the record: it reads clinicians and credentials, and the one thing it
 * writes (a sign-in begun) is one transaction with its audit entry, stamped by our clock. It ends none: it would swallow a
 * failed delete.
 */
function auditedDoor(services: Services) {
  const { prisma } = services.database;
  return {
    clinician: { findFirst: (query: Prisma.ClinicianFindFirstArgs) => prisma.clinician.findFirst(query) },
    credential: {
      findFirst: (query: Prisma.CredentialFindFirstArgs) => prisma.credential.findFirst(query),
      findMany: (query: Prisma.CredentialFindManyArgs) => prisma.credential.findMany(query),
    },
    signIn: {
      findFirst: (query: Prisma.SignInFindFirstArgs) => prisma.signIn.findFirst(query),
      create: (query: { data: Prisma.SignInUncheckedCreateInput }) => beginSignIn(services, query.data),
      findMany: (query: Prisma.SignInFindManyArgs) => prisma.signIn.findMany(query),
    },
  };
}

async function beginSignIn(services: Services, data: Prisma.SignInUncheckedCreateInput) {
  const now = services.now();
  const expiresAt = new Date(now.getTime() + SIGN_IN_HOURS * 3_600_000);
  const clinician = await services.database.prisma.clinician.findUniqueOrThrow({ where: { id: data.userId } });
  const actor = { clinicianId: clinician.id, practiceId: clinician.practiceId };
  return auditedWrite(services, { actor }, async (tx, note) => {
    await tx.signIn.deleteMany({ where: { expiresAt: { lte: now } } });
    const row = await tx.signIn.create({ data: { ...data, createdAt: now, updatedAt: now, lastActiveAt: now, expiresAt } });
    note({ action: "sign-in.begun", objectType: "sign-in", objectId: row.id });
    return row;
  });
}

/** Ends sign-ins, each with its entry in the trail. `count` as Prisma counts. */
export async function endSignIns(
  services: Services,
  { where, action }: { where: Prisma.SignInWhereInput; action: string },
): Promise<{ count: number }> {
  const rows = await services.database.prisma.signIn.findMany({ where, include: { clinician: true } });
  for (const row of rows) {
    const actor = { clinicianId: row.userId, practiceId: row.clinician.practiceId };
    await auditedWrite(services, { actor }, async (tx: Tx, note) => {
      note({ action, objectType: "sign-in", objectId: row.id });
      return tx.signIn.deleteMany({ where: { id: row.id } });
    });
  }
  return { count: rows.length };
}
