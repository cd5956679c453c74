import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

/** A start that cannot go on; its message is one sentence for the person at the terminal. */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal";
}

export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the database and nothing secret. */
  readonly dataDir: string;
  /** Absolute. Holds the key files; never inside the data folder. */
  readonly keyDir: string;
  /** What Express is told about proxies in front; null = nothing stands in front. */
  readonly trustProxy: number | readonly string[] | null;
  /** TLS ends in front of this process: cookies are `__Host-`, HSTS is sent. */
  readonly onTls: boolean;
  /** Bound to this machine only: requests for any other host name are refused (DNS rebinding). */
  readonly loopbackOnly: boolean;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const PROXY_NAMES = /^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)$/;

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535);

const TrustProxy = z.union([
  z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
  z
    .string()
    .transform((list) => list.split(",").map((part) => part.trim()))
    .refine((parts) => parts.every((part) => PROXY_NAMES.test(part))),
]);

const Variables = z.object({
  PORT: Port.default(4600),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/)
    .default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  KEY_DIR: z.string().min(1).optional(),
  TRUST_PROXY: TrustProxy.optional(),
  ALLOW_INSECURE_BIND: z.literal("yes").optional(),
  DATABASE_URL: z.undefined().optional(),
});

const WHAT_IS_RIGHT: Record<keyof typeof Variables.shape, string> = {
  PORT: "must be a whole number from 0 to 65535",
  HOST: "must be an address or a host name, such as 127.0.0.1",
  DATA_DIR: "must name a folder",
  KEY_DIR: "must name a folder",
  TRUST_PROXY: 'must be the number of proxies in front (1 to 5) or their addresses, such as "loopback" or "10.0.0.2"',
  ALLOW_INSECURE_BIND: 'can only be "yes"',
  DATABASE_URL: "is not supported yet: leave it out, and Open Chair keeps its own file in DATA_DIR",
};

/**
 * Reads the environment once, at boot.
 * @throws StartRefusal naming the variable that is wrong and what would be right (never its value: it may be a secret).
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  // An empty value in an .env file means "not set".
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues[0]?.path[0] as keyof typeof WHAT_IS_RIGHT;
    throw new StartRefusal(`${wrong} ${WHAT_IS_RIGHT[wrong]}.`);
  }
  const { HOST, PORT, DATA_DIR, KEY_DIR, TRUST_PROXY, ALLOW_INSECURE_BIND } = parsed.data;
  const loopbackOnly = LOOPBACK.has(HOST) && TRUST_PROXY === undefined;
  if (!LOOPBACK.has(HOST) && TRUST_PROXY === undefined && ALLOW_INSECURE_BIND === undefined) {
    throw new StartRefusal(
      `HOST would let other machines in without encryption: put TLS in front and set TRUST_PROXY, or say ALLOW_INSECURE_BIND=yes.`,
    );
  }
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    keyDir: resolve(KEY_DIR ?? configFolder(variables)),
    trustProxy: TRUST_PROXY ?? null,
    onTls: TRUST_PROXY !== undefined,
    loopbackOnly,
  };
}

/** The environment of this process, with `.env` beside package.json read first where there is one. */
export function loadEnvironment(): Environment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseEnvironment(process.env);
}

function configFolder(variables: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return join(variables.APPDATA ?? join(homedir(), "AppData", "Roaming"), "Open Chair");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "Open Chair");
  return join(variables.XDG_CONFIG_HOME || join(homedir(), ".config"), "open-chair");
}
