import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { theilSen } from "#core/statistics/theil-sen.ts";
import { computed, expectNear } from "./expect-near.ts";
import { lineByPairs, scoreVariance } from "./oracles.ts";
import { ANY_LENGTH, dayAfter, RUNS, rating } from "./ordinal.ts";

/** Ratings on the given days, counted from 5 January 2026. */
const on = (days: readonly number[], values: readonly (number | null)[]) =>
  values.map((value, place) => ({ day: dayAfter(days[place] ?? Number.NaN), value }));
const weekly = (values: readonly (number | null)[]) =>
  on(
    values.map((_, place) => 7 * place),
    values,
  );

describe("the Theil–Sen line, on published examples", () => {
  it("has the slope 4 of Sen 1968 (JASA 63:1379–1389), unequal steps, and passes through 6 + 4t", () => {
    const found = computed(theilSen(on([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78])));
    expectNear(found.slopePerWeek, 7 * 4);
    expectNear(found.intercept, 6 + 4 * 1);
    expect(found).toMatchObject({ fromDay: "2026-01-06", lower: null, upper: null });
  });

  it("has Sen's interval as R's trend::sens.slope gives it (ratings of Borckardt & Nash 2014, phase B, many ties)", () => {
    const found = computed(theilSen(weekly([3, 4, 2, 4, 2, 1, 4, 5, 3, 2, 1, 2, 4, 4])));
    expect(found).toMatchObject({ slopePerWeek: 0, intercept: 3 });
    expectNear(found.lower, -0.2);
    expectNear(found.upper, 0.2);
  });
});

describe("the Theil–Sen line, over real days", () => {
  it("weighs a five-week gap as five weeks", () => {
    const values = [2, 3, 4, 5, 6, 7];
    const evenly = computed(theilSen(weekly(values)));
    const gap = computed(theilSen(on([0, 7, 14, 49, 56, 63], values)));
    expectNear(evenly.slopePerWeek, 1);
    expectNear(gap.slopePerWeek, 0.5);
  });

  it("crosses the change to summer time and a leap day as whole days", () => {
    const days = ["2024-02-26", "2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25", "2024-04-01"];
    expectNear(computed(theilSen(days.map((day, place) => ({ day, value: place })))).slopePerWeek, 1);
  });

  it("skips pairs on one day", () => {
    const found = computed(theilSen(on([0, 0, 7, 7, 14, 14], [1, 9, 2, 10, 3, 11])));
    expectNear(found.slopePerWeek, 1);
  });

  it("cannot be drawn where all ratings stand on one day", () =>
    expect(theilSen(on([3, 3, 3, 3, 3, 3], [1, 2, 3, 4, 5, 6]))).toEqual({ status: "not-computable", reason: "all-on-one-day" }));

  it("gives no interval where so many share a day that its ranks fall outside", () => {
    const found = computed(theilSen(on([0, 0, 0, 0, 0, 0, 0, 7], [1, 2, 3, 4, 5, 6, 7, 8])));
    expect(found).toMatchObject({ slopePerWeek: 4, lower: null, upper: null });
  });

  it("begins at the first day that is rated, not at the first day", () => {
    const found = computed(theilSen(weekly([null, 2, 3, 4, 5, 6, 7])));
    expect(found).toMatchObject({ fromDay: "2026-01-12", intercept: 2 });
  });
});

describe("the Theil–Sen line, at its edges", () => {
  it("asks for six ratings, and for eight before it gives an interval", () => {
    expect(theilSen(weekly([1, 2, 3, 4, 5, null]))).toEqual({ status: "not-computable", reason: "fewer-than-6-ratings" });
    expect(theilSen([])).toEqual({ status: "not-computable", reason: "fewer-than-6-ratings" });
    expect(theilSen(weekly([1, 2, 3, 4, 5, 6, 7]))).toMatchObject({ lower: null, upper: null });
    expect(theilSen(weekly([1, 2, 3, 4, 5, 6, 7, 8]))).toMatchObject({ slopePerWeek: 1, lower: 1, upper: 1 });
  });

  it("takes zero for a rating and a missing one for none", () => {
    expect(theilSen(weekly([0, 0, 0, 0, 0, 0]))).toMatchObject({ slopePerWeek: 0, intercept: 0 });
    expectNear(computed(theilSen(weekly([6, null, 8, 9, null, 11, 12, 13]))).slopePerWeek, 1);
  });

  it("is level where all are tied, and surely so", () =>
    expect(theilSen(weekly([5, 5, 5, 5, 5, 5, 5, 5]))).toMatchObject({ slopePerWeek: 0, intercept: 5, lower: 0, upper: 0 }));

  it.each(["2026-02-30", "2026-1-5", "", "yesterday"])('refuses "%s" for a day', (day) =>
    expect(() => theilSen([{ day, value: 1 }, ...weekly([1, 2, 3, 4, 5, 6])])).toThrow(RangeError),
  );
});

describe("the Theil–Sen line, whatever the ratings", () => {
  const points = fc.array(fc.record({ day: fc.nat(120), value: rating }), { minLength: 8, maxLength: 20, ...ANY_LENGTH });

  it("agrees with all slopes worked out the long way, its interval too", () =>
    fc.assert(
      fc.property(points, (drawn) => {
        fc.pre(new Set(drawn.map((each) => each.day)).size > 1);
        const first = Math.min(...drawn.map((each) => each.day));
        const line = lineByPairs(
          drawn.map((each) => each.day - first),
          drawn.map((each) => each.value),
        );
        const found = computed(theilSen(drawn.map(({ day, value }) => ({ day: dayAfter(day), value }))));
        expectNear(found.slopePerWeek, 7 * line.slope, 1e-9);
        expectNear(found.intercept, line.intercept, 1e-9);
        const c = 1.96 * Math.sqrt(scoreVariance(drawn.map((each) => each.value)));
        const [low, high] = [Math.round((line.slopes.length - c) / 2), Math.round((line.slopes.length + c) / 2) + 1];
        if (low < 1 || high > line.slopes.length) expect(found).toMatchObject({ lower: null, upper: null });
        else {
          expectNear(found.lower, 7 * (line.slopes[low - 1] ?? Number.NaN), 1e-9);
          expectNear(found.upper, 7 * (line.slopes[high - 1] ?? Number.NaN), 1e-9);
        }
      }),
      { ...RUNS, numRuns: 400 },
    ));

  it("does not depend on the order of the points, moves with a shift of the scale, and turns with it", () =>
    fc.assert(
      fc.property(points, (drawn) => {
        fc.pre(new Set(drawn.map((each) => each.day)).size > 1);
        const given = drawn.map(({ day, value }) => ({ day: dayAfter(day), value }));
        const found = computed(theilSen(given));
        expect(theilSen(given.toReversed())).toEqual(found);
        const moved = computed(theilSen(given.map(({ day, value }) => ({ day, value: value + 5 }))));
        expectNear(moved.slopePerWeek, found.slopePerWeek, 1e-9);
        expectNear(moved.intercept, found.intercept + 5, 1e-9);
        const turned = computed(theilSen(given.map(({ day, value }) => ({ day, value: -value }))));
        expectNear(turned.slopePerWeek, -found.slopePerWeek, 1e-9);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
