import { createHash } from "node:crypto";

/**
 * The master key in a form a person can write down: Crockford's base32, 14 groups of 4.
 * 32 bytes of key and 3 of checksum are 280 bits, which is 56 letters with none left over.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEY_BYTES = 32;
const CHECK_BYTES = 3;
const LETTERS = 56;

/** "7Q2F-…": what is shown at set-up. */
export function writeRecoveryKey(masterKey: Buffer): string {
  const bits = BigInt(`0x${Buffer.concat([masterKey, checksum(masterKey)]).toString("hex")}`);
  let letters = "";
  for (let place = LETTERS - 1; place >= 0; place -= 1) {
    letters += ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)];
  }
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/**
 * Reads what a person typed: any case, spaces and dashes anywhere, O for 0, I or L for 1.
 * @returns the master key, or null when a letter is wrong, missing or too many (the checksum tells: 1 in 16 million slips by)
 */
export function readRecoveryKey(typed: string): Buffer | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (letters.length !== LETTERS) return null;
  let bits = 0n;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const bytes = Buffer.from(bits.toString(16).padStart((KEY_BYTES + CHECK_BYTES) * 2, "0"), "hex");
  const masterKey = bytes.subarray(0, KEY_BYTES);
  return checksum(masterKey).equals(bytes.subarray(KEY_BYTES)) ? Buffer.from(masterKey) : null;
}

function checksum(masterKey: Buffer): Buffer {
  return createHash("sha256").update("open-chair/recovery-key").update(masterKey).digest().subarray(0, CHECK_BYTES);
}
