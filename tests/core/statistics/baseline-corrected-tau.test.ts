import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baselineCorrectedTau } from "#core/statistics/baseline-corrected-tau.ts";
import { napEffect } from "#core/statistics/nap-effect.ts";
import { computed, expectNear } from "./expect-near.ts";
import { lineByPairs, napByPairs } from "./oracles.ts";
import { RUNS, rated, withGaps } from "./ordinal.ts";

const increase = { improvement: "increase" } as const;
const decrease = { improvement: "decrease" } as const;

describe("the baseline-corrected Tau", () => {
  it("is 0 where the later sessions only go on as the baseline went, though NAP is 1 (Tarlow 2017, Behavior Modification 41:427–467)", () => {
    expect(baselineCorrectedTau([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], increase)).toEqual({ status: "computed", estimate: 0, slope: 1, intercept: 0 });
    expect(napEffect([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], increase)).toMatchObject({ estimate: 1 });
  });

  it("is 1 where a rising baseline is turned round and less is better (Huitema & McKean 2000; R package SingleCaseES)", () => {
    const [a, b] = [
      [58, 70, 79, 85, 93, 94, 105, 110, 122, 130],
      [122, 110, 103, 88, 81, 68, 53, 50, 36, 31],
    ];
    const found = computed(baselineCorrectedTau(a, b, decrease));
    expect(found.estimate).toBe(1);
    // Of the ratings as they are: less being better does not turn the baseline's line round.
    expectNear(found.slope, 52 / 7);
    expectNear(found.intercept, 386 / 7);
  });

  it("keeps exact ties through the arithmetic of a slope of 0.6 (Parker, Vannest & Davis 2011)", () => {
    const found = computed(baselineCorrectedTau([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], increase));
    expectNear(found.estimate, 12 / 42);
    expectNear(found.slope, 0.6);
    expectNear(found.intercept, 19.4);
  });

  it("asks for five ratings on either side, and counts no missing ones", () => {
    expect(baselineCorrectedTau([1, 2, 3, 4, null], [1, 2, 3, 4, 5], increase)).toEqual({
      status: "not-computable",
      reason: "fewer-than-5-ratings-before",
    });
    expect(baselineCorrectedTau([1, 2, 3, 4, 5], [1, 2, 3, null, 4, null], increase)).toEqual({
      status: "not-computable",
      reason: "fewer-than-5-ratings-after",
    });
    expect(baselineCorrectedTau([], [], increase)).toMatchObject({ reason: "fewer-than-5-ratings-before" });
  });

  it("takes zero for a rating", () =>
    expect(baselineCorrectedTau([0, 0, 0, 0, 0], [0, 0, 0, 0, 1], increase)).toEqual({ status: "computed", estimate: 0.2, slope: 0, intercept: 0 }));

  it("is 0 where all are tied", () =>
    expect(baselineCorrectedTau([7, 7, 7, 7, 7], [7, 7, 7, 7, 7, 7], increase)).toEqual({
      status: "computed",
      estimate: 0,
      slope: 0,
      intercept: 7,
    }));

  it("refuses a direction it does not know", () => {
    // @ts-expect-error: no such direction
    expect(() => baselineCorrectedTau([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], { improvement: "higher" })).toThrow(TypeError);
  });

  it("agrees with a line and a table of pairs worked out the long way", () =>
    fc.assert(
      fc.property(rated(5, 11), rated(5, 11), (a, b) => {
        const line = lineByPairs(
          a.map((_, place) => place + 1),
          a,
        );
        const left = (value: number, number: number) => Math.round((value - line.intercept - line.slope * number) * 1e6) / 1e6;
        const { nap } = napByPairs(
          a.map((value, place) => left(value, place + 1)),
          b.map((value, place) => left(value, a.length + place + 1)),
        );
        const found = computed(baselineCorrectedTau(a, b, increase));
        expectNear(found.estimate, 2 * nap - 1, 1e-9);
        expectNear(found.slope, line.slope, 1e-9);
        expectNear(found.intercept, line.intercept, 1e-9);
      }),
      { ...RUNS, numRuns: 400 },
    ));

  it("does not change when a line is added to both phases, when less is better for the reflected ratings, or when sessions are unrated", () =>
    fc.assert(
      fc.property(rated(5, 10), rated(5, 10), fc.integer({ min: -3, max: 3 }), (a, b, slope) => {
        const { estimate } = computed(baselineCorrectedTau(a, b, increase));
        const tilted = (values: number[], from: number) => values.map((value, place) => value + slope * (from + place));
        expectNear(computed(baselineCorrectedTau(tilted(a, 1), tilted(b, a.length + 1), increase)).estimate, estimate, 1e-12);
        const reflected = (values: number[]) => values.map((value) => 10 - value);
        expectNear(computed(baselineCorrectedTau(reflected(a), reflected(b), decrease)).estimate, estimate, 1e-12);
        expectNear(computed(baselineCorrectedTau(withGaps(a, [1, 4]), withGaps(b, [0, 3]), increase)).estimate, estimate, 1e-12);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
