import type { Day } from "#core/day.ts";
import { isRefusal, refuse } from "#core/vocabulary/refusal.ts";
import { hashPassword } from "#server/access/password.ts";
import { type Actor, type AuditNote, appendInBulk, auditedWrite } from "#server/audit/audit.ts";
import type { Bulk, Database } from "#server/database/database.ts";
import { createPractice, hasPractice } from "#server/features/practice/store.ts";
import { buildCase } from "./build-case.ts";
import { createDice, type Dice } from "./dice.ts";

/** Signs in to a built practice. Nothing in one is anybody's. */
export const BENCH_EMAIL = "bench@example.test";
export const BENCH_PASSWORD = "fictional bench practice";
export const BENCH_TIME_ZONE = "UTC";

export interface PracticeSize {
  /** ≥ 1; the first is the owner and signs in. */
  readonly clinicians: number;
  /** Of all clinicians together, dealt out evenly. */
  readonly cases: number;
  /** Of all cases together, dealt out evenly. */
  readonly sessions: number;
  readonly seed: number;
  /** The newest sessions lie just before it. */
  readonly today: Day;
}

export interface BuiltPractice {
  readonly practiceId: string;
  readonly clinicianIds: readonly string[];
  /** In the order of their clinicians: the first clinician's come first. */
  readonly caseIds: readonly string[];
  readonly email: string;
  readonly password: string;
}

interface BuildServices {
  readonly database: Database;
  readonly keys: { readonly audit: Buffer };
}

const LABELS = ["Harbor", "Cedar", "Elm", "Quiet Fox", "Lantern", "Meridian", "Orchard", "Saltmarsh", "Juniper", "Larkspur"] as const;

/**
 * Builds a fictional practice of any size into an empty record: the same size and seed give the same rows, with a trail that
 * verifies. Practice and clinicians are one transaction, everything else a second one, in bulk.
 *
 * @throws Error when the record holds a practice already
 */
export async function buildPractice({ database, keys }: BuildServices, size: PracticeSize): Promise<BuiltPractice> {
  const dice = createDice(size.seed);
  const at = new Date(`${size.today}T12:00:00.000Z`);
  const practiceId = dice.id(size.today);
  const clinicianIds = Array.from({ length: size.clinicians }, () => dice.id(size.today));
  const [owner] = clinicianIds;
  if (owner === undefined) throw new RangeError("a practice needs a clinician");
  const passwordHash = await hashPassword(BENCH_PASSWORD);

  const actor: Actor = { practiceId, clinicianId: owner };
  const stands = await auditedWrite({ database, keys, now: () => at }, { actor }, async (tx, note) => {
    if (await hasPractice(tx)) return refuse("already-set-up");
    const first = { practiceId, clinicianId: owner, clinicianName: "Fictional clinician 1", email: BENCH_EMAIL, passwordHash, at };
    await createPractice(tx, { ...first, practiceName: "Sample practice (fictional, generated)", timeZone: BENCH_TIME_ZONE, isSample: true });
    note({ action: "practice.set-up", objectType: "practice", objectId: practiceId });
    await tx.prisma.clinician.createMany({
      data: clinicianIds.slice(1).map((id, index) => ({
        id,
        practiceId,
        name: `Fictional clinician ${index + 2}`,
        email: `clinician-${index + 2}@example.test`,
        createdAt: at,
        updatedAt: at,
      })),
    });
    for (const id of clinicianIds) note({ action: "clinician.added", objectType: "clinician", objectId: id });
    return {};
  });
  if (isRefusal(stands)) throw new Error("this record already holds a practice");

  const caseIds = await database.bulk(async (bulk) => {
    const { ids, entries } = buildCases(bulk, dice, { ...size, practiceId, clinicianIds });
    await appendInBulk(bulk, keys.audit, entries);
    return ids;
  });
  return { practiceId, clinicianIds, caseIds, email: BENCH_EMAIL, password: BENCH_PASSWORD };
}

type Entry = AuditNote & { readonly at: string; readonly actor: Actor };

function buildCases(
  bulk: Bulk,
  dice: Dice,
  { practiceId, clinicianIds, cases, sessions, today }: PracticeSize & { practiceId: string; clinicianIds: readonly string[] },
): { ids: string[]; entries: Entry[] } {
  const ids: string[] = [];
  const entries: Entry[] = [];
  for (let index = 0; index < cases; index += 1) {
    const clinicianId = clinicianIds[Math.floor((index * clinicianIds.length) / cases)] as string;
    const caseId = dice.id(today);
    const share = dealt(sessions, cases, index);
    const logged = buildCase(bulk, dice, { practiceId, clinicianId, caseId, label: labelOf(index), sessions: share, today });
    const actor = { practiceId, clinicianId };
    entries.push({ action: "case.opened", objectType: "case", objectId: caseId, caseId, at: `${logged[0]?.day ?? today}T12:00:00.000Z`, actor });
    for (const { id, day } of logged)
      entries.push({ action: "session.logged", objectType: "occasion", objectId: id, caseId, at: `${day}T12:00:00.000Z`, actor });
    ids.push(caseId);
  }
  return { ids, entries };
}

/** How many of `total` the share at `index` gets when dealt out evenly. */
function dealt(total: number, shares: number, index: number): number {
  return Math.floor((total * (index + 1)) / shares) - Math.floor((total * index) / shares);
}

function labelOf(index: number): string {
  return `${LABELS[index % LABELS.length]} ${Math.floor(index / LABELS.length) + 1}`;
}
