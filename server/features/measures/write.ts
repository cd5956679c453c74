import { type ImportQuestionnaire, QuestionnaireAnswer } from "#core/contracts/measure.ts";
import { asMeasure, NEEDS_DIRECTION, nameTaken } from "#core/fhir/as-measure.ts";
import { readQuestionnaire } from "#core/fhir/questionnaire.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { isRefusal, type Refusal } from "#core/vocabulary/refusal.ts";
import type { ClinicianScope } from "#server/access/scope.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import type { Services } from "#server/process/services.ts";
import { keepForm } from "./store.ts";

/**
 * Brings a questionnaire in from a file: a measure of the practice's own, or the form of a published instrument. A file that cannot be
 * read whole is answered with its faults, each with its place, and leaves nothing behind.
 */
export async function importQuestionnaire(
  services: Services,
  scope: ClinicianScope,
  input: ImportQuestionnaire,
): Promise<QuestionnaireAnswer | Refusal> {
  const file = readQuestionnaire(input.text);
  if (!file.read) return { imported: false, needsDirection: false, faults: file.faults };
  const measure = asMeasure(file.questionnaire, input.better);
  if (measure === null) return { imported: false, needsDirection: true, faults: [NEEDS_DIRECTION] };
  const { catalogue } = measure.form;
  const request = { requestKey: input.requestKey, action: "measure.imported", body: input, answer: QuestionnaireAnswer };
  const answered = await auditedWrite<QuestionnaireAnswer>(services, { actor: scope, request }, async (tx, note) => {
    const kept = await keepForm(tx, scope, { measure, at: services.now() });
    if (isRefusal(kept)) return kept;
    note({ action: "measure.imported", objectType: "measure", objectId: kept.id });
    return {
      imported: true,
      measureId: catalogue ?? kept.id,
      name: catalogue === null ? measure.name : (inCatalogue(catalogue)?.name ?? measure.name),
      already: kept.already,
      remarks: kept.replaced ? ["It takes the place of the form that was here before.", ...file.remarks] : file.remarks,
    };
  });
  if (isRefusal(answered) && answered.refused === "name-taken") return { imported: false, needsDirection: false, faults: [nameTaken(measure.name)] };
  return answered;
}
