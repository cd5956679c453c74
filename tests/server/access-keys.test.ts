import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { readRecoveryKey, writeRecoveryKey } from "#server/access/recovery-key.ts";
import { DATABASE_FILE, deriveKeys, markInUse, readPracticeId, unlockDataFolder, writeKeyFile } from "#server/keys/keys.ts";
import { parseEnvironment } from "#server/process/env.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "open-chair-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const dataDir = () => join(folder, "data");
const keyDir = () => join(folder, "config");
const only = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("the key of a data folder", () => {
  it("is made once, outside the data, readable by its owner alone", () => {
    const first = unlockDataFolder(dataDir(), keyDir());
    const again = unlockDataFolder(dataDir(), keyDir());
    expect(again.masterKey.equals(first.masterKey)).toBe(true);
    expect(first.masterKey).toHaveLength(32);
    expect(first.keyFile.startsWith(keyDir())).toBe(true);
    expect(only(first.keyFile)).toBe("600");
    expect(only(keyDir())).toBe("700");
    expect(readFileSync(join(dataDir(), "practice-id"), "utf8")).not.toContain(first.masterKey.toString("hex"));
  });

  it("gives each purpose a key of its own", () => {
    const keys = deriveKeys(Buffer.alloc(32, 1));
    const all = [keys.database, keys.signIn, keys.audit.toString("hex"), keys.privateNotes.toString("hex")];
    expect(new Set(all).size).toBe(4);
    for (const key of all) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is refused inside the data folder, also behind a link", () => {
    expect(() => unlockDataFolder(dataDir(), join(dataDir(), "keys"))).toThrow(/KEY_DIR lies inside the data folder/);
    expect(() => unlockDataFolder(dataDir(), dataDir())).toThrow(/KEY_DIR lies inside/);
    symlinkSync(dataDir(), join(folder, "elsewhere"));
    expect(() => unlockDataFolder(dataDir(), join(folder, "elsewhere", "keys"))).toThrow(/KEY_DIR lies inside/);
    // A neighbour whose name begins alike is not inside.
    expect(() => unlockDataFolder(dataDir(), `${dataDir()}-keys`)).not.toThrow();
  });

  it("asks for the recovery key when its file is missing, and makes no new one over an existing record", () => {
    const { keyFile } = unlockDataFolder(dataDir(), keyDir());
    writeFileSync(join(dataDir(), DATABASE_FILE), "a record");
    rmSync(keyFile);
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/have the recovery key at hand/);
    expect(existsSync(keyFile)).toBe(false);
  });

  it("is recognised as another practice's before the record is touched", () => {
    const { keyFile } = unlockDataFolder(dataDir(), keyDir());
    writeFileSync(keyFile, `${"ab".repeat(32)}\n`);
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/does not belong to this data folder/);
  });

  it("is refused when other users of the machine can read it", () => {
    const { keyFile } = unlockDataFolder(dataDir(), keyDir());
    chmodSync(keyFile, 0o644);
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/Other users of this machine can read/);
  });

  it("opens no new practice where one was in use and its data file is gone or shorter than a page", () => {
    const { masterKey, keyFile } = unlockDataFolder(dataDir(), keyDir());
    const file = join(dataDir(), DATABASE_FILE);
    writeFileSync(file, "");
    // A first start that was cut off before it had written anything may go on.
    expect(unlockDataFolder(dataDir(), keyDir()).masterKey.equals(masterKey)).toBe(true);
    writeFileSync(file, Buffer.alloc(4096));
    markInUse(dataDir());
    expect(readPracticeId(dataDir())?.inUse).toBe(true);
    expect(unlockDataFolder(dataDir(), keyDir()).masterKey.equals(masterKey)).toBe(true);
    writeFileSync(file, Buffer.alloc(4095));
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/empty.*npm run restore/);
    rmSync(file);
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/gone.*npm run restore/);
    rmSync(keyFile);
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/gone.*npm run restore/);
    expect(existsSync(keyFile)).toBe(false);
  });

  it("is written whole or not at all: a write that fails leaves the file that was there, and no half of one", () => {
    const { masterKey, keyFile } = unlockDataFolder(dataDir(), keyDir());
    const id = readPracticeId(dataDir())?.id ?? "";
    mkdirSync(`${keyFile}.partial`);
    expect(() => writeKeyFile(keyDir(), id, Buffer.alloc(32, 9))).toThrow();
    expect(readFileSync(keyFile, "utf8").trim()).toBe(masterKey.toString("hex"));
  });

  it("cannot be guessed for a record whose id file is gone", () => {
    mkdirSync(dataDir());
    writeFileSync(join(dataDir(), DATABASE_FILE), "a record");
    expect(() => unlockDataFolder(dataDir(), keyDir())).toThrow(/practice-id file is gone/);
    expect(readPracticeId(dataDir())).toBeNull();
  });
});

describe("the recovery key", () => {
  const masterKey = Buffer.from("00112233445566778899aabbccddeeff0102030405060708090a0b0c0d0e0fff", "hex");

  it("is 14 groups of 4 letters that cannot be mistaken for each other", () => {
    expect(writeRecoveryKey(masterKey)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    // Crockford's alphabet, worked by hand: 0x00112 = 00000 00000 01000 10010 → 0 0 8 J.
    expect(writeRecoveryKey(masterKey).slice(0, 4)).toBe("008J");
  });

  it("opens the same record again, for keys of every kind", () => {
    for (const key of [masterKey, Buffer.alloc(32, 0), Buffer.alloc(32, 255)]) {
      expect(readRecoveryKey(writeRecoveryKey(key))?.equals(key)).toBe(true);
    }
  });

  it("is read as people write: small letters, spaces, O for 0, I and l for 1", () => {
    const sloppy = writeRecoveryKey(masterKey).toLowerCase().replaceAll("-", "  ").replaceAll("0", "o").replaceAll("1", "l");
    expect(readRecoveryKey(` ${sloppy}\n`)?.equals(masterKey)).toBe(true);
    expect(readRecoveryKey(sloppy.replaceAll("l", "I"))?.equals(masterKey)).toBe(true);
  });

  it("tells a mistake instead of opening nothing", () => {
    const right = writeRecoveryKey(masterKey);
    const swapped = `${right.slice(0, 5)}${right[6]}${right[5]}${right.slice(7)}`;
    expect(right[5]).not.toBe(right[6]);
    expect(readRecoveryKey(swapped)).toBeNull();
    expect(readRecoveryKey(right.slice(0, -1))).toBeNull();
    expect(readRecoveryKey(`${right}0`)).toBeNull();
    expect(readRecoveryKey(`U${right.slice(1)}`)).toBeNull();
    expect(readRecoveryKey("")).toBeNull();
  });
});

describe("the environment", () => {
  it("has defaults that keep the record on this machine", () => {
    const environment = parseEnvironment({ XDG_CONFIG_HOME: "/home/ines/.config" });
    expect(environment).toMatchObject({ port: 4600, host: "127.0.0.1", onTls: false, loopbackOnly: true });
    if (process.platform === "linux") expect(environment.keyDir).toBe("/home/ines/.config/open-chair");
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["HOST", "not a host"],
    ["TRUST_PROXY", "everybody"],
    ["ALLOW_INSECURE_BIND", "perhaps"],
    ["DATABASE_URL", "postgresql://ines:secret@db/practice"],
  ])("refuses %s=%s by the variable's name, without repeating a value that may be secret", (name, value) => {
    let sentence = "";
    try {
      parseEnvironment({ [name]: value });
    } catch (fault) {
      sentence = (fault as Error).message;
    }
    expect(sentence.startsWith(name)).toBe(true);
    expect(sentence).not.toContain(value);
  });

  it("does not listen to other machines without encryption unless told so by name", () => {
    expect(() => parseEnvironment({ HOST: "0.0.0.0" })).toThrow(/ALLOW_INSECURE_BIND=yes/);
    expect(parseEnvironment({ HOST: "0.0.0.0", ALLOW_INSECURE_BIND: "yes" })).toMatchObject({ onTls: false, loopbackOnly: false });
    expect(parseEnvironment({ HOST: "0.0.0.0", TRUST_PROXY: "1" })).toMatchObject({ onTls: true, trustProxy: 1 });
    expect(parseEnvironment({ TRUST_PROXY: "loopback, 10.0.0.2" }).trustProxy).toEqual(["loopback", "10.0.0.2"]);
  });
});
