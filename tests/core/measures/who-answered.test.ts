import { describe, expect, it } from "vitest";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { fitTogether } from "#core/measures/who-answered.ts";
import { ANSWERED_BY, type MeasureSubject, SCORE_ABOUT, SCORE_HOW } from "#core/vocabulary/measure.ts";

/** Every way that a measure with this subject takes. */
function waysOf(subject: MeasureSubject | null): string[] {
  const ways = ANSWERED_BY.flatMap((answeredBy) => SCORE_ABOUT.flatMap((about) => SCORE_HOW.map((how) => ({ answeredBy, about, how, subject }))));
  return ways.filter((way) => fitTogether(way)).map(({ answeredBy, about, how }) => `${answeredBy} about ${about}: ${how}`);
}

/** A measure of the catalogue by its id. */
const waysOfMeasure = (id: string) => waysOf(inCatalogue(id)?.subject ?? null);

describe("who answered, about whom and how", () => {
  it("fit together in these nine ways and in no other", () => {
    expect(waysOf(null)).toEqual([
      "active about active: self",
      "active about observing: guess",
      "active about relationship: self",
      "active about relationship: guess",
      "observing about observing: self",
      "observing about relationship: self",
      "clinician about active: clinician",
      "clinician about observing: clinician",
      "clinician about relationship: clinician",
    ]);
  });

  it("of a couple measure is about the relationship: a CSI-4 about oneself is no CSI-4", () => {
    const abouts = [
      "active about relationship: self",
      "active about relationship: guess",
      "observing about relationship: self",
      "clinician about relationship: clinician",
    ];
    for (const id of ["csi-4", "csi-16", "ras", "das-32", "rdas", "kmss", "score-15"]) expect(waysOfMeasure(id), id).toEqual(abouts);
  });

  it("of a personal measure is about one person: a relationship has no PHQ-9", () => {
    const abouts = [
      "active about active: self",
      "active about observing: guess",
      "observing about observing: self",
      "clinician about active: clinician",
      "clinician about observing: clinician",
    ];
    for (const id of ["core-10", "core-om", "phq-9", "gad-7", "phq-4", "who-5", "oq-45"]) expect(waysOfMeasure(id), id).toEqual(abouts);
  });

  it("of the WAI-SR is the active partner's own: who observes does no work with the therapist", () =>
    expect(waysOfMeasure("wai-sr")).toEqual(["active about active: self"]));
});
