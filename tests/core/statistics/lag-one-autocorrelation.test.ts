import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lagOneAutocorrelation } from "#core/statistics/lag-one-autocorrelation.ts";
import { computed, expectNear } from "./expect-near.ts";
import { HORMONE } from "./hormone.ts";
import { RUNS, rated, withGaps } from "./ordinal.ts";

describe("the resemblance of neighbours", () => {
  it("is .576 in the hormone series of Diggle 1990 (R's acf)", () => expectNear(computed(lagOneAutocorrelation(HORMONE)).estimate, 0.576, 5e-4));

  it("is −¾ in 1, 2, 1, 2: three neighbours over four ratings, hence never quite −1", () =>
    expect(lagOneAutocorrelation([1, 2, 1, 2])).toEqual({ status: "computed", estimate: -0.75 }));

  it("asks for four ratings, and counts no missing ones", () => {
    expect(lagOneAutocorrelation([1, 2, null, 3])).toEqual({ status: "not-computable", reason: "fewer-than-4-ratings" });
    expect(lagOneAutocorrelation([])).toEqual({ status: "not-computable", reason: "fewer-than-4-ratings" });
  });

  it.each([0, 5, 0.1, 10 / 3])("cannot be told where every rating is %f", (value) =>
    expect(lagOneAutocorrelation(Array.from({ length: 10 }, () => value))).toEqual({ status: "not-computable", reason: "all-tied" }),
  );

  it("takes zero for a rating and a missing one for none", () => {
    expect(lagOneAutocorrelation([2, 0, 1, 2, 1])).not.toEqual(lagOneAutocorrelation([2, null, 1, 2, 1]));
    expect(lagOneAutocorrelation([2, null, 1, 2, 1])).toEqual(lagOneAutocorrelation([2, 1, 2, 1]));
  });

  it("stays within −1…1, and is the same backwards, on any scale and with unrated sessions", () =>
    fc.assert(
      fc.property(rated(4, 30), (values) => {
        const result = lagOneAutocorrelation(values);
        if (result.status === "not-computable") {
          expect(new Set(values).size).toBe(1);
          return;
        }
        expect(Math.abs(result.estimate)).toBeLessThanOrEqual(1);
        expectNear(computed(lagOneAutocorrelation(values.toReversed())).estimate, result.estimate, 1e-9);
        expectNear(computed(lagOneAutocorrelation(values.map((value) => 20 - 3 * value))).estimate, result.estimate, 1e-9);
        expect(lagOneAutocorrelation(withGaps(values, [0, 2, 5]))).toEqual(result);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
