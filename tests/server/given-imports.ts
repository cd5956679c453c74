import type { ImportMapping, ImportReading } from "#core/contracts/import.ts";
import { NOBODY } from "#server/database/database.ts";
import { asForm, requestKey } from "./given.ts";
import { openRecord, type TestClinician, type TestRecord } from "./harness.ts";
import { tablesOf, valuesOf } from "./rows.ts";

export const AFTERWARDS = "2026-11-24T15:00:00.000Z";
const base64 = (content: string | Buffer) => Buffer.from(content as string).toString("base64");

/** Three hours of two fictional couples, as a spreadsheet with semicolons, days by dots and decimal commas writes them. */
export const SHEET = [
  "Datum;Couple;Tone;Boundaries;Engaged;Who came;Themes;Money worries;Notes",
  "03.02.2026;River;4,5;3;listening;Ana + Ben;money, in-laws;2,5;a first hour",
  "04.02.2026;River;5,5;;refused;Ana;;1;",
  "10.02.2026;Meadow;0;10;curious;both;triggers;0,5;=1+1",
].join("\r\n");

interface Upload {
  readonly fileName: string;
  readonly contentBase64: string;
}
export const upload = (content: string | Buffer, fileName = "past.csv"): Upload => ({ fileName, contentBase64: base64(content) });

/** Reads, looks and brings in, with the mapping as guessed but for the change. */
export async function bring({ api }: TestClinician, file: Upload, change: (reading: ImportReading) => ImportMapping = ({ guess }) => guess) {
  const mapping = change(await api.imports.read(file));
  const preview = await api.imports.preview({ ...file, mapping });
  const result = await api.imports.commit({ ...file, mapping, requestKey: requestKey() });
  return { mapping, preview, result };
}

/** Rows of every table, but for those that only ever grow. */
export async function rowCounts(record: TestRecord): Promise<Record<string, number>> {
  const growing = new Set(["audit_entry", "audit_head", "idempotency_key", "import_batch"]);
  const { database } = record.services;
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(database)) {
    if (growing.has(table)) continue;
    const [count = 0] = await valuesOf<number>(database, `SELECT COUNT(*) FROM "${table}"`);
    counts[table] = count;
  }
  return counts;
}

export async function givenImporter() {
  const record = await openRecord({ moment: AFTERWARDS });
  return { record, clinician: await record.addClinician() };
}

/** Corrects the earliest session of a case and returns its id. */
export async function correctFirst(record: TestRecord, { api }: TestClinician, caseId: string): Promise<string> {
  const root = await record.services.database.read(NOBODY).prisma.occasion.findFirstOrThrow({ where: { caseId }, orderBy: { sequence: "asc" } });
  const draft = asForm(await api.drafts.start({ caseId, requestKey: requestKey(), corrects: root.rootId }));
  // What a sheet leaves open, a correction by hand must say.
  const body = { ...draft.body, source: "seen" as const, minutes: "45" };
  const saved = await api.drafts.save({ draftId: draft.id, revision: draft.revision, body, privateNote: "" });
  if (!saved.saved) throw new Error("not saved");
  await api.sessions.finish({ draftId: draft.id, revision: saved.revision, requestKey: requestKey() });
  return root.rootId;
}
