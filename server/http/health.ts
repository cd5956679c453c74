import type { Database } from "#server/database/database.ts";
import { faultCode } from "#server/process/log.ts";

/** Anyone may ask, and each probe is a write to the disk. */
const GOOD_FOR_MS = 2_000;

export type Health = { readonly status: "ok"; readonly database: "read and written" } | { readonly status: "failing"; readonly reason: string };

/**
 * Reads and writes for real, so that a full disk or a read-only folder shows here before a clinician meets it. Callers at once
 * share a probe, and a good one is good for two seconds; a failing one is never remembered.
 */
export function createProbe({ database, now }: { database: Database; now: () => Date }): () => Promise<Health> {
  let running: Promise<Health> | undefined;
  let good: { readonly health: Health; readonly at: number } | undefined;
  const begin = async () => {
    const health = await probe(database);
    good = health.status === "ok" ? { health, at: now().getTime() } : undefined;
    return health;
  };
  return async () => {
    // A clock set back must not keep an old answer alive.
    if (good && Math.abs(now().getTime() - good.at) < GOOD_FOR_MS) return good.health;
    running ??= begin().finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function probe(database: Database): Promise<Health> {
  try {
    await database.probe();
    return { status: "ok", database: "read and written" };
  } catch (fault) {
    return { status: "failing", reason: faultCode(fault) };
  }
}
