import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { exactTrendP } from "#core/statistics/exact-trend-p.ts";
import { mannKendall } from "#core/statistics/mann-kendall.ts";
import { computed, expectNear } from "./expect-near.ts";
import { NILE } from "./nile.ts";
import { scoreByPairs, scoreVariance, trendPByOrders, twoSidedNormalP } from "./oracles.ts";
import { RUNS, rated, withGaps } from "./ordinal.ts";

// Every order and every rotation are many: on a busy machine more than five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** One order of 1…n with exactly so many falling pairs. */
function withFalls(n: number, falls: number): number[] {
  const left = Array.from({ length: n }, (_, place) => place + 1);
  let rest = falls;
  return Array.from({ length: n }, () => {
    const skip = Math.min(rest, left.length - 1);
    rest -= skip;
    return left.splice(skip, 1)[0] ?? Number.NaN;
  });
}

describe("Mann–Kendall, on published figures", () => {
  // One-sided P(S ≥ s): Kendall 1975, Rank Correlation Methods, appendix table 1; Gilbert 1987, table A18.
  it.each([
    [6, 9, 0.068],
    [6, 11, 0.028],
    [6, 13, 0.0083],
    [7, 11, 0.068],
    [7, 13, 0.035],
    [7, 15, 0.015],
    [8, 14, 0.054],
    [8, 16, 0.031],
    [8, 18, 0.016],
    [8, 28, 0.000025],
  ])("has Kendall's exact p for %i ratings and S = %i: twice %f", (n, s, oneSided) => {
    const found = computed(mannKendall(withFalls(n, (n * (n - 1)) / 4 - s / 2)));
    expect(found.s).toBe(s);
    expectNear(found.p, 2 * oneSided, 2 * 10 ** (Math.floor(Math.log10(oneSided)) - 1));
  });

  it("has the exact p of Mann 1945 in tied ratings too: five BDI scores of Proudfoot et al. 2003 (R package HSAUR3)", () =>
    expectNear(exactTrendP([32, 16, 24, 17, 20]), 49 / 60));

  it("finds the Nile falling, as R's trend::mk.test does: S −1387, z −4.128", () => {
    const found = computed(mannKendall(NILE));
    expect(found).toMatchObject({ s: -1387, direction: "falling" });
    expectNear(found.varianceS, 112728.333333333);
    expectNear(found.z, -4.1280665228441);
    expectNear(found.p, 3.65826292166433e-5);
  });

  it("finds no clear direction in the ratings of Borckardt & Nash 2014, phase B", () =>
    expect(mannKendall([3, 4, 2, 4, 2, 1, 4, 5, 3, 2, 1, 2, 4, 4])).toMatchObject({ s: -1, z: 0, p: 1, direction: "no-clear-direction" }));
});

describe("Mann–Kendall, at its edges", () => {
  it("asks for six ratings, and counts no missing ones", () => {
    expect(mannKendall([1, 2, 3, null, 4, 5])).toEqual({ status: "not-computable", reason: "fewer-than-6-ratings" });
    expect(mannKendall([])).toEqual({ status: "not-computable", reason: "fewer-than-6-ratings" });
  });

  it("calls six in a row rising, and six the other way falling", () => {
    expect(mannKendall([1, 2, 3, 4, 5, 6])).toMatchObject({ s: 15, direction: "rising" });
    expect(mannKendall([6, 5, 4, 3, 2, 1])).toMatchObject({ s: -15, direction: "falling" });
  });

  it("takes zero for a rating: a missing one in its place says less", () => {
    expect(mannKendall([0, 1, 2, 3, 4, 5, 6])).toMatchObject({ s: 21 });
    expect(mannKendall([null, 1, 2, 3, 4, 5, 6])).toMatchObject({ s: 15 });
  });

  it.each([6, 8, 9, 30])("has no direction in %i tied ratings", (count) =>
    expect(mannKendall(Array.from({ length: count }, () => 4))).toEqual({
      status: "computed",
      s: 0,
      varianceS: 0,
      z: 0,
      p: 1,
      direction: "no-clear-direction",
    }),
  );

  it("takes its exact p up to eight ratings, and the normal one from nine", () => {
    expectNear(computed(mannKendall([1, 2, 3, 4, 5, 6, 7, 8])).p, 2 / 40320, 1e-15);
    const nine = computed(mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expectNear(nine.p, twoSidedNormalP(nine.z), 1e-10);
  });
});

describe("Mann–Kendall, whatever the ratings", () => {
  it("has the p of all orders tried one by one", () =>
    fc.assert(
      fc.property(rated(6, 7), (values) => expectNear(computed(mannKendall(values)).p, trendPByOrders(values), 1e-12)),
      { ...RUNS, numRuns: 25 },
    ));

  it("agrees with S, its variance and the normal tails worked out the long way", () =>
    fc.assert(
      fc.property(rated(9, 30), (values) => {
        const found = computed(mannKendall(values));
        const s = scoreByPairs(values);
        expect(found.s).toBe(s);
        expectNear(found.varianceS, scoreVariance(values), 1e-9);
        const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(scoreVariance(values));
        expectNear(found.z, z, 1e-9);
        expectNear(found.p, twoSidedNormalP(z), 1e-9);
      }),
      { ...RUNS, numRuns: 300 },
    ));

  it("is turned round with time and with the scale, and does not see unrated sessions", () =>
    fc.assert(
      fc.property(rated(6, 20), (values) => {
        const found = computed(mannKendall(values));
        const turned = { s: -found.s + 0, z: -found.z + 0, p: found.p, varianceS: found.varianceS };
        expect(mannKendall(values.toReversed())).toMatchObject(turned);
        expect(mannKendall(values.map((value) => -value))).toMatchObject(turned);
        expect(mannKendall(withGaps(values, [0, 3, 9]))).toEqual(found);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
