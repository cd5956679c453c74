import { join, resolve } from "node:path";
import { copyRecord, makeBackup } from "#server/database/backup.ts";
import { unlockDataFolder } from "#server/keys/keys.ts";
import { askServer } from "#server/process/control.ts";
import { StartRefusal } from "#server/process/env.ts";
import { runCommand, say, withRecord } from "./run.ts";
import { readArguments } from "./terminal.ts";

/** `npm run backup [-- FOLDER]`: an encrypted copy, whether the server runs or not. */
runCommand(async (environment) => {
  const { rest } = readArguments(process.argv.slice(2), []);
  const { dataDir, keyDir } = environment;
  const folder = resolve(rest[0] ?? join("backups", new Date().toISOString().slice(0, 19).replaceAll(":", "-")));
  const { keys } = unlockDataFolder(dataDir, keyDir);
  const entries = await makeBackup({
    dataDir,
    keyDir,
    folder,
    keys,
    copy: async (target) => {
      const asked = await askServer(dataDir, "copy", { target });
      if (asked && "fault" in asked) throw new StartRefusal(`The running server could not write the backup (${asked.fault}).`);
      if (!asked) await withRecord(environment, (services) => copyRecord(services, target));
    },
  });
  say(`Backed up to ${folder} (checked; ${entries} entries in its audit trail).`);
  say("The key is not in it: keep the recovery key somewhere else than the backup.");
  return 0;
});
