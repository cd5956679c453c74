import { describe, expect, it } from "vitest";
import type { MeasureView } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { atItWords, categoryOf, distressWords, placeAt, sideOf } from "#core/measures/cut-off.ts";

const cutOffOf = (id: string) => inCatalogue(id)?.cutOff as NonNullable<MeasureView["cutOff"]>;

describe("the side of a cut-off", () => {
  // A published cut-off carries the side of its own value as published.
  it.each([
    ["phq-9", 9, "other"],
    ["phq-9", 10, "distress"],
    ["gad-7", 10, "distress"],
    ["rdas", 47, "distress"],
    ["rdas", 48, "other"],
    ["csi-4", 13, "distress"],
    ["csi-4", 14, "other"],
    ["kmss", 16, "distress"],
    ["kmss", 17, "other"],
    ["oq-45", 63, "other"],
    ["oq-45", 64, "distress"],
    ["who-5", 50, "distress"],
    ["who-5", 52, "other"],
    ["das-32", 96, "distress"],
    ["das-32", 98, "other"],
  ] as const)("of the %s at %d is %s", (id, score, side) => expect(sideOf(cutOffOf(id), score)).toBe(side));

  it("of a cut-off published without its side is neither for the cut-off itself", () => {
    expect(sideOf(cutOffOf("das-32"), 97)).toBe("on-it");
    expect(atItWords(cutOffOf("das-32"), 97)).toBe("on neither side of it");
    const above = { value: 12, side: "above-at-unknown", recalled: false } as const;
    expect([11, 12, 13].map((score) => sideOf(above, score))).toEqual(["other", "on-it", "distress"]);
  });

  it("is said only of the cut-off itself; any other score is plainly above or below", () => {
    expect([placeAt(cutOffOf("phq-9"), 10), atItWords(cutOffOf("phq-9"), 10)]).toEqual(["at", "which counts as distress"]);
    expect([placeAt(cutOffOf("kmss"), 17), atItWords(cutOffOf("kmss"), 17)]).toEqual(["at", "which does not count as distress"]);
    expect([placeAt(cutOffOf("phq-9"), 11), atItWords(cutOffOf("phq-9"), 11)]).toEqual(["above", ""]);
  });
});

describe("where a score lies", () => {
  // "Below" is distress on the CSI-4 and none on the PHQ-9: the words say which, and with what scores.
  it.each([
    ["csi-4", 9, "in the distress range (below 13.5)"],
    ["csi-4", 15, "outside the distress range (13.5 or above)"],
    ["phq-9", 9, "outside the distress range (below 10)"],
    ["phq-9", 10, "in the distress range (10 or above)"],
    ["rdas", 47, "in the distress range (47 or below)"],
    ["rdas", 48, "outside the distress range (above 47)"],
    ["das-32", 96, "in the distress range (below 97)"],
    ["das-32", 97, "at the cut-off of 97, on neither side of it"],
    ["das-32", 98, "outside the distress range (above 97)"],
  ] as const)("of the %s at %d is %s", (id, score, words) => expect(distressWords(cutOffOf(id), score)).toBe(words));
});

describe("the word of a stretch", () => {
  it.each([
    ["phq-9", 0, "minimal"],
    ["phq-9", 4, "minimal"],
    ["phq-9", 5, "mild"],
    ["phq-9", 14, "moderate"],
    ["phq-9", 15, "moderately severe"],
    ["phq-9", 20, "severe"],
    ["who-5", 28, "likely depression"],
    ["who-5", 32, "low well-being"],
    ["who-5", 60, "well-being not low"],
    ["csi-4", 9, null],
  ] as const)("of the %s at %d is %s", (id, score, word) => expect(categoryOf(inCatalogue(id) as MeasureView, score)).toBe(word));
});
