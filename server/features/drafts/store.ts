import type { BrokenDraft, DraftBody, DraftView } from "#core/contracts/draft.ts";
import { storedDraft, textsOfBrokenDraft } from "#core/contracts/stored-draft.ts";
import { trackOfKey } from "#core/fields/list-kinds.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";

/** A draft without its private note, which is sealed apart. */
export type StoredDraft = Omit<DraftView, "privateNote">;

/** A draft whose body cannot be read, likewise. */
export type UnreadableDraft = Omit<BrokenDraft, "privateNote">;

export async function insertDraft(
  tx: Tx,
  scope: CaseScope,
  draft: { body: DraftBody; corrects: { sessionId: string; version: number } | null; now: Date },
): Promise<StoredDraft> {
  const id = newId();
  const kind = draft.corrects ? "correction" : "session";
  await tx.insert("draft", [
    {
      id,
      practiceId: scope.practiceId,
      caseId: scope.caseId,
      clinicianId: scope.clinicianId,
      kind,
      corrects: draft.corrects?.sessionId ?? null,
      correctsVersion: draft.corrects?.version ?? null,
      revision: 1,
      day: draft.body.day,
      body: storedDraft.write(draft.body),
      createdAt: draft.now,
      updatedAt: draft.now,
    },
  ]);
  return {
    id,
    caseId: scope.caseId,
    kind,
    corrects: draft.corrects?.sessionId ?? null,
    correctsVersion: draft.corrects?.version ?? null,
    revision: 1,
    body: draft.body,
    updatedAt: draft.now.toISOString(),
  };
}

/** The clinician's own draft, or null where it is gone or somebody else's. */
export async function findDraft(reader: Reader, scope: ClinicianScope, draftId: string): Promise<StoredDraft | UnreadableDraft | null> {
  const row = await reader.prisma.draft.findFirst({ where: { id: draftId, clinicianId: scope.clinicianId, practiceId: scope.practiceId } });
  if (!row) return null;
  const { id, caseId, corrects, correctsVersion, revision } = row;
  const kind = row.kind as DraftView["kind"];
  const stored = storedDraft.read(row.body);
  if (!stored.read) return { id, caseId, kind, corrects, broken: true, texts: textsOfBrokenDraft(stored.text) };
  return { id, caseId, kind, corrects, correctsVersion, revision, body: stored.value, updatedAt: row.updatedAt.toISOString() };
}

/** The newest draft of a new session that nobody typed into, by its id; one that cannot be read is not known to be untouched. */
export async function findUntouchedDraft(reader: Reader, { practiceId, clinicianId, caseId }: CaseScope): Promise<string | null> {
  const rows = await reader.prisma.draft.findMany({
    where: { practiceId, clinicianId, caseId, kind: "session", revision: 1 },
    orderBy: { createdAt: "desc" },
  });
  return rows.find((row) => storedDraft.read(row.body).read)?.id ?? null;
}

/** The draft about to be finished, if it still stands as the typist last saw it. */
export async function takeDraft(
  reader: Reader,
  scope: ClinicianScope,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<StoredDraft | Refusal> {
  const draft = await findDraft(reader, scope, draftId);
  if (!draft) return refuse("draft-gone");
  if ("broken" in draft) return refuse("draft-unreadable");
  return draft.revision === revision ? draft : refuse("draft-changed-meanwhile");
}

/** Overwrites a draft's text where its revision is the one that was `seen`; the caller has compared them in the same transaction. */
export async function overwriteDraft(
  tx: Tx,
  scope: ClinicianScope,
  draft: { draftId: string; seen: number; revision: number; body: DraftBody; now: Date },
): Promise<void> {
  const { count } = await tx.prisma.draft.updateMany({
    where: { practiceId: scope.practiceId, id: draft.draftId, clinicianId: scope.clinicianId, revision: draft.seen },
    data: { day: draft.body.day, body: storedDraft.write(draft.body), revision: draft.revision, updatedAt: draft.now },
  });
  if (count !== 1) throw new Error("the draft vanished inside its own transaction");
}

/** @returns how many drafts were there to be removed: 0 or 1 */
export async function removeDraft(tx: Tx, scope: ClinicianScope, draftId: string): Promise<number> {
  const { count } = await tx.prisma.draft.deleteMany({ where: { practiceId: scope.practiceId, id: draftId, clinicianId: scope.clinicianId } });
  return count;
}

/** Tells of a track or a theme, by its id, whether any draft of the practice names it; a draft that cannot be read by its text. */
export async function namesInDrafts(reader: Reader, { practiceId }: ClinicianScope): Promise<(id: string) => boolean> {
  const rows = await reader.prisma.draft.findMany({ where: { practiceId }, select: { body: true } });
  const stored = rows.map(({ body }) => storedDraft.read(body));
  const unreadable = stored.flatMap((draft) => (draft.read ? [] : [draft.text]));
  const named = new Set(stored.flatMap((draft) => (draft.read ? idsOf(namesOfDraft(draft.value)) : [])));
  return (id) => named.has(id) || unreadable.some((text) => text.includes(id));
}

/** The tracks that a draft rates and the themes that it chooses. */
export function namesOfDraft({ ratings, themes }: DraftBody): {
  readonly ratings: readonly { readonly track: string }[];
  readonly themes: readonly string[];
} {
  return { ratings: Object.keys(ratings).map((key) => ({ track: trackOfKey(key) })), themes };
}

function idsOf({ ratings, themes }: ReturnType<typeof namesOfDraft>): string[] {
  return [...ratings.map(({ track }) => track), ...themes];
}
