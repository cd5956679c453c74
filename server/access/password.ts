import { hash, verify } from "@node-rs/argon2";
import { Password } from "#core/contracts/practice.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";

/** OWASP's argon2id setting (19 MiB, two passes, one lane). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Long enough and still the first a guesser tries; compared without case, spaces and dashes. */
const TOO_COMMON = new Set([
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword",
  "123456789012",
  "1234567890123",
  "123456123456",
  "1234567890qwerty",
  "qwertyuiop12",
  "qwertyuiop123",
  "qwertyuiopasdf",
  "qwertyuiopasdfghjkl",
  "qwerty123456",
  "qwertyqwerty",
  "1q2w3e4r5t6y",
  "1qaz2wsx3edc",
  "1qaz2wsx3edc4rfv",
  "qazwsxedcrfv",
  "q1w2e3r4t5y6",
  "asdfghjkl123",
  "asdfghjklasdfghjkl",
  "zxcvbnm12345",
  "abcdefghijkl",
  "abcdefgh1234",
  "abc123abc123",
  "iloveyou1234",
  "iloveyouiloveyou",
  "letmeinletmein",
  "letmein12345",
  "welcome12345",
  "welcomewelcome",
  "administrator",
  "adminadminadmin",
  "admin1234567",
  "changeme1234",
  "changemenow1",
  "trustno1trustno1",
  "sunshine1234",
  "princess1234",
  "football1234",
  "baseball1234",
  "superman1234",
  "whatever1234",
  "correcthorsebatterystaple",
  "therapist1234",
  "therapy123456",
  "couplestherapy",
  "openchair1234",
  "openchairopenchair",
]);

/** What may not be the password because everybody knows it of this person. */
export interface KnownOfThem {
  readonly email: string;
  readonly practiceName: string;
}

/**
 * Length only, no composition rules (NIST SP 800-63B); the guessable few are refused.
 * @returns the refusal, or null for a good password
 */
export function weaknessOf(password: string, known: KnownOfThem): Refusal | null {
  const weak = refuse("weak-password", "password");
  if (!Password.safeParse(password).success) return weak;
  const plain = simplified(password);
  if (TOO_COMMON.has(plain) || new Set(plain).size < 4) return weak;
  const localPart = known.email.slice(0, known.email.indexOf("@"));
  const theirs = [known.email, localPart, known.practiceName].map(simplified);
  return theirs.includes(plain) ? weak : null;
}

/** argon2id in PHC form; takes about 30 ms off the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

export async function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
  return verify(stored, password.normalize("NFKC"));
}

function simplified(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_.-]/g, "");
}
