import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type AuditServices, type AuditVerdict, auditedWrite, verifyAudit } from "#server/audit/audit.ts";
import { DATABASE_FILE, type Keys, PRACTICE_ID_FILE, readPracticeId, refuseKeyBesideData, writePracticeId } from "#server/keys/keys.ts";
import { syncFile, syncFolder } from "#server/process/durable-file.ts";
import { StartRefusal } from "#server/process/env.ts";
import { filesOf, openCopy } from "./open.ts";

/** Copies the open record into a new encrypted file, while it is being used. The trail says so, whoever asked for it. */
export async function copyRecord(services: AuditServices, target: string): Promise<void> {
  await services.database.copy(target);
  syncFile(target);
  await auditedWrite(services, { actor: { clinicianId: null, practiceId: null } }, async (_tx, note) => {
    note({ action: "backup.made", objectType: "record", objectId: null });
    return {};
  });
}

export interface BackupPlan {
  readonly dataDir: string;
  readonly keyDir: string;
  readonly folder: string;
  readonly keys: Keys;
  /** Writes the copy: the running server where there is one, else this process. */
  readonly copy: (target: string) => Promise<void>;
}

/**
 * A backup is a folder with the encrypted copy and the id file that names its key, never the key. The copy gets its name
 * only after it was opened, checked and its trail walked: a half-made backup cannot be taken for one.
 *
 * @returns entries of the audit trail in the backup
 */
export async function makeBackup({ dataDir, keyDir, folder, keys, copy }: BackupPlan): Promise<number> {
  refuseKeyBesideData(folder, keyDir);
  const practice = readPracticeId(dataDir);
  if (!practice) throw new StartRefusal("There is nothing to back up: the data folder holds no practice yet.");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(resolve(folder), DATABASE_FILE);
  if (existsSync(file)) throw new StartRefusal("That folder already holds a backup: choose another, backups are never overwritten.");
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    await copy(partial);
    const entries = await checkCopy(partial, keys);
    writePracticeId(folder, practice);
    renameSync(partial, file);
    syncFolder(folder);
    return entries;
  } catch (fault) {
    rmSync(partial, { force: true });
    throw fault;
  }
}

/**
 * Opens a copy read-only and tells whether it is whole: every page, every index, every row of the trail.
 * @throws StartRefusal with the sentence for the terminal
 */
export async function checkCopy(file: string, keys: Keys): Promise<number> {
  const copy = openCopy(file, keys.database);
  try {
    if (!copy.isWhole()) throw new StartRefusal(`The copy ${basename(file)} is damaged.`);
    const verdict = await verifyAudit(copy, keys.audit);
    if (!verdict.sound) throw new StartRefusal(`In the copy: ${auditSentence(verdict)}`);
    return verdict.entries;
  } catch (fault) {
    if (fault instanceof StartRefusal) throw fault;
    throw new StartRefusal(`The copy ${basename(file)} cannot be read with this key: it is damaged or another practice's.`);
  } finally {
    copy.close();
  }
}

/**
 * Puts a checked backup of so many audit entries into an empty data folder.
 * @throws StartRefusal when the file alone does not say what the backup says (it is a data folder in use, and its newest
 * entries stand in a write-ahead log beside it)
 */
export async function placeCopy({ from, dataDir, keys, entries }: { from: string; dataDir: string; keys: Keys; entries: number }): Promise<void> {
  const practice = readPracticeId(from);
  if (!practice) throw new StartRefusal(`That folder is not a backup: it has no ${PRACTICE_ID_FILE} file.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, DATABASE_FILE);
  const partial = `${file}.partial`;
  removePartial(partial);
  try {
    copyFileSync(join(from, DATABASE_FILE), partial);
    chmodSync(partial, 0o600);
    syncFile(partial);
    if ((await checkCopy(partial, keys)) !== entries) {
      throw new StartRefusal("That folder is not a backup but a record in use: make a backup of it with npm run backup, and restore that.");
    }
    writePracticeId(dataDir, { ...practice, inUse: true });
  } catch (fault) {
    removePartial(partial);
    throw fault;
  }
  renameSync(partial, file);
  removePartial(partial);
  syncFolder(dataDir);
}

/** With what even a read-only look at a file that was in use leaves beside it. */
function removePartial(partial: string): void {
  for (const file of filesOf(partial)) rmSync(file, { force: true });
}

/** What `verify-audit` says. */
export function auditSentence(verdict: AuditVerdict): string {
  if (verdict.sound) return `The audit trail is sound: ${verdict.entries} entries, each as it was written.`;
  const sentences = {
    changed: `Row ${verdict.sequence} of the audit trail is not as it was written: it was changed, or put in another's place.`,
    missing: `Row ${verdict.sequence} of the audit trail is missing: it was deleted or moved.`,
    "tail-cut": `The audit trail ends too early: row ${verdict.sequence} and what follows it are gone, or its end was changed.`,
  };
  return sentences[verdict.fault];
}
