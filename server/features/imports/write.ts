import { createHash } from "node:crypto";
import {
  type CommitImport,
  type ImportFile,
  type ImportMapping,
  type ImportPreview,
  type ImportReading,
  ImportResult,
  type PreviewImport,
} from "#core/contracts/import.ts";
import { nothingStored, pickFields } from "#core/fields/field.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS } from "#core/fields/session-fields.ts";
import { dateOrderOf } from "#core/import/days.ts";
import { mappingFaults } from "#core/import/mapping-faults.ts";
import { type ImportPlan, type PlanGround, type PlannedCase, planImport, type TrackHere } from "#core/import/plan.ts";
import { newThemesOf, partnersOf, previewOf } from "#core/import/preview.ts";
import { readingOf, withRemembered } from "#core/import/reading.ts";
import type { RowContent } from "#core/import/row.ts";
import { columnOf, type Sheet } from "#core/import/sheet.ts";
import { sameWords } from "#core/import/words.ts";
import { COLUMN_LIMIT, FILE_LIMIT_BYTES, ROW_LIMIT } from "#core/vocabulary/import.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { isBuiltInTrack } from "#core/vocabulary/track.ts";
import { type ClinicianScope, lockCase } from "#server/access/scope.ts";
import { type AuditNote, auditedWrite } from "#server/audit/audit.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { insertCase, takeSequence } from "#server/features/cases/store.ts";
import { readThemes, refuseThemes } from "#server/features/practice/tracks-and-themes.ts";
import { insertOccasions, type NewOccasion } from "#server/features/sessions/store.ts";
import type { Services } from "#server/process/services.ts";
import { readUpload } from "./read.ts";
import { casesHere, insertBatch, insertThemes, insertTracks, rememberedMapping, tracksHere } from "./store.ts";

const LIMITS = { bytes: FILE_LIMIT_BYTES, rows: ROW_LIMIT, columns: COLUMN_LIMIT };

interface Asked {
  readonly scope: ClinicianScope;
  readonly today: string;
}

/** Reads a file and guesses what its columns and words mean. Nothing is kept between the steps of an import. */
export async function readImport(reader: Reader, scope: ClinicianScope, input: ImportFile): Promise<ImportReading | Refusal> {
  const sheet = await readUpload(input, LIMITS);
  if (isRefusal(sheet)) return sheet;
  const cases = await casesHere(reader, scope);
  const known = { cases, themes: await readThemes(reader, scope), tracks: (await tracksHere(reader, scope, cases)).filter(offeredEverywhere) };
  const reading = readingOf(sheet, { fileName: input.fileName, known });
  const earlier = await rememberedMapping(reader, scope, sheet.headers);
  return earlier === null ? reading : withRemembered(reading, earlier, { sheet, known });
}

/** Says what would come in and what would not, row by row, by the very plan that the import carries out. */
export async function previewImport(reader: Reader, { scope, today }: Asked, input: PreviewImport): Promise<ImportPreview | Refusal> {
  const sheet = await readUpload(input, LIMITS);
  if (isRefusal(sheet)) return sheet;
  const plan = await planned(reader, { scope, today }, { sheet, mapping: input.mapping });
  return isRefusal(plan) ? plan : previewOf(plan.plan, { sheet, mapping: input.mapping });
}

/** Brings the rows in: one transaction, which the next one like it finds already done. */
export async function commitImport(services: Services, { scope, today }: Asked, input: CommitImport): Promise<ImportResult | Refusal> {
  const sheet = await readUpload(input, LIMITS);
  if (isRefusal(sheet)) return sheet;
  const { mapping } = input;
  const request = { requestKey: input.requestKey, action: "import.brought-in", body: input, answer: ImportResult };
  return auditedWrite(services, { actor: scope, request }, async (tx, note) => {
    // Two imports at once would each not see the rows, the tracks and the themes that the other brings.
    await tx.lock({ kind: "practice", id: scope.practiceId });
    await tx.lock({ kind: "clinician", id: scope.clinicianId });
    // What the plan reads of a case (is it closed, what does it hold already) must still be so when its rows are written.
    for (const { id } of [...(await casesHere(tx, scope))].sort(byId)) await tx.lock({ kind: "case", id });
    const found = await planned(tx, { scope, today }, { sheet, mapping });
    if (isRefusal(found)) return found;
    const { plan, ground } = found;
    const cases = plan.cases.filter(({ rows }) => rows.length > 0);
    const cameIn = cases.reduce((sum, { rows }) => sum + rows.length, 0);
    const leftOut = plan.leftOut.length;
    if (cameIn === 0) {
      note({ action: "import.nothing-new", objectType: "import", objectId: null });
      return { batchId: null, kind: mapping.kind, cameIn, leftOut, cases: [] };
    }
    const batchId = newId();
    const now = services.now();
    const kept = { headers: sheet.headers, mapping };
    await insertBatch(tx, scope, { id: batchId, fileName: input.fileName, importedRows: cameIn, leftOutRows: leftOut, kept, now });
    note({ action: "import.brought-in", objectType: "import", objectId: batchId });
    const bringer = new Bringer({ tx, scope, note, batchId, now, mapping, ground });
    await bringer.bringThemes(plan);
    const brought: ImportResult["cases"][number][] = [];
    for (const coupleCase of cases) brought.push(await bringer.bringCase(coupleCase, { isOnlyCase: cases.length === 1 }));
    return { batchId, kind: mapping.kind, cameIn, leftOut, cases: brought };
  });
}

async function planned(
  reader: Reader,
  { scope, today }: Asked,
  { sheet, mapping }: { sheet: Sheet; mapping: ImportMapping },
): Promise<{ plan: ImportPlan; ground: PlanGround } | Refusal> {
  const dayColumn = mapping.columns.findIndex((use) => use.as === "day");
  const { twoWays } = dateOrderOf(dayColumn === -1 ? [] : columnOf(sheet, dayColumn));
  const [fault] = mappingFaults(mapping, { needsDateOrder: twoWays !== null });
  if (fault) return refuse("import-not-ready", fault.column === null ? fault.code : `columns.${fault.column}`);
  const cases = await casesHere(reader, scope);
  for (const { to } of mapping.cases) {
    if (to !== null && "caseId" in to && !cases.some((own) => own.id === to.caseId)) return refuse("not-found", "cases");
  }
  const tracks = await tracksHere(reader, scope, cases);
  const strange = mapping.columns.findIndex(
    (use) => use.as === "rating" && !isBuiltInTrack(use.track) && !tracks.some((own) => own.id === use.track && offeredEverywhere(own)),
  );
  if (strange !== -1) return refuse("unknown-track", `columns.${strange}`);
  const named = mapping.columns.flatMap((use) => (use.as === "themes" ? use.words.flatMap(({ to }) => (to && "theme" in to ? [to.theme] : [])) : []));
  const unknown = await refuseThemes(reader, scope, named);
  if (unknown) return unknown;
  const ground: PlanGround = { today, cases, themes: await readThemes(reader, scope), tracks, fingerprint };
  return { plan: planImport(sheet, mapping, ground), ground };
}

/** The order in which several cases are locked (LOCK_KINDS). */
function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

/** A track that belongs to one case is found again by its name in that case: by its id it would lose the rows of any other. */
function offeredEverywhere(track: TrackHere): boolean {
  return track.caseId === null;
}

function fingerprint(identity: string): string {
  return createHash("sha256").update(identity).digest("base64url");
}

interface Bringing {
  readonly tx: Tx;
  readonly scope: ClinicianScope;
  readonly note: (entry: AuditNote) => void;
  readonly batchId: string;
  readonly now: Date;
  readonly mapping: ImportMapping;
  readonly ground: PlanGround;
}

/** Writes a plan, case by case, inside the caller's transaction. */
class Bringer {
  readonly #themes = new Map<string, string>();
  /** The track that each column became. */
  readonly #tracks = new Map<number, string>();

  constructor(readonly bringing: Bringing) {
    for (const { theme, name } of bringing.ground.themes) this.#themes.set(sameWords(name), theme);
  }

  /** Themes the practice does not have yet; one of the same name is that one. */
  async bringThemes(plan: ImportPlan): Promise<void> {
    const { tx, scope, note, batchId, now } = this.bringing;
    const names = newThemesOf(plan).filter((name) => !this.#themes.has(sameWords(name)));
    const ids = await insertThemes(tx, scope, { names, importBatchId: batchId, now });
    for (const [at, name] of names.entries()) this.#themes.set(sameWords(name), ids[at] as string);
    for (const id of ids) note({ action: "theme.added", objectType: "theme", objectId: id });
  }

  async bringCase(planned: PlannedCase, { isOnlyCase }: { isOnlyCase: boolean }): Promise<ImportResult["cases"][number]> {
    const { tx, scope, note, batchId, now } = this.bringing;
    const opened = planned.here === null;
    const caseId = planned.here?.id ?? (await this.#openCase(planned));
    const caseScope = await lockCase(tx, scope, caseId);
    if (isRefusal(caseScope)) throw new Error("a case of the import is not the importer's own");
    if (opened) note({ action: "case.opened", objectType: "case", objectId: caseId, caseId });
    await this.#bringTracks(planned, { caseId, isOnlyCase });
    const first = await takeSequence(tx, { practiceId: scope.practiceId, caseId }, { count: planned.rows.length });
    const occasions = planned.rows.map(
      ({ day, content, fingerprint: importFingerprint }, at): NewOccasion => ({
        ...this.#occasion(content),
        day,
        sequence: first + at,
        importBatchId: batchId,
        importFingerprint,
        now,
      }),
    );
    const written = await insertOccasions(tx, caseScope, occasions);
    const action = this.bringing.mapping.kind === "sessions" ? "session.imported" : "measurement.imported";
    for (const { id } of written) note({ action, objectType: "occasion", objectId: id, caseId });
    return { caseId, label: planned.label, cameIn: written.length, opened };
  }

  async #openCase({ to, label, rows }: PlannedCase): Promise<string> {
    const { tx, scope, batchId, now } = this.bringing;
    const { active, observing } = partnersOf("label" in to ? to : { active: null, observing: null });
    const person = (name: string) => ({ label: name, pronouns: null, contact: null });
    return insertCase(tx, scope, {
      body: {
        label,
        openedOn: rows[0]?.day as string,
        active: person(active),
        observing: person(observing),
        presentingConcern: "",
        secretsPolicy: "none-stated",
        collateralConsentOn: null,
        nextSessionOn: null,
        nextSessionStart: null,
      },
      now,
      importBatchId: batchId,
    });
  }

  /** New tracks belong to the one case that the sheet is about; where it is about several, they are offered everywhere. */
  async #bringTracks({ rows }: PlannedCase, { caseId, isOnlyCase }: { caseId: string; isOnlyCase: boolean }): Promise<void> {
    const { tx, scope, note, batchId, now, mapping } = this.bringing;
    const used = new Set(
      rows.flatMap(({ content }) => content.ratings.map(({ track }) => track)).map((track) => (typeof track === "object" ? track.column : -1)),
    );
    for (const [column, use] of mapping.columns.entries()) {
      if (use.as !== "new-track" || !used.has(column) || this.#tracks.has(column)) continue;
      const { name, lowest, highest, better } = use;
      const tracks = [{ name, lowest, highest, better, caseId: isOnlyCase ? caseId : null }];
      const [id] = await insertTracks(tx, scope, { tracks, importBatchId: batchId, now });
      this.#tracks.set(column, id as string);
      note({ action: "track.added", objectType: "track", objectId: id as string });
    }
  }

  #occasion(content: RowContent): Omit<NewOccasion, "day" | "sequence" | "now"> {
    const { kind, observation, ratings, themes, shifts, note } = content;
    return {
      ...pickFields(HOUR_FIELDS, content),
      kind,
      observation: observation && {
        ...nothingStored(OBSERVATION_FIELDS),
        ...observation,
        source: observation.stage === null && observation.evidence === null ? null : "not-recorded",
        stances: [],
      },
      ratings: ratings.map(({ track, value, rater }) => ({ track: this.#trackId(track), value, rater })),
      themes: themes.map((theme) => ("theme" in theme ? theme.theme : (this.#themes.get(sameWords(theme.newTheme)) as string))),
      shifts: shifts.map((shift) => ({ ...shift, source: "not-recorded" as const })),
      goalsTouched: [],
      note: note === null ? null : { format: "free", sections: { text: note } },
    };
  }

  #trackId(track: string | { readonly column: number }): string {
    const id = typeof track === "string" ? track : this.#tracks.get(track.column);
    if (id === undefined) throw new Error("a rating without its track");
    return id;
  }
}
