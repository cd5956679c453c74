import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { writeDurably } from "#server/process/durable-file.ts";
import { StartRefusal } from "#server/process/env.ts";

/** Everything secret the process needs, derived from one master key (HKDF-SHA-256, one label each). */
export interface Keys {
  /** 64 hex digits: the raw key of the encrypted database file. */
  readonly database: string;
  /** 32 bytes: the MAC of the audit chain. */
  readonly audit: Buffer;
  /** 32 bytes: the second layer of private notes. */
  readonly privateNotes: Buffer;
  /** 64 hex digits: signs the sign-in cookie. */
  readonly signIn: string;
}

export interface PracticeId {
  /** Random; names the key file and tells nothing else. */
  readonly id: string;
  /** Tells whether a key belongs to this data, without telling the key. */
  readonly check: string;
  /** A record was opened here once: from then on a data file that is gone is a loss, and no new practice. */
  readonly inUse: boolean;
}

export interface Unlocked {
  readonly keys: Keys;
  readonly masterKey: Buffer;
  readonly keyFile: string;
}

export const DATABASE_FILE = "open-chair.sqlite";
export const PRACTICE_ID_FILE = "practice-id";
const IN_USE = "in use";
/** SQLite's; a file shorter than one holds nothing. */
const PAGE_BYTES = 4096;

/** The four keys of a master key of 32 bytes. */
export function deriveKeys(masterKey: Buffer): Keys {
  return {
    database: derive(masterKey, "database").toString("hex"),
    audit: derive(masterKey, "audit"),
    privateNotes: derive(masterKey, "private-notes"),
    signIn: derive(masterKey, "sign-in").toString("hex"),
  };
}

/** 16 hex digits that only this master key gives. */
export function keyCheck(masterKey: Buffer): string {
  return derive(masterKey, "key-check").subarray(0, 8).toString("hex");
}

export function keyFileOf(keyDir: string, id: string): string {
  return join(keyDir, `${id}.key`);
}

/**
 * The keys of a data folder; makes them where the folder is new.
 * @throws StartRefusal: the key is missing, is another practice's, would lie beside the data, or is readable by others.
 */
export function unlockDataFolder(dataDir: string, keyDir: string): Unlocked {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  refuseKeyBesideData(dataDir, keyDir);
  const practice = readPracticeId(dataDir);
  const hasDatabase = existsSync(join(dataDir, DATABASE_FILE));
  if (!practice) {
    if (hasDatabase) {
      throw new StartRefusal(
        `The data folder has a database but its ${PRACTICE_ID_FILE} file is gone, so its key cannot be found: put that file back from a backup.`,
      );
    }
    return makeKey(dataDir, keyDir);
  }
  if (practice.inUse) refuseLostDatabase(join(dataDir, DATABASE_FILE));
  const keyFile = keyFileOf(keyDir, practice.id);
  if (!existsSync(keyFile)) {
    if (!hasDatabase) return makeKey(dataDir, keyDir);
    throw new StartRefusal(
      `The key of this data folder is missing (${basename(keyFile)} in the key folder): have the recovery key at hand and run "npm run restore -- --key-only".`,
    );
  }
  const masterKey = readKeyFile(keyFile);
  if (keyCheck(masterKey) !== practice.check) {
    throw new StartRefusal(
      `The key file ${basename(keyFile)} does not belong to this data folder: put the right one back, or bring the recovery key and run "npm run restore -- --key-only".`,
    );
  }
  return { keys: deriveKeys(masterKey), masterKey, keyFile };
}

/** The id file of a data or backup folder; null where there is none. */
export function readPracticeId(folder: string): PracticeId | null {
  const file = join(folder, PRACTICE_ID_FILE);
  if (!existsSync(file)) return null;
  const [id = "", check = "", ...rest] = readFileSync(file, "utf8").trim().split(/\s+/);
  const standing = rest.join(" ");
  if (!/^[0-9a-f-]{36}$/.test(id) || !/^[0-9a-f]{16}$/.test(check) || (standing !== "" && standing !== IN_USE)) {
    throw new StartRefusal(`The ${PRACTICE_ID_FILE} file is damaged: put it back from a backup.`);
  }
  return { id, check, inUse: standing === IN_USE };
}

/** Writes the id file that a backup or a restored folder carries. */
export function writePracticeId(folder: string, practice: PracticeId): void {
  writeDurably(join(folder, PRACTICE_ID_FILE), `${practice.id}\n${practice.check}\n${practice.inUse ? `${IN_USE}\n` : ""}`);
}

/** Notes, once, that a record was opened here. */
export function markInUse(dataDir: string): void {
  const practice = readPracticeId(dataDir);
  if (practice && !practice.inUse) writePracticeId(dataDir, { ...practice, inUse: true });
}

/**
 * The data file and whatever SQLite keeps beside it (a write-ahead log left alone would be replayed over a file put in its
 * place). A half-made copy of ours (.partial) is none of it.
 */
export function remainsOfRecord(dataDir: string): string[] {
  if (!existsSync(dataDir)) return [];
  return readdirSync(dataDir).filter((name) => name.startsWith(DATABASE_FILE) && !name.startsWith(`${DATABASE_FILE}.partial`));
}

/**
 * Puts a master key where the platform keeps such things; the folder is 0700 and the file 0600.
 */
export function writeKeyFile(keyDir: string, id: string, masterKey: Buffer): string {
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  const file = keyFileOf(keyDir, id);
  writeDurably(file, `${masterKey.toString("hex")}\n`);
  return file;
}

/** @throws StartRefusal when the file is no key or other users may read it. */
export function readKeyFile(file: string): Buffer {
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    throw new StartRefusal(`Other users of this machine can read the key file ${basename(file)}: make it yours alone (chmod 600).`);
  }
  const text = readFileSync(file, "utf8").trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new StartRefusal(`The key file ${basename(file)} is damaged: bring the recovery key and run "npm run restore -- --key-only".`);
  }
  return Buffer.from(text, "hex");
}

/** @throws StartRefusal when whoever copies the one folder would hold both the lock and its key. */
export function refuseKeyBesideData(folder: string, keyDir: string): void {
  const [data, keys] = [realpathOfNearest(folder), realpathOfNearest(keyDir)];
  const between = relative(data, keys);
  const inside =
    between === "" || (!between.startsWith(`..${sep}`) && between !== ".." && resolve(data, between) === keys && !/^[A-Za-z]:/.test(between));
  if (inside) throw new StartRefusal("KEY_DIR lies inside the data folder: a copy of the data would carry its key along. Choose another folder.");
}

function makeKey(dataDir: string, keyDir: string): Unlocked {
  const masterKey = randomBytes(32);
  const id = randomUUID();
  // Key first: were the power to fail in between, a key without data is harmless, data without a key is lost.
  const keyFile = writeKeyFile(keyDir, id, masterKey);
  writePracticeId(dataDir, { id, check: keyCheck(masterKey), inUse: false });
  return { keys: deriveKeys(masterKey), masterKey, keyFile };
}

function refuseLostDatabase(file: string): void {
  const isGone = !existsSync(file);
  if (!isGone && statSync(file).size >= PAGE_BYTES) return;
  const lost = isGone ? "The data file of this practice is gone" : "The data file of this practice is empty";
  const first = remainsOfRecord(dirname(file)).length > 0 ? `, after moving what is left of ${DATABASE_FILE} away` : "";
  throw new StartRefusal(`${lost}. Nothing was changed; restore the last backup with npm run restore${first}.`);
}

function derive(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "", `open-chair/${purpose}`, 32));
}

/** The real path of the part of `path` that exists, with the rest appended: symlinks must not hide a folder. */
function realpathOfNearest(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return join(realpathOfNearest(dirname(path)), basename(path));
}
