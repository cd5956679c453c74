import { describe, expect, it } from "vitest";
import { fitTogether } from "#core/measures/who-answered.ts";
import { ANSWERED_BY, SCORE_ABOUT, SCORE_HOW } from "#core/vocabulary/measure.ts";

describe("who answered, about whom and how", () => {
  it("fit together in these nine ways and in no other", () => {
    const ways = ANSWERED_BY.flatMap((answeredBy) => SCORE_ABOUT.flatMap((about) => SCORE_HOW.map((how) => ({ answeredBy, about, how }))));
    expect(ways.filter(fitTogether).map(({ answeredBy, about, how }) => `${answeredBy} about ${about}: ${how}`)).toEqual([
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
});
