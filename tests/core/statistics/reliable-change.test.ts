import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangeNorm, reliableChange } from "#core/statistics/reliable-change.ts";
import { computed, expectNear } from "./expect-near.ts";
import { RUNS } from "./ordinal.ts";

/**
 * Dyadic Adjustment Scale before and after behavioural marital therapy, 30 couples: Jacobson & Truax 1991, JCCP 59:12–19, table 2
 * (Jacobson et al. 1989); R package clinicalsignificance.
 */
const COUPLES: readonly (readonly [before: number, after: number])[] = [
  [90.5, 97],
  [74, 124],
  [97, 97.5],
  [73.5, 88],
  [61, 96.5],
  [66.5, 62.5],
  [68.5, 112.5],
  [86.5, 103.5],
  [88.5, 90],
  [68.5, 82.5],
  [98, 105],
  [80.5, 99.5],
  [89.5, 112.5],
  [91.5, 101],
  [83.5, 99.5],
  [60.5, 79.5],
  [83, 88],
  [88, 100.5],
  [98.5, 119],
  [78.5, 116],
  [99.5, 116],
  [79.5, 129],
  [84.5, 113],
  [92.5, 118],
  [93, 92],
  [85, 114],
  [64, 68],
  [61, 52],
  [80, 60.5],
  [82.5, 104.5],
];

/** Jacobson & Truax's own worked example: c = 50, S_diff = 4.74. */
const EXAMPLE: ChangeNorm = {
  sd: 7.5,
  reliability: 0.8,
  direction: "higher",
  clinical: { mean: 40, sd: 7.5 },
  functional: { mean: 60, sd: 7.5 },
};
/** PHQ-9: published points, no standard deviation. */
const PHQ_9: ChangeNorm = { sd: null, reliability: 0.89, direction: "lower", changePoints: 6 };

describe("reliable change, on published examples", () => {
  it("is 3.16 in Jacobson & Truax 1991: from 32.5 to 47.5 is reliable, and not yet past the cut-off of 50", () => {
    const found = computed(reliableChange(32.5, 47.5, EXAMPLE));
    expectNear(found.sDiff, 4.74341649025257);
    expectNear(found.index, 3.16227766016838);
    expect(found).toMatchObject({ difference: 15, cutoff: 50, reliable: true, category: "improved", basis: "formula" });
  });

  it("finds 14 of their 30 couples recovered, 5 improved, 10 unchanged and 1 deteriorated", () => {
    const before = COUPLES.map(([earlier]) => earlier);
    const mean = before.reduce((sum, score) => sum + score, 0) / before.length;
    const sd = Math.sqrt(before.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (before.length - 1));
    const norm: ChangeNorm = { sd, reliability: 0.88, direction: "higher", clinical: { mean, sd }, functional: { mean: 114.8, sd: 17.8 } };
    const found = COUPLES.map(([earlier, later]) => computed(reliableChange(earlier, later, norm)));
    expectNear(found[0]?.cutoff, 94.8424145349301);
    expectNear(found[0]?.changePoints, 11.3549997008761);
    const count = (category: string) => found.filter((each) => each.category === category).length;
    expect(["recovered", "improved", "unchanged", "deteriorated", "harmed"].map(count)).toEqual([14, 5, 10, 1, 0]);
  });

  it("calls a CSI-4 of 9 and then 15 more than measurement error (Funk & Rogge 2007: α .94, SD 4 from memory)", () => {
    const found = computed(reliableChange(9, 15, { sd: 4, reliability: 0.94, direction: "higher" }));
    expect(found).toMatchObject({ reliable: true, category: "improved", cutoff: null });
    expectNear(found.changePoints, 1.96 * 4 * Math.sqrt(2 * 0.06));
  });
});

describe("reliable change, at its edges", () => {
  it("needs both scores, and zero is one", () => {
    expect(reliableChange(null, 4, PHQ_9)).toEqual({ status: "not-computable", reason: "not-rated-twice" });
    expect(reliableChange(4, null, PHQ_9)).toEqual({ status: "not-computable", reason: "not-rated-twice" });
    expect(reliableChange(9, 0, PHQ_9)).toMatchObject({ difference: -9, category: "improved" });
    expect(reliableChange(0, 9, PHQ_9)).toMatchObject({ difference: 9, category: "deteriorated" });
  });

  it("is reached by published points, and has to be passed by computed ones", () => {
    expect(reliableChange(12, 6, PHQ_9)).toMatchObject({ reliable: true, basis: "published", changePoints: 6, index: null, sDiff: null });
    expect(reliableChange(12, 7, PHQ_9)).toMatchObject({ reliable: false, category: "unchanged" });
    // S_diff = √2·5·√0.5 = 5: an index of exactly 1.96 is not above it.
    const even: ChangeNorm = { sd: 5, reliability: 0.5, direction: "higher" };
    const { sDiff } = computed(reliableChange(0, 1, even));
    expectNear(sDiff, 5);
    expect(reliableChange(20, 29.7, even)).toMatchObject({ reliable: false });
    expect(reliableChange(20, 29.9, even)).toMatchObject({ reliable: true });
  });

  it("reaches 17.51 points though the computer's subtraction falls short of them", () => {
    const score15: ChangeNorm = { sd: null, reliability: null, direction: "lower", changePoints: 17.51 };
    expect(60.51 - 43).toBeLessThan(17.51);
    expect(reliableChange(60.51, 43, score15)).toMatchObject({ reliable: true, category: "improved" });
  });

  it("puts a score equal to the cut-off on neither side", () => {
    expect(reliableChange(35, 50, EXAMPLE)).toMatchObject({ category: "improved" });
    expect(reliableChange(35, 50.1, EXAMPLE)).toMatchObject({ category: "recovered" });
    expect(reliableChange(50, 65, EXAMPLE)).toMatchObject({ category: "improved" });
    expect(reliableChange(50, 35, EXAMPLE)).toMatchObject({ category: "deteriorated" });
    expect(reliableChange(50.1, 35, EXAMPLE)).toMatchObject({ category: "harmed" });
  });

  it("reads a measure whose lower scores are better the other way round, and keeps the sign of the index", () => {
    const lower: ChangeNorm = { ...EXAMPLE, direction: "lower", clinical: EXAMPLE.functional, functional: EXAMPLE.clinical };
    const found = computed(reliableChange(65, 35, lower));
    expect(found).toMatchObject({ category: "recovered", difference: -30 });
    expect(found.index).toBeLessThan(0);
    expect(reliableChange(35, 65, lower)).toMatchObject({ category: "harmed" });
    expect(reliableChange(35, 65, { ...lower, direction: "decrease" })).toEqual(reliableChange(35, 65, lower));
  });

  it("is unchanged where the score is the same", () =>
    expect(reliableChange(40, 40, EXAMPLE)).toMatchObject({ difference: 0, index: 0, reliable: false, category: "unchanged" }));

  it("computes nothing from a norm that nobody published", () => {
    const none: ChangeNorm = { sd: null, reliability: 0.86, direction: "higher" };
    expect(reliableChange(10, 20, none)).toEqual({ status: "not-computable", reason: "norm-not-known" });
    expect(reliableChange(10, 20, { ...none, sd: 4, reliability: null })).toMatchObject({ reason: "norm-not-known" });
  });

  it.each<[string, Partial<ChangeNorm>]>([
    ["a spread of 0", { sd: 0 }],
    ["a negative spread", { sd: -1 }],
    ["a reliability of 1, which leaves no error", { reliability: 1 }],
    ["a reliability below 0", { reliability: -0.1 }],
    ["a spread that is no number", { sd: Number.NaN }],
    ["change points of 0, which any score would reach", { changePoints: 0 }],
    ["a group without a spread", { clinical: { mean: 40, sd: 0 } }],
  ])("computes nothing from %s", (_, wrong) =>
    expect(reliableChange(30, 50, { ...EXAMPLE, ...wrong })).toEqual({ status: "not-computable", reason: "norm-not-usable" }),
  );

  it("computes nothing where the functional group stands on the worse side: something is entered upside down", () => {
    expect(reliableChange(30, 50, { ...EXAMPLE, direction: "lower" })).toEqual({ status: "not-computable", reason: "norms-contradict-direction" });
    // @ts-expect-error: no such direction
    expect(() => reliableChange(30, 50, { ...EXAMPLE, direction: "up" })).toThrow(TypeError);
  });

  it("refuses scores that are no numbers", () => expect(() => reliableChange(Number.NaN, 3, EXAMPLE)).toThrow(RangeError));
});

describe("reliable change, whatever the scores", () => {
  const score = fc.integer({ min: 0, max: 100 });
  const turned = { recovered: "harmed", improved: "deteriorated", unchanged: "unchanged", deteriorated: "improved", harmed: "recovered" } as const;

  it("is mirrored with the measure, and turned round when the scores change places", () =>
    fc.assert(
      fc.property(score, score, (earlier, later) => {
        const found = computed(reliableChange(earlier, later, EXAMPLE));
        const mirror: ChangeNorm = { ...EXAMPLE, direction: "lower", clinical: EXAMPLE.functional, functional: EXAMPLE.clinical };
        expect(computed(reliableChange(100 - earlier, 100 - later, mirror)).category).toBe(found.category);
        expect(computed(reliableChange(later, earlier, EXAMPLE)).category).toBe(turned[found.category]);
      }),
      { ...RUNS, numRuns: 500 },
    ));
});
