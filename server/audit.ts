import { createHmac, timingSafeEqual } from "node:crypto";
import { type AnswerSchema, storedAnswer } from "#core/contracts/stored-answer.ts";
import type { Refusal } from "#core/vocabulary/refusal.ts";
import { isRefusal, refuse } from "#core/vocabulary/refusal.ts";
import type { Database, SqliteHandle, Tx } from "./db.ts";

/** Who acts: a clinician, or the machine's own keeper through a command (`clinicianId` null). */
export interface Actor {
  readonly clinicianId: string | null;
  readonly practiceId: string | null;
}

/** What is written to the trail: codes and ids, never record text. */
export interface AuditNote {
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly caseId?: string;
}

export interface AuditServices {
  readonly database: Database;
  readonly keys: { readonly audit: Buffer };
  readonly now: () => Date;
}

/** The wish behind a create: the same key again answers the same, the same key with another body is refused. */
export interface Wish<Answer> {
  readonly requestKey: string;
  readonly action: string;
  readonly body: unknown;
  /** What it is answered with: a remembered answer is parsed by it. */
  readonly answer: AnswerSchema<Answer>;
}

interface EntryRow {
  readonly sequence: number;
  readonly at: string;
  readonly practiceId: string | null;
  readonly actorId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly caseId: string | null;
}

const GENESIS = "open-chair-audit";

function macOf(key: Buffer, previous: string, entry: EntryRow): string {
  const row = [entry.sequence, entry.at, entry.practiceId, entry.actorId, entry.action, entry.objectType, entry.objectId, entry.caseId];
  return createHmac("sha256", key).update(previous).update("\n").update(JSON.stringify(row)).digest("hex");
}

function sealOf(key: Buffer, sequence: number, mac: string): string {
  return createHmac("sha256", key).update(`head\n${sequence}\n${mac}`).digest("hex");
}

/**
 * One write: a transaction that holds the work, its audit entries and, where the caller names a wish, the remembered answer.
 * A returned refusal rolls everything back. Work that records nothing in the trail is a fault.
 *
 * @returns what `work` returned, or the remembered answer of the same wish
 */
export async function auditedWrite<T>(
  services: AuditServices,
  { actor, wish }: { actor: Actor; wish?: Wish<T> },
  work: (tx: Tx, note: (entry: AuditNote) => void) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const answer = { value: undefined as T | Refusal | undefined };
  // Keyed: a bare digest of a wish with a private note in it would confirm a guess at its words to whoever reads the row.
  const bodyHash = wish
    ? createHmac("sha256", services.keys.audit)
        .update(`wish\n${JSON.stringify(wish.body)}`)
        .digest("hex")
    : "";
  try {
    await services.database.transaction(async (tx) => {
      if (wish && actor.clinicianId !== null) {
        const remembered = await recall(tx, actor.clinicianId, { ...wish, bodyHash });
        if (remembered !== undefined) {
          answer.value = remembered;
          return;
        }
      }
      const notes: AuditNote[] = [];
      answer.value = await work(tx, (entry) => notes.push(entry));
      if (isRefusal(answer.value)) throw new RolledBack();
      if (notes.length === 0) throw new Error("a write without an audit entry");
      const at = services.now().toISOString();
      await append(
        tx,
        services.keys.audit,
        notes.map((entry) => ({ ...entry, at, actor })),
      );
      if (wish && actor.clinicianId !== null) {
        const text = storedAnswer(wish.answer).write(answer.value as T);
        await tx.$executeRaw`INSERT INTO "idempotency_key" ("clinicianId", "key", "action", "bodyHash", "answer", "createdAt")
          VALUES (${actor.clinicianId}, ${wish.requestKey}, ${wish.action}, ${bodyHash}, ${text}, ${at})`;
      }
    });
  } catch (fault) {
    if (!(fault instanceof RolledBack)) throw fault;
  }
  return answer.value as T | Refusal;
}

class RolledBack extends Error {}

async function recall<T>(tx: Tx, clinicianId: string, wish: Wish<T> & { readonly bodyHash: string }): Promise<T | Refusal | undefined> {
  const [known] = await tx.$queryRaw<{ action: string; bodyHash: string; answer: string }[]>`
    SELECT "action", "bodyHash", "answer" FROM "idempotency_key" WHERE "clinicianId" = ${clinicianId} AND "key" = ${wish.requestKey}`;
  if (!known) return undefined;
  if (known.action !== wish.action || known.bodyHash !== wish.bodyHash) return refuse("key-reused");
  const remembered = storedAnswer(wish.answer).read(known.answer);
  // It was done, so it is not done again; and a fault would say "try again", which would not help however often it was tried.
  return remembered.read ? remembered.value : refuse("already-done");
}

async function append(tx: Tx, key: Buffer, notes: readonly (AuditNote & { at: string; actor: Actor })[]): Promise<void> {
  const [head] = await tx.$queryRaw<{ sequence: number | bigint; mac: string }[]>`SELECT "sequence", "mac" FROM "audit_head" WHERE "id" = 1`;
  let sequence = head ? Number(head.sequence) : 0;
  let mac = head ? head.mac : GENESIS;
  for (const note of notes) {
    sequence += 1;
    const entry: EntryRow = {
      sequence,
      at: note.at,
      practiceId: note.actor.practiceId,
      actorId: note.actor.clinicianId,
      action: note.action,
      objectType: note.objectType,
      objectId: note.objectId,
      caseId: note.caseId ?? null,
    };
    mac = macOf(key, mac, entry);
    await tx.$executeRaw`INSERT INTO "audit_entry" ("sequence", "at", "practiceId", "actorId", "action", "objectType", "objectId", "caseId", "mac")
      VALUES (${sequence}, ${entry.at}, ${entry.practiceId}, ${entry.actorId}, ${entry.action}, ${entry.objectType}, ${entry.objectId}, ${entry.caseId}, ${mac})`;
  }
  const seal = sealOf(key, sequence, mac);
  await tx.$executeRaw`INSERT INTO "audit_head" ("id", "sequence", "mac", "seal") VALUES (1, ${sequence}, ${mac}, ${seal})
    ON CONFLICT ("id") DO UPDATE SET "sequence" = excluded."sequence", "mac" = excluded."mac", "seal" = excluded."seal"`;
}

/** Appends to the trail on the bare handle, inside the caller's own transaction: for bulk builds, where a statement each is too slow. */
export function appendInBulk(handle: SqliteHandle, key: Buffer, notes: Iterable<AuditNote & { readonly at: string; readonly actor: Actor }>): void {
  const head = handle.prepare(`SELECT "sequence", "mac" FROM "audit_head" WHERE "id" = 1`).safeIntegers(false).get() as
    | { sequence: number; mac: string }
    | undefined;
  const insert =
    handle.prepare(`INSERT INTO "audit_entry" ("sequence", "at", "practiceId", "actorId", "action", "objectType", "objectId", "caseId", "mac")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let sequence = head ? head.sequence : 0;
  let mac = head ? head.mac : GENESIS;
  for (const { at, actor, action, objectType, objectId, caseId } of notes) {
    sequence += 1;
    const entry: EntryRow = {
      sequence,
      at,
      practiceId: actor.practiceId,
      actorId: actor.clinicianId,
      action,
      objectType,
      objectId,
      caseId: caseId ?? null,
    };
    mac = macOf(key, mac, entry);
    insert.run(sequence, at, entry.practiceId, entry.actorId, action, objectType, objectId, entry.caseId, mac);
  }
  handle
    .prepare(`INSERT INTO "audit_head" ("id", "sequence", "mac", "seal") VALUES (1, ?, ?, ?)
      ON CONFLICT ("id") DO UPDATE SET "sequence" = excluded."sequence", "mac" = excluded."mac", "seal" = excluded."seal"`)
    .run(sequence, mac, sealOf(key, sequence, mac));
}

export type AuditVerdict =
  | { readonly sound: true; readonly entries: number }
  /** `sequence` names the first bad row; for a cut tail, the first row that is gone. */
  | { readonly sound: false; readonly sequence: number; readonly fault: "changed" | "missing" | "tail-cut" };

/**
 * Walks the trail from its first row: does every entry still stand as it was written, where it was written?
 * A changed, deleted, reordered or cut-off row is named by its sequence.
 */
export function verifyAudit(handle: SqliteHandle, key: Buffer): AuditVerdict {
  const rows = handle.prepare(`SELECT * FROM "audit_entry" ORDER BY "sequence"`).safeIntegers(false).iterate() as Iterable<
    EntryRow & { mac: string }
  >;
  let expected = 0;
  let mac = GENESIS;
  let bad: AuditVerdict | undefined;
  for (const row of rows) {
    expected += 1;
    const right = macOf(key, mac, row);
    if (row.sequence !== expected) bad = { sound: false, sequence: expected, fault: "missing" };
    else if (!same(right, row.mac)) bad = { sound: false, sequence: row.sequence, fault: "changed" };
    if (bad) break;
    mac = row.mac;
  }
  if (bad) return bad;
  const head = handle.prepare(`SELECT "sequence", "mac", "seal" FROM "audit_head" WHERE "id" = 1`).safeIntegers(false).get() as
    | { sequence: number; mac: string; seal: string }
    | undefined;
  if (!head) {
    // A record in use has at least the entry of its set-up: an empty trail beside a practice was emptied.
    const isUnused = expected === 0 && handle.prepare(`SELECT 1 FROM "practice" LIMIT 1`).get() === undefined;
    return isUnused ? { sound: true, entries: 0 } : { sound: false, sequence: expected + 1, fault: "tail-cut" };
  }
  if (!same(head.seal, sealOf(key, head.sequence, head.mac)) || head.sequence !== expected || !same(head.mac, mac)) {
    return { sound: false, sequence: expected + 1, fault: "tail-cut" };
  }
  return { sound: true, entries: expected };
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
