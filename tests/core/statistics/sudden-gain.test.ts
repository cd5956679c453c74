import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suddenGain } from "#core/statistics/sudden-gain.ts";
import { computed } from "./expect-near.ts";
import { RUNS, rated } from "./ordinal.ts";

const options = { reliableChangePoints: 7, lowerIsBetter: true };
const gainsIn = (values: readonly (number | null)[]) => computed(suddenGain(values, options)).gains;

describe("sudden gains", () => {
  // R package suddengains (Wiedemann, Thew, Stott & Ehlers 2020), its own tests.
  it.each([
    [[35, 37, 23, 23, 24, 21], [1]],
    [[35, 37, 34, 24, 24, 21], [2]],
    [[35, 37, 34, 34, 24, 21], [3]],
    [[35, 37, 34, 37, 37, 37], []],
  ])("in %j come after the places %j", (values, gains) => expect(gainsIn(values)).toEqual(gains));

  it("may be two in one therapy", () => expect(gainsIn([33, 35, 37, 34, 23, 24, 21, 29, 17, 11, 11, 10, 7])).toEqual([3, 7]));

  it("must reach the points of reliable change, a quarter of the score, and stand out from both sides", () => {
    expect(gainsIn([20, 20, 20, 13, 13, 13])).toEqual([2]);
    expect(gainsIn([20, 20, 20, 13.1, 13, 13])).toEqual([]);
    expect(gainsIn([28, 28, 28, 21, 21, 21])).toEqual([2]);
    expect(gainsIn([28.1, 28.1, 28.1, 21.1, 21, 21])).toEqual([]);
    expect(gainsIn([8, 30, 20, 8, 29, 20])).toEqual([]);
  });

  it("cannot be a fall that a missing session lies in, but can stand beside one", () => {
    expect(computed(suddenGain([35, 37, null, 23, 24, 21], options))).toEqual({ status: "computed", gains: [], untested: [0, 1, 2, 4] });
    expect(gainsIn([35, null, 37, 23, null, 21])).toEqual([2]);
  });

  it("need two scores on either side", () => {
    expect(suddenGain([30, 10, 10], options)).toEqual({ status: "not-computable", reason: "fewer-than-2-ratings-each-side" });
    expect(suddenGain([], options)).toEqual({ status: "not-computable", reason: "fewer-than-2-ratings-each-side" });
    expect(suddenGain([30, null, null, 30, 10, null, null, 10], options)).toMatchObject({ reason: "fewer-than-2-ratings-each-side" });
    expect(suddenGain([30, 30, 10, 10], options)).toEqual({ status: "computed", gains: [1], untested: [0, 2] });
  });

  it("take zero for a score: down to 0 is a fall, down to nothing is not", () => {
    expect(gainsIn([20, 20, 0, 0])).toEqual([1]);
    expect(suddenGain([20, 20, null, 0], options)).toMatchObject({ status: "not-computable" });
  });

  it("are none where all are tied", () => expect(gainsIn([12, 12, 12, 12, 12])).toEqual([]));

  it("are defined for measures whose lower scores are better, with points of reliable change", () => {
    expect(suddenGain([30, 30, 10, 10], { ...options, lowerIsBetter: false })).toEqual({
      status: "not-computable",
      reason: "defined-for-lower-is-better-only",
    });
    expect(suddenGain([30, 30, 10, 10], { ...options, reliableChangePoints: null })).toEqual({
      status: "not-computable",
      reason: "no-reliable-change-points",
    });
    expect(() => suddenGain([30, 30, 10, 10], { ...options, reliableChangePoints: 0 })).toThrow(RangeError);
  });

  it("agree with the three criteria worked out with the t values of a table (df 2, 3, 4)", () => {
    const table = [Number.NaN, Number.NaN, 4.30265272991, 3.18244630528, 2.7764451052];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = (values: number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
    fc.assert(
      fc.property(rated(4, 12), fc.integer({ min: 1, max: 4 }), (values, points) => {
        const expected = values.flatMap((before, place) => {
          const [left, right] = [values.slice(Math.max(0, place - 2), place + 1), values.slice(place + 1, place + 4)];
          const [after] = right;
          if (after === undefined || left.length < 2 || right.length < 2) return [];
          const df = left.length + right.length - 2;
          const third = mean(left) - mean(right) > (table[df] ?? Number.NaN) * Math.sqrt((squares(left) + squares(right)) / df);
          return before - after >= points && before - after >= before / 4 && third ? [place] : [];
        });
        expect(computed(suddenGain(values, { reliableChangePoints: points, lowerIsBetter: true })).gains).toEqual(expected);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});
