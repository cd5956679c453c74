import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xmrLimits } from "#core/statistics/xmr-limits.ts";
import { computed, expectNear } from "./expect-near.ts";
import { RUNS, rated } from "./ordinal.ts";

/** Twelve ratings with eleven steps of 1 around a mean of 5. */
const STEADY = [4, 5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5];

describe("the usual range", () => {
  it("is 32.873–35.604 for the 35 viscosities of Montgomery, and the fourth is out of it (R package qcc)", () => {
    const viscosity = [
      34.05, 34.4, 33.59, 35.96, 34.7, 33.51, 33.79, 34.04, 34.52, 33.75, 33.27, 33.71, 34.03, 34.58, 34.02, 33.97, 34.05, 34.04, 33.73, 34.05, 34.39,
      33.75, 33.4, 33.27, 34.65, 34.8, 34.55, 35.4, 34.75, 34.5, 34.7, 34.29, 34.61, 34.49, 35.03,
    ];
    const found = computed(xmrLimits(viscosity, 35));
    expectNear(found.center, 34.2382857142857);
    expectNear(found.lower, 32.8725160021455);
    expectNear(found.upper, 35.6040554264259);
    expect(found.outside).toEqual([4]);
  });

  it("is 5 ± 3/1.128 where every step is 1", () => {
    const found = computed(xmrLimits(STEADY, 12));
    expectNear(found.center, 5);
    expectNear(found.upper - 5, 3 / 1.128);
    expectNear(5 - found.lower, 3 / 1.128);
    expect(found.outside).toEqual([]);
  });

  it("stays where the baseline put it, whatever comes later", () => {
    const later = computed(xmrLimits([...STEADY, 9, 9, 1, 7.6, 9], 12));
    expect(later).toMatchObject({ center: 5, outside: [13, 14, 15, 17] });
  });

  it("asks for twelve in the baseline, and for as many ratings as it was given", () => {
    expect(xmrLimits([...STEADY, 5, 6], 11)).toEqual({ status: "not-computable", reason: "fewer-than-12-in-baseline" });
    expect(xmrLimits(STEADY, 0)).toMatchObject({ reason: "fewer-than-12-in-baseline" });
    expect(xmrLimits(STEADY, 13)).toEqual({ status: "not-computable", reason: "baseline-not-complete" });
    expect(xmrLimits([], 12)).toEqual({ status: "not-computable", reason: "baseline-not-complete" });
    expect(xmrLimits([null, ...STEADY.slice(1)], 12)).toEqual({ status: "not-computable", reason: "baseline-not-complete" });
  });

  it.each([0, 5, 0.1])("cannot be told from twelve ratings of %f", (value) =>
    expect(xmrLimits([...STEADY.map(() => value), 9], 12)).toEqual({ status: "not-computable", reason: "flat-baseline" }),
  );

  it("counts unrated sessions in the places it names, but not in the baseline", () => {
    const series = [null, ...STEADY.slice(0, 6), null, null, ...STEADY.slice(6), null, 9];
    expect(xmrLimits(series, 12)).toEqual({ ...computed(xmrLimits([...STEADY, 9], 12)), outside: [17] });
  });

  it("takes zero for a rating, and a missing one for none", () => {
    expect(computed(xmrLimits([...STEADY, 0], 12)).outside).toEqual([13]);
    expect(computed(xmrLimits([...STEADY, null], 12)).outside).toEqual([]);
  });

  it.each([12.5, -1, Number.NaN])("refuses a baseline of %f ratings", (count) => expect(() => xmrLimits(STEADY, count)).toThrow(RangeError));

  it("is its own mirror image, and as wide backwards", () =>
    fc.assert(
      fc.property(rated(12, 30), (values) => {
        const found = xmrLimits(values, 12);
        if (found.status === "not-computable") {
          expect(new Set(values.slice(0, 12)).size).toBe(1);
          return;
        }
        const mirrored = computed(
          xmrLimits(
            values.map((value) => -value),
            12,
          ),
        );
        expectNear(mirrored.upper, -found.lower, 1e-9);
        expectNear(mirrored.lower, -found.upper, 1e-9);
        const backwards = computed(xmrLimits(values.slice(0, 12).reverse(), 12));
        expectNear(backwards.upper - backwards.lower, found.upper - found.lower, 1e-9);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
