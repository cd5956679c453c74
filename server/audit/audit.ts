import { createHmac, timingSafeEqual } from "node:crypto";
import { type AnswerSchema, storedAnswer } from "#core/contracts/stored-answer.ts";
import type { Refusal } from "#core/vocabulary/refusal.ts";
import { isRefusal, refuse } from "#core/vocabulary/refusal.ts";
import type { Bulk, Database, Tx, Walker } from "#server/database/database.ts";
import { isTrue, type Sql, sql } from "#server/database/sql.ts";

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

/** The request behind a create: the same key again answers the same, the same key with another body is refused. */
export interface IdempotentRequest<Answer> {
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
 * One write: a transaction that holds the work, its audit entries and, where the caller names a request, the remembered answer.
 * A returned refusal rolls everything back. Work that records nothing in the trail is a fault.
 *
 * @returns what `work` returned, or the remembered answer of the same request
 */
export async function auditedWrite<T>(
  services: AuditServices,
  { actor, request }: { actor: Actor; request?: IdempotentRequest<T> },
  work: (tx: Tx, note: (entry: AuditNote) => void) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const answer = { value: undefined as T | Refusal | undefined };
  // Keyed: a bare digest of a request with a private note in it would confirm a guess at its words to whoever reads the row.
  // The first line is part of what is stored: with another one, an answer remembered before an upgrade would be refused.
  const bodyHash = request
    ? createHmac("sha256", services.keys.audit)
        .update(`wish\n${JSON.stringify(request.body)}`)
        .digest("hex")
    : "";
  const { clinicianId, practiceId } = actor;
  const requester = clinicianId === null || practiceId === null ? null : { clinicianId, practiceId };
  try {
    await services.database.transaction(actor, async (tx) => {
      if (request && requester) {
        await tx.lock({ kind: "request", id: `${requester.clinicianId} ${request.requestKey}` });
        const remembered = await recall(tx, requester, { ...request, bodyHash });
        if (remembered !== undefined) {
          answer.value = remembered;
          return;
        }
      }
      const notes: AuditNote[] = [];
      answer.value = await work(tx, (entry) => notes.push(entry));
      if (isRefusal(answer.value)) throw new RolledBack();
      if (notes.length === 0) throw new Error("a write without an audit entry");
      const createdAt = services.now().toISOString();
      await append(
        tx,
        services.keys.audit,
        notes.map((entry) => ({ ...entry, at: createdAt, actor })),
      );
      if (request && requester) {
        const { requestKey: key, action } = request;
        const text = storedAnswer(request.answer).write(answer.value as T);
        await tx.insert("idempotency_key", [{ ...requester, key, action, bodyHash, answer: text, createdAt }]);
      }
    });
  } catch (fault) {
    if (!(fault instanceof RolledBack)) throw fault;
  }
  return answer.value as T | Refusal;
}

class RolledBack extends Error {}

async function recall<T>(
  tx: Tx,
  requester: { readonly clinicianId: string; readonly practiceId: string },
  request: IdempotentRequest<T> & { readonly bodyHash: string },
): Promise<T | Refusal | undefined> {
  const [known] = await tx.query<{ action: string; bodyHash: string; answer: string }>(sql`
    SELECT "action", "bodyHash", "answer" FROM "idempotency_key"
    WHERE "practiceId" = ${requester.practiceId} AND "clinicianId" = ${requester.clinicianId} AND "key" = ${request.requestKey}`);
  if (!known) return undefined;
  if (known.action !== request.action || known.bodyHash !== request.bodyHash) return refuse("key-reused");
  const remembered = storedAnswer(request.answer).read(known.answer);
  // It was done, so it is not done again; and a fault would say "try again", which would not help however often it was tried.
  return remembered.read ? remembered.value : refuse("already-done");
}

type TimedNote = AuditNote & { readonly at: string; readonly actor: Actor };

/** Where the trail ends: its last entry's sequence and mac, sealed so that a cut-off end shows. */
interface Head {
  readonly sequence: number;
  readonly mac: string;
}

const HEAD = sql`SELECT "sequence", "mac" FROM "audit_head" WHERE "id" = 1`;

/** The entries of the trail that follow `head`, each chained to the one before. */
function* chained(key: Buffer, head: Head | undefined, notes: Iterable<TimedNote>): Generator<EntryRow & { mac: string }> {
  let { sequence, mac } = head ?? { sequence: 0, mac: GENESIS };
  for (const { at, actor, action, objectType, objectId, caseId } of notes) {
    sequence += 1;
    const { practiceId, clinicianId: actorId } = actor;
    const entry: EntryRow = { sequence, at, practiceId, actorId, action, objectType, objectId, caseId: caseId ?? null };
    mac = macOf(key, mac, entry);
    yield { ...entry, mac };
  }
}

function newHead(key: Buffer, { sequence, mac }: Head): Sql {
  return sql`INSERT INTO "audit_head" ("id", "sequence", "mac", "seal") VALUES (1, ${sequence}, ${mac}, ${sealOf(key, sequence, mac)})
    ON CONFLICT ("id") DO UPDATE SET "sequence" = excluded."sequence", "mac" = excluded."mac", "seal" = excluded."seal"`;
}

async function append(tx: Tx, key: Buffer, notes: readonly TimedNote[]): Promise<void> {
  // Two writes at once would both follow the same last entry.
  await tx.lock({ kind: "trail", id: "" });
  const [head] = await tx.query<Head>(HEAD);
  const entries = [...chained(key, head, notes)];
  const last = entries.at(-1);
  if (!last) return;
  await tx.insert("audit_entry", entries);
  await tx.execute(newHead(key, last));
}

/** Appends to the trail while rows are built in bulk. */
export async function appendInBulk(bulk: Bulk, key: Buffer, notes: Iterable<TimedNote>): Promise<void> {
  let [head] = await bulk.query<Head>(HEAD);
  for (const entry of chained(key, head, notes)) {
    bulk.insert("audit_entry", entry);
    head = entry;
  }
  if (head) await bulk.execute(newHead(key, head));
}

export type AuditVerdict =
  | { readonly sound: true; readonly entries: number }
  /** `sequence` names the first bad row; for a cut tail, the first row that is gone. */
  | { readonly sound: false; readonly sequence: number; readonly fault: "changed" | "missing" | "tail-cut" };

const PAGE = 2_000;

/**
 * Walks the trail from its first row to where it ended when the walk began: is every entry still as it was written, where it was
 * written? A changed, deleted, reordered or cut-off row is named by its sequence.
 */
export async function verifyAudit(record: Walker, key: Buffer): Promise<AuditVerdict> {
  // One statement, so that both are of the same moment: writes go on during the walk.
  const [end] = await record.query<{ last: number | null; sequence: number | null; mac: string | null; seal: string | null; isUsed: unknown }>(sql`
    SELECT e."last", h."sequence", h."mac", h."seal", EXISTS (SELECT 1 FROM "practice") AS "isUsed"
    FROM (SELECT MAX("sequence") AS "last" FROM "audit_entry") e LEFT JOIN "audit_head" h ON h."id" = 1`);
  const last = end?.last ?? 0;
  let expected = 0;
  let mac = GENESIS;
  const page = (after: EntryRow | null) =>
    sql`SELECT * FROM "audit_entry" WHERE "sequence" > ${after?.sequence ?? LOWEST} AND "sequence" <= ${last} ORDER BY "sequence" LIMIT ${PAGE}`;
  for await (const row of record.walk<EntryRow & { mac: string }>(page)) {
    expected += 1;
    if (row.sequence !== expected) return { sound: false, sequence: expected, fault: "missing" };
    if (!same(macOf(key, mac, row), row.mac)) return { sound: false, sequence: row.sequence, fault: "changed" };
    mac = row.mac;
  }
  const { sequence, mac: headMac, seal } = end ?? {};
  if (sequence === undefined || sequence === null || !headMac || !seal) {
    // A record in use has at least the entry of its set-up: an empty trail beside a practice was emptied.
    const isUnused = expected === 0 && !isTrue(end?.isUsed);
    return isUnused ? { sound: true, entries: 0 } : { sound: false, sequence: expected + 1, fault: "tail-cut" };
  }
  if (!same(seal, sealOf(key, sequence, headMac)) || sequence !== expected || !same(headMac, mac)) {
    return { sound: false, sequence: expected + 1, fault: "tail-cut" };
  }
  return { sound: true, entries: expected };
}

/** Below any sequence, one that somebody made up included. */
const LOWEST = Number.MIN_SAFE_INTEGER;

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
