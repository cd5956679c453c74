import type { Database } from "#server/database/database.ts";
import type { Keys } from "#server/keys/keys.ts";
import type { Log } from "./log.ts";

/** What every write and read of the server stands on; the clock is among them so that tests can set it. */
export interface Services {
  readonly database: Database;
  readonly keys: Keys;
  readonly keyFile: string;
  readonly now: () => Date;
  readonly log: Log;
}
