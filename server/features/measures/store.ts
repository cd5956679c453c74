import { isDeepStrictEqual } from "node:util";
import type { AddMeasure, ArchiveMeasure, MeasureView } from "#core/contracts/measure.ts";
import { storedForm } from "#core/contracts/stored-measure.ts";
import type { KeptForm, MeasureFromFile } from "#core/fhir/as-measure.ts";
import { CATALOGUE } from "#core/measures/catalogue.ts";
import { MOST_MISSING } from "#core/measures/form-score.ts";
import type { CutOffSide, MeasureBetter } from "#core/vocabulary/measure.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import type { Prisma } from "#server/generated/prisma/client.ts";

type Row = Prisma.MeasureGetPayload<object>;

/** A measure by form or from a file, ready to be kept. */
type NewMeasure = Omit<AddMeasure, "requestKey" | "source"> & { readonly source: string; readonly form: KeptForm | null };

/**
 * Every measure there is for this practice: the catalogue, each entry with the practice's form of it where there is one, then the
 * practice's own, archived ones included.
 */
export async function readMeasures(reader: Reader, scope: ClinicianScope): Promise<MeasureView[]> {
  const rows = await reader.prisma.measure.findMany({ where: { practiceId: scope.practiceId }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  const kept = rows.map((row) => ({ row, form: formOf(row) }));
  const fromCatalogue = CATALOGUE.map((entry) => {
    const its = kept.find(({ row, form }) => !row.archived && form?.catalogue === entry.id);
    if (!its?.form) return entry;
    const { id: formId, mostMissing, version, name } = its.row;
    // A file without a version is told by its title.
    return { ...entry, form: { items: its.form.items }, formId, formVersion: version === "" ? name : version, mostMissing };
  });
  // A form of a published instrument is that instrument's, not a second measure; put aside, it stands by itself to be brought back.
  const own = kept.filter(({ row, form }) => row.archived || !form?.catalogue);
  return [...fromCatalogue, ...own.map(({ row, form }) => ownView(row, form))];
}

/** A form that cannot be read is as none: the measure stays, with its totals. */
function formOf({ form }: Pick<Row, "form">): KeptForm | null {
  const stored = form === null ? null : storedForm.read(form);
  return stored?.read ? stored.value : null;
}

function ownView(row: Row, form: KeptForm | null): MeasureView {
  // Its figures were only taken with a source (contracts/measure.ts), so none of them is from memory.
  const recalled = false;
  const safetyPlace = form?.items.findIndex((item) => item.safety) ?? -1;
  return {
    id: row.id,
    name: row.name,
    asks: "",
    subject: null,
    version: row.version,
    own: true,
    archived: row.archived,
    items: row.items,
    lowest: row.lowest,
    highest: row.highest,
    step: null,
    better: row.better as MeasureBetter,
    cutOff: row.cutOff === null || row.cutOffSide === null ? null : { value: row.cutOff, side: row.cutOffSide as CutOffSide, recalled },
    bands: [],
    changePoints: row.changePoints === null ? null : { points: row.changePoints, confidence: null, recalled },
    reliability: row.reliability === null ? null : { value: row.reliability, kind: null, recalled },
    normSd: row.normSd === null ? null : { value: row.normSd, mean: null, recalled },
    source: row.source,
    form: form && { items: form.items },
    formId: form && row.id,
    formVersion: null,
    mostMissing: form && row.mostMissing,
    safetyItem: safetyPlace < 0 ? null : safetyPlace + 1,
  };
}

/** Keeps a measure under a name of its own; published names are taken, and so are those of measures not archived. */
export async function keepMeasure(tx: Tx, scope: ClinicianScope, { measure, at }: { measure: NewMeasure; at: Date }): Promise<string | Refusal> {
  await lockMeasures(tx, scope);
  const isForm = measure.form !== null && measure.form.catalogue !== null;
  if (!isForm && (await isNameTaken(tx, scope, measure.name))) return refuse("name-taken", "name");
  const id = newId();
  const { form, ...figures } = measure;
  await tx.prisma.measure.create({
    data: {
      id,
      practiceId: scope.practiceId,
      ...figures,
      form: form && storedForm.write(form),
      mostMissing: form && MOST_MISSING,
      createdAt: at,
    },
  });
  return id;
}

/**
 * Keeps a questionnaire from a file. The same file again is the same measure, brought back where it was archived; another
 * form of the same published instrument takes the place of the one in use, which can be brought back.
 */
export async function keepForm(
  tx: Tx,
  scope: ClinicianScope,
  { measure, at }: { measure: MeasureFromFile; at: Date },
): Promise<{ id: string; already: boolean; replaced: boolean } | Refusal> {
  await lockMeasures(tx, scope);
  const { name, version, better, form } = measure;
  const alike = await tx.prisma.measure.findMany({ where: { practiceId: scope.practiceId, name, version, better, form: { not: null } } });
  // By what is stored, not by its text: the same form may have been stored by an older version.
  const known = alike.find((row) => isDeepStrictEqual(formOf(row), form));
  if (known) {
    const refusal = await archiveMeasure(tx, scope, { measureId: known.id, archived: false });
    return refusal ?? { id: known.id, already: true, replaced: false };
  }
  const earlier = form.catalogue === null ? [] : await formsInUse(tx, scope, form.catalogue);
  await setArchived(tx, scope, { ids: earlier, archived: true });
  const kept = await keepMeasure(tx, scope, { measure, at });
  return isRefusal(kept) ? kept : { id: kept, already: false, replaced: earlier.length > 0 };
}

/** Two windows at once would each find a name free, or each put the other's form aside. */
async function lockMeasures(tx: Tx, { practiceId }: ClinicianScope): Promise<void> {
  await tx.lock({ kind: "practice", id: practiceId });
}

async function formsInUse(reader: Reader, scope: ClinicianScope, catalogueId: string): Promise<string[]> {
  const rows = await reader.prisma.measure.findMany({ where: { practiceId: scope.practiceId, archived: false, form: { not: null } } });
  return rows.filter((row) => formOf(row)?.catalogue === catalogueId).map((row) => row.id);
}

/** Takes a measure out of what is offered, or brings it back. Its scores stay, and stay readable. */
export async function archiveMeasure(tx: Tx, scope: ClinicianScope, { measureId, archived }: ArchiveMeasure): Promise<Refusal | undefined> {
  await lockMeasures(tx, scope);
  const known = await tx.prisma.measure.findFirst({ where: { id: measureId, practiceId: scope.practiceId } });
  if (!known) return refuse("not-found");
  if (known.archived === archived) return undefined;
  const catalogueId = formOf(known)?.catalogue ?? null;
  if (!archived && catalogueId === null && (await isNameTaken(tx, scope, known.name))) return refuse("name-taken", "name");
  // One form at a time: bringing one back puts the other aside.
  if (!archived && catalogueId !== null) await setArchived(tx, scope, { ids: await formsInUse(tx, scope, catalogueId), archived: true });
  await setArchived(tx, scope, { ids: [measureId], archived });
  return undefined;
}

async function setArchived(tx: Tx, { practiceId }: ClinicianScope, { ids, archived }: { ids: readonly string[]; archived: boolean }): Promise<void> {
  await tx.prisma.measure.updateMany({ where: { practiceId, id: { in: [...ids] } }, data: { archived } });
}

async function isNameTaken(reader: Reader, scope: ClinicianScope, name: string): Promise<boolean> {
  const measures = (await readMeasures(reader, scope)).filter((measure) => !measure.archived);
  return measures.some((taken) => taken.name.localeCompare(name, undefined, { sensitivity: "accent" }) === 0);
}
