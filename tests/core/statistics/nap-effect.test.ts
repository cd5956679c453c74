import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { napEffect } from "#core/statistics/nap-effect.ts";
import { computed, expectNear } from "./expect-near.ts";
import { napByPairs, napLimitEquation } from "./oracles.ts";
import { RUNS, rated, withGaps } from "./ordinal.ts";

const increase = { improvement: "increase" } as const;
const decrease = { improvement: "decrease" } as const;

describe("NAP, on published examples", () => {
  it("is 38.5 of 42 pairs in Parker, Vannest & Davis 2011 (Behavior Modification 35:303–322)", () => {
    const found = computed(napEffect([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], increase));
    expectNear(found.estimate, 38.5 / 42);
    // R package SingleCaseES 0.7.4, unbiased error and score interval.
    expectNear(found.standardError, 0.0690065559342354);
    expectNear(found.lower, 0.597340610527278, 1e-4);
    expectNear(found.upper, 0.986017584590098, 1e-4);
  });

  it("is .96 in Parker & Vannest 2009 (Behavior Therapy 40:357–367), phases of 10 and 11", () => {
    const found = computed(napEffect([4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9], increase));
    expectNear(found.estimate, 106 / 110);
  });

  it("is 1 where every later session is better, and its interval still has a width (Tarlow 2017's line of 1 to 10)", () => {
    const found = computed(napEffect([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], increase));
    expect(found).toMatchObject({ estimate: 1, upper: 1 });
    expectNear(found.lower, 0.642702823931043);
    expectNear(found.standardError, 0.035);
    expect(napEffect([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], decrease)).toMatchObject({ estimate: 0, lower: 0 });
  });
});

describe("NAP, at its edges", () => {
  it("asks for three ratings on either side", () => {
    expect(napEffect([1, 2], [3, 4, 5], increase)).toEqual({ status: "not-computable", reason: "fewer-than-3-ratings-before" });
    expect(napEffect([1, 2, 3], [4, 5], increase)).toEqual({ status: "not-computable", reason: "fewer-than-3-ratings-after" });
    expect(napEffect([], [], increase)).toEqual({ status: "not-computable", reason: "fewer-than-3-ratings-before" });
    expect(napEffect([1, 2, 3], [4, 5, 6], increase).status).toBe("computed");
  });

  it("does not count a missing rating as one of the three", () =>
    expect(napEffect([1, 2, null, null], [3, 4, 5], increase)).toMatchObject({ reason: "fewer-than-3-ratings-before" }));

  it("takes zero for a rating, and a missing one for none", () => {
    const [zero, missing] = [napEffect([0, 4, 5, 6], [3, 3, 3], increase), napEffect([null, 4, 5, 6], [3, 3, 3], increase)];
    expect(zero).toMatchObject({ estimate: 0.25 });
    expect(missing).toMatchObject({ estimate: 0 });
  });

  it("is one half where all are tied, with an interval around it", () => {
    const found = computed(napEffect([5, 5, 5], [5, 5, 5, 5], increase));
    expect(found.estimate).toBe(0.5);
    expectNear(found.lower + found.upper, 1);
    expectNear(found.standardError, Math.sqrt(0.25 / 6));
  });

  it("refuses a direction it does not know, and numbers that are none", () => {
    // @ts-expect-error: no such direction
    expect(() => napEffect([1, 2, 3], [4, 5, 6], { improvement: "up" })).toThrow(TypeError);
    expect(() => napEffect([1, 2, Number.NaN], [4, 5, 6], increase)).toThrow(RangeError);
    expect(() => napEffect([1, 2, 3], [4, Number.POSITIVE_INFINITY, 6], increase)).toThrow(RangeError);
    // @ts-expect-error: a text is no rating
    expect(() => napEffect([1, 2, "3"], [4, 5, 6], increase)).toThrow(TypeError);
  });
});

describe("NAP, whatever the ratings", () => {
  const phases = [rated(3, 12), rated(3, 12)] as const;

  it("agrees with the table of all pairs", () =>
    fc.assert(
      fc.property(...phases, (a, b) => {
        const [found, expected] = [computed(napEffect(a, b, increase)), napByPairs(a, b)];
        expectNear(found.estimate, expected.nap, 1e-12);
        expectNear(found.standardError, expected.standardError, 1e-9);
      }),
      { ...RUNS, numRuns: 500 },
    ));

  it("lies within its limits, and both of them solve their equation", () =>
    fc.assert(
      fc.property(...phases, (a, b) => {
        const { estimate: nap, lower, upper } = computed(napEffect(a, b, increase));
        expect(lower).toBeLessThanOrEqual(nap);
        expect(upper).toBeGreaterThanOrEqual(nap);
        expect(upper - lower).toBeGreaterThan(0.05);
        for (const limit of [lower, upper]) expectNear(napLimitEquation(limit, { nap, m: a.length, n: b.length }), 0, 1e-9);
      }),
      { ...RUNS, numRuns: 500 },
    ));

  it("is turned round when before and after change places, and when less is better", () =>
    fc.assert(
      fc.property(...phases, (a, b) => {
        const found = computed(napEffect(a, b, increase));
        for (const turned of [computed(napEffect(b, a, increase)), computed(napEffect(a, b, decrease))]) {
          expectNear(turned.estimate, 1 - found.estimate, 1e-12);
          expectNear(turned.lower, 1 - found.upper, 1e-9);
          expectNear(turned.upper, 1 - found.lower, 1e-9);
          expectNear(turned.standardError, found.standardError, 1e-9);
        }
      }),
      { ...RUNS, numRuns: 300 },
    ));

  it("does not depend on the order within a phase, on the scale, or on sessions without a rating", () =>
    fc.assert(
      fc.property(...phases, fc.array(fc.nat(40), { maxLength: 6 }), (a, b, gaps) => {
        const found = computed(napEffect(a, b, increase));
        const { standardError, ...figures } = computed(napEffect(a.toReversed(), b.toSorted(), increase));
        expect(found).toMatchObject(figures);
        expectNear(standardError, found.standardError, 1e-12);
        const scaled = (values: number[]) => values.map((value) => 10 + value ** 2);
        expect(napEffect(scaled(a), scaled(b), increase)).toEqual(found);
        expect(napEffect(withGaps(a, gaps), withGaps(b, gaps), increase)).toEqual(found);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
