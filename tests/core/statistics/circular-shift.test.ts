import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circularShift } from "#core/statistics/circular-shift.ts";
import { differenced } from "#core/statistics/differenced.ts";
import { expectNear } from "./expect-near.ts";
import { shiftByRotations } from "./oracles.ts";
import { ANY_LENGTH, RUNS, rating } from "./ordinal.ts";
import { INTIMACY, SELF_ESTEEM } from "./therapy-monitor.ts";

/** Two series of one length. */
const two = (minLength: number, maxLength: number) =>
  fc.array(fc.tuple(rating, rating), { minLength, maxLength, ...ANY_LENGTH }).map((rows) => [rows.map(([x]) => x), rows.map(([, y]) => y)] as const);
const turn = (values: readonly number[], by: number) => [...values.slice(by), ...values.slice(0, by)];

describe("the test by rotation", () => {
  it("gives 15 in 38 for self-esteem and the next intimacy (van Lankveld et al. 2017; R, all rotations)", () => {
    const found = circularShift(SELF_ESTEEM, INTIMACY, 1);
    expectNear(found.r, 0.154940102595766);
    expectNear(found.p, 15 / 38);
    expectNear(circularShift(INTIMACY, SELF_ESTEEM, 1).p, 14 / 38);
  });

  it("takes equal steps for ties, though thirds do not subtract exactly (Spearman by scipy on steps rounded to 9 decimals)", () =>
    expectNear(circularShift(differenced(SELF_ESTEEM), differenced(INTIMACY), 1).r, -0.25815985264946373));

  it("cannot be passed by a series that does not vary", () => {
    const [flat, moving] = [Array.from({ length: 30 }, () => 0), Array.from({ length: 30 }, (_, place) => place % 7)];
    expect(circularShift(flat, moving, 1)).toEqual({ r: 0, p: 1 });
    expect(circularShift(moving, flat, 1)).toEqual({ r: 0, p: 1 });
    expect(circularShift([], [], 1)).toEqual({ r: 0, p: 1 });
    expect(circularShift([4], [5], 1)).toEqual({ r: 0, p: 1 });
  });

  it("agrees with every rotation ranked and correlated the long way", () =>
    fc.assert(
      fc.property(two(8, 24), fc.integer({ min: 1, max: 3 }), ([x, y], lag) => {
        const [found, expected] = [circularShift(x, y, lag), shiftByRotations(x, y, lag)];
        expectNear(found.r, expected.r, 1e-9);
        expectNear(found.p, expected.p, 1e-12);
      }),
      { ...RUNS, numRuns: 150 },
    ));

  it("ranks the series among the same rotations wherever it begins: the p of each is its place among all", () =>
    fc.assert(
      fc.property(two(6, 15), ([x, y]) => {
        const all = x.map((_, by) => circularShift(turn(x, by), y, 1));
        for (const { r, p } of all) {
          expectNear(p, all.filter((other) => Math.abs(other.r) >= Math.abs(r) - 1e-12).length / x.length, 1e-12);
        }
      }),
      { ...RUNS, numRuns: 100 },
    ));

  it("hears only order: any rising scale gives the same, a falling one the opposite sign", () =>
    fc.assert(
      fc.property(two(6, 20), ([x, y]) => {
        const found = circularShift(x, y, 1);
        const cubes = x.map((value) => 3 + value ** 3);
        expect(circularShift(cubes, y, 1)).toEqual(found);
        const turned = circularShift(
          x.map((value) => -value),
          y,
          1,
        );
        expectNear(turned.r, -found.r, 1e-12);
        expectNear(turned.p, found.p, 1e-12);
      }),
      { ...RUNS, numRuns: 150 },
    ));
});
