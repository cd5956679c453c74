import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeasureView } from "#core/contracts/measure.ts";
import { readQuestionnaire } from "#core/fhir/questionnaire.ts";
import { readResponse } from "#core/fhir/response.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { asText, type Json, questionnaire, response } from "./given.ts";

const KEYS = ["resourceType", "item", "linkId", "answerOption", "valueCoding", "extension", "code", "answer", "title", "type", "contained", "value"];
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(null, "", -1, 1e308, [], [[]], {}, { item: [{}] }));

/** The file with one of its parts, wherever that is, made into something else. */
function broken(json: unknown, [path, key, value]: readonly [number[], string, unknown]): unknown {
  const copy = structuredClone(json);
  let at: unknown = copy;
  for (const step of path) {
    const children = typeof at === "object" && at !== null ? Object.values(at).filter((each) => typeof each === "object" && each !== null) : [];
    at = children[step % Math.max(1, children.length)] ?? at;
  }
  if (Array.isArray(at)) at.push(value);
  else if (typeof at === "object" && at !== null) (at as Json)[key] = value;
  return copy;
}

const breaking = fc.tuple(fc.array(fc.nat(9), { maxLength: 6 }), fc.constantFrom(...KEYS), anything);

describe("any file at all", () => {
  it("is read or told what is wrong with it; none makes the reader fail, and no score comes of one that is not whole", () =>
    fc.assert(
      fc.property(breaking, breaking, (one, other) => {
        const file = readQuestionnaire(asText(broken(broken(questionnaire(), one), other)));
        if (!file.read) {
          expect(file.faults.every(({ words }) => words.length > 0)).toBe(true);
          return;
        }
        const { form, lowest, highest } = file.questionnaire;
        expect(form.items.length).toBeGreaterThan(0);
        expect(form.items.every(({ options }) => options.length > 0 && options.every(({ value }) => Number.isFinite(value)))).toBe(true);
        expect(lowest).toBeLessThan(highest);
        const measure = { ...(inCatalogue("phq-9") as MeasureView), form };
        const answers = readResponse(asText(broken(response(), other)), measure, "UTC");
        if (answers.read) expect(answers.answers?.length ?? 0).toBe(answers.total === null ? form.items.length : 0);
        else expect(answers.faults.every(({ words }) => words.length > 0)).toBe(true);
      }),
      { seed: 11, numRuns: 600 },
    ));
});
