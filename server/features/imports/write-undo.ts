import { type UndoImport, UndoResult } from "#core/contracts/import.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { namesInDrafts } from "#server/features/drafts/store.ts";
import type { Services } from "#server/process/services.ts";
import { casesOpenedBy, findBatch, markUndone, occasionsOf, removeCase, removeNames, removeUntouchedOccasions, unusedNamesOf } from "./store-undo.ts";

/**
 * Takes out exactly what an import brought: its rows, then the tracks, themes and cases it made, where nothing else hangs on
 * them. A row that was corrected or moved since is the therapist's own work by now: it stays, and is named.
 */
export async function undoImport(services: Services, scope: ClinicianScope, input: UndoImport): Promise<UndoResult | Refusal> {
  const request = { requestKey: input.requestKey, action: "import.undone", body: input, answer: UndoResult };
  return auditedWrite(services, { actor: scope, request }, async (tx, note) => {
    const { batchId } = input;
    // Nothing is imported, and no name is taken into use by another import, while this one is taken out.
    await tx.lock({ kind: "practice", id: scope.practiceId });
    await tx.lock({ kind: "clinician", id: scope.clinicianId });
    const batch = await findBatch(tx, scope, batchId);
    if (!batch) return refuse("not-found");
    if (batch.undone) return refuse("import-undone");
    note({ action: "import.undone", objectType: "import", objectId: batchId });
    if (!(await markUndone(tx, scope, { batchId, now: services.now() }))) return refuse("import-undone");
    // What somebody corrects meanwhile in another window is either touched before this, or finds its session gone after it.
    const touchedCases = new Set([...(await occasionsOf(tx, scope, batchId)), ...(await casesOpenedBy(tx, scope, batchId))].map(caseIdOf));
    for (const id of [...touchedCases].sort()) await tx.lock({ kind: "case", id });
    const occasions = await occasionsOf(tx, scope, batchId);
    const kept = occasions.filter((occasion) => occasion.touched);
    const removed = occasions.filter((occasion) => !occasion.touched);
    await removeUntouchedOccasions(tx, scope, batchId);
    for (const { id, caseId } of removed) note({ action: "occasion.import-undone", objectType: "occasion", objectId: id, caseId });
    const names = withoutThoseNamed(await unusedNamesOf(tx, scope, batchId), await namesInDrafts(tx, scope));
    await removeNames(tx, scope, names);
    for (const id of names.tracks) note({ action: "track.import-undone", objectType: "track", objectId: id });
    for (const id of names.themes) note({ action: "theme.import-undone", objectType: "theme", objectId: id });
    const cases = await casesOpenedBy(tx, scope, batchId);
    for (const { id, free } of cases) {
      if (!free) continue;
      await removeCase(tx, scope, id);
      note({ action: "case.import-undone", objectType: "case", objectId: id, caseId: id });
    }
    return {
      removed: removed.length,
      kept: kept.map(({ caseId, caseLabel, rootId, day }) => ({ caseId, caseLabel, sessionId: rootId, day })),
      casesKept: cases.filter(({ free }) => !free).map(({ id, label }) => ({ caseId: id, label })),
    };
  });
}

function caseIdOf(row: { readonly caseId: string } | { readonly id: string }): string {
  return "caseId" in row ? row.caseId : row.id;
}

/** A name that stands in a draft is still needed. */
function withoutThoseNamed(
  names: { tracks: string[]; themes: string[] },
  isInDraft: (id: string) => boolean,
): { tracks: string[]; themes: string[] } {
  const unnamed = (ids: readonly string[]) => ids.filter((id) => !isInDraft(id));
  return { tracks: unnamed(names.tracks), themes: unnamed(names.themes) };
}
