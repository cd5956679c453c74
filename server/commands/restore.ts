import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { readRecoveryKey } from "#server/access/recovery-key.ts";
import { auditedWrite, verifyAudit } from "#server/audit/audit.ts";
import { checkCopy, placeCopy } from "#server/database/backup.ts";
import {
  DATABASE_FILE,
  deriveKeys,
  keyCheck,
  keyFileOf,
  type PracticeId,
  readKeyFile,
  readPracticeId,
  refuseKeyBesideData,
  remainsOfRecord,
  writeKeyFile,
} from "#server/keys/keys.ts";
import { StartRefusal } from "#server/process/env.ts";
import { runCommand, say, withRecord } from "./run.ts";
import { ask, readArguments, readStdin } from "./terminal.ts";

/**
 * `npm run restore -- FOLDER` puts a backup into an empty data folder; `-- --key-only` only puts a lost key file back.
 * Asks for the recovery key where the key file is not on this machine (`--recovery-key-stdin` reads it instead).
 */
runCommand(async (environment) => {
  const { options, rest } = readArguments(process.argv.slice(2), []);
  const { dataDir, keyDir } = environment;
  const keyOnly = options.has("key-only");
  const from = keyOnly ? dataDir : resolve(rest[0] ?? "");
  if (!keyOnly && rest[0] === undefined) throw new StartRefusal("Say which backup: npm run restore -- FOLDER.");
  const practice = readPracticeId(from);
  if (!practice || !existsSync(join(from, DATABASE_FILE))) throw new StartRefusal(`${from} holds no record to open.`);
  if (!keyOnly) refuseFolderInUse(dataDir, practice);
  refuseKeyBesideData(dataDir, keyDir);
  const { masterKey, typed } = await masterKeyFor(practice, { keyDir, fromStdin: options.has("recovery-key-stdin") });
  const keys = deriveKeys(masterKey);
  if (keyOnly) {
    const file = writeKeyFile(keyDir, practice.id, masterKey);
    say(`The key file is back: ${file}`);
    return 0;
  }
  const entries = await checkCopy(join(from, DATABASE_FILE), keys);
  if (typed) writeKeyFile(keyDir, practice.id, masterKey);
  await placeCopy({ from, dataDir, keys, entries });
  // Sign-ins of the day the backup was made must not come back to life with it.
  await withRecord(environment, async (services) => {
    const placed = await verifyAudit(services.database, keys.audit);
    if (!placed.sound || placed.entries !== entries) {
      throw new StartRefusal("What is in the data folder now is not what the backup says: move it away, and restore into an empty folder.");
    }
    await auditedWrite(services, { actor: { clinicianId: null, practiceId: null } }, async (tx, note) => {
      await tx.prisma.signIn.deleteMany({});
      note({ action: "record.restored", objectType: "record", objectId: null });
      return {};
    });
  });
  say(`Restored ${basename(from)} to ${dataDir} (checked; ${entries} entries in its audit trail).`);
  return 0;
});

/** The id file alone may stay: it is what is left of this very practice when its data file is gone. */
function refuseFolderInUse(dataDir: string, practice: PracticeId): void {
  const remains = remainsOfRecord(dataDir);
  if (remains.length > 0) {
    throw new StartRefusal(
      `The data folder already holds a record or what is left of one (${remains.join(", ")}), and a restore never overwrites one: move it away first, or name another DATA_DIR.`,
    );
  }
  const there = readPracticeId(dataDir);
  if (there && (there.id !== practice.id || there.check !== practice.check)) {
    throw new StartRefusal("The data folder is another practice's, and a restore never overwrites one: name another DATA_DIR.");
  }
}

async function masterKeyFor(
  practice: PracticeId,
  { keyDir, fromStdin }: { keyDir: string; fromStdin: boolean },
): Promise<{ masterKey: Buffer; typed: boolean }> {
  const file = keyFileOf(keyDir, practice.id);
  if (existsSync(file) && !fromStdin) {
    const masterKey = readKeyFile(file);
    if (keyCheck(masterKey) === practice.check) return { masterKey, typed: false };
  }
  const words = fromStdin ? await readStdin() : await ask("Recovery key: ", { hidden: false });
  const masterKey = readRecoveryKey(words);
  if (!masterKey) throw new StartRefusal("That recovery key has a mistake in it: check it letter by letter and try again.");
  if (keyCheck(masterKey) !== practice.check) throw new StartRefusal("That recovery key is whole, but it is another practice's.");
  return { masterKey, typed: true };
}
