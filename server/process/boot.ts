import { join } from "node:path";
import { CannotOpen } from "#server/database/cannot-open.ts";
import { openDatabase } from "#server/database/open.ts";
import { DATABASE_FILE, markInUse, unlockDataFolder } from "#server/keys/keys.ts";
import { type Environment, StartRefusal } from "./env.ts";
import type { Log } from "./log.ts";
import type { Services } from "./services.ts";

/**
 * Key, then database: what the server and every command that runs without it need.
 * @throws StartRefusal, CannotOpen: one sentence for the terminal; nothing was changed
 */
export async function openServices(environment: Environment, log: Log): Promise<Services> {
  // Files of a record are this user's alone, whatever the shell's habit.
  process.umask(0o077);
  const { keys, keyFile } = unlockDataFolder(environment.dataDir, environment.keyDir);
  const database = await openDatabase({ file: join(environment.dataDir, DATABASE_FILE), key: keys.database }).catch((fault: unknown) => {
    // The key was just found to be this folder's own: what it does not open is damaged.
    if (fault instanceof CannotOpen && fault.reason === "wrong-key") {
      throw new StartRefusal("The data file is damaged: it is not a database. Nothing was changed; restore the last backup with npm run restore.");
    }
    throw fault;
  });
  markInUse(environment.dataDir);
  return { database, keys, keyFile, now: () => new Date(), log };
}

/** Ends a process that cannot go on with its one sentence; a fault of ours is named by its code only. */
export function refuseToStart(fault: unknown, describe: (fault: unknown) => string): never {
  const known = fault instanceof StartRefusal || fault instanceof CannotOpen;
  process.stderr.write(`${known ? fault.message : describe(fault)}\n`);
  process.exit(1);
}
