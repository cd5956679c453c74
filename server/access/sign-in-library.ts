import { prismaAdapter } from "better-auth/adapters/prisma";
import { isAPIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { PROVIDER } from "#server/database/open.ts";
import type { Prisma } from "#server/generated/prisma/client.ts";
import type { Services } from "#server/process/services.ts";
import { cookieName } from "./cookie.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { SIGN_IN_HOURS } from "./sign-ins.ts";

/** Our own name of the header in which the caller's address reaches the library; nobody outside can set it. */
const ADDRESS_HEADER = "x-open-chair-address";

/** What the library may see of a request: nothing else of it. */
export interface Caller {
  readonly cookie: string | undefined;
  readonly browser: string | undefined;
  readonly address: string | undefined;
}

export interface SignInLibrary {
  /** The cookies of a sign-in begun; null for a wrong password and an unknown e-mail alike, after the same work. */
  begin(given: { email: string; password: string }, caller: Caller): Promise<string[] | null>;
  /** The cookies that make the browser forget; the sign-in itself is ended by `endSignIns`. */
  forget(caller: Caller): Promise<string[]>;
}

/**
 * better-auth with everything off but e-mail and password. It is called from our own routes, and its HTTP handler is
 * never mounted: the paths it would bring (sign-up, OAuth, user editing) do not exist. Import it lazily: it is a third of
 * what a start would read, and needed only once somebody signs in.
 */
export function createSignInLibrary(services: Services, { onTls }: { onTls: boolean }): SignInLibrary {
  const { api } = betterAuth({
    appName: "Open Chair",
    baseURL: "http://localhost",
    secret: services.keys.signIn,
    database: prismaAdapter(auditedDoor(services), { provider: PROVIDER }),
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
  return {
    begin: async (body, caller) => {
      try {
        const { headers } = await api.signInEmail({ body, headers: headersOf(caller), returnHeaders: true });
        return headers.getSetCookie();
      } catch (fault) {
        if (isAPIError(fault) && fault.statusCode < 500) return null;
        throw fault;
      }
    },
    forget: async (caller) => (await api.signOut({ headers: headersOf(caller), returnHeaders: true })).headers.getSetCookie(),
  };
}

function headersOf({ cookie, browser, address }: Caller): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: address ?? "" });
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (browser !== undefined) headers.set("user-agent", browser.slice(0, 200));
  return headers;
}

/**
 * The only door through which the library reaches the record: it reads clinicians and credentials, and the one thing it
 * writes (a sign-in begun) is one transaction with its audit entry, stamped by our clock. It ends none: it would swallow a
 * failed delete.
 */
function auditedDoor(services: Services) {
  const { prisma } = services.database.read(NOBODY);
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
  const clinician = await services.database.read(NOBODY).prisma.clinician.findUniqueOrThrow({ where: { id: data.userId } });
  const actor = { clinicianId: clinician.id, practiceId: clinician.practiceId };
  return auditedWrite(services, { actor }, async (tx, note) => {
    await tx.prisma.signIn.deleteMany({ where: { expiresAt: { lte: now } } });
    const row = await tx.prisma.signIn.create({ data: { ...data, createdAt: now, updatedAt: now, lastActiveAt: now, expiresAt } });
    note({ action: "sign-in.begun", objectType: "sign-in", objectId: row.id });
    return row;
  });
}
