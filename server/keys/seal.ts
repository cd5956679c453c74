import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** The second layer of encryption, for private process notes: AES-256-GCM, one key a record. */

export interface SealPlace {
  readonly table: string;
  readonly id: string;
  readonly column: string;
  readonly version: number;
}

/** A sealed text that does not open: changed, or moved from another row, column or version. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
  readonly code = "seal-broken";
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * @param key Keys.privateNotes, 32 bytes
 * @returns base64url of format byte ‖ nonce ‖ tag ‖ ciphertext
 */
export function seal(key: Buffer, place: SealPlace, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", recordKey(key, place), nonce);
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/**
 * @throws SealBroken when a bit was changed or the text belongs to another place.
 */
export function unseal(key: Buffer, place: SealPlace, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== FORMAT) throw new SealBroken();
  // Decoding forgives stray characters; a sealed text has exactly one spelling.
  if (bytes.toString("base64url") !== sealed) throw new SealBroken();
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", recordKey(key, place), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw new SealBroken();
  }
}

function recordKey(key: Buffer, place: SealPlace): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `open-chair/record/${place.table}/${place.id}`, 32));
}

function boundTo(place: SealPlace): Buffer {
  return Buffer.from(`${place.table}:${place.id}:${place.column}:${place.version}`);
}
