import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "#core/day.ts";
import { at } from "#core/statistics/at.ts";
import { detrended } from "#core/statistics/detrended.ts";
import { differenced } from "#core/statistics/differenced.ts";
import { longestStretch } from "#core/statistics/longest-stretch.ts";
import { mean } from "#core/statistics/mean.ts";
import { median } from "#core/statistics/median.ts";
import { midRanks } from "#core/statistics/mid-ranks.ts";
import { napInterval } from "#core/statistics/nap-interval.ts";
import { normCutoff } from "#core/statistics/norm-cutoff.ts";
import { ratedValues } from "#core/statistics/rated-values.ts";
import { tieSizes } from "#core/statistics/tie-sizes.ts";
import { withoutNoise } from "#core/statistics/without-noise.ts";
import { expectNear } from "./expect-near.ts";
import { dayAfter, RUNS, rated } from "./ordinal.ts";

describe("a rating", () => {
  it("is kept where it is zero and dropped where it is missing", () => expect(ratedValues([null, 0, 3, null])).toEqual([0, 3]));
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1.1e9])("is not %f", (value) =>
    expect(() => ratedValues([1, value])).toThrow(RangeError),
  );
  it("is no text, and not nothing", () => {
    // @ts-expect-error: a text
    expect(() => ratedValues(["7"])).toThrow(TypeError);
    // @ts-expect-error: nothing, which is not the same as not rated
    expect(() => ratedValues([undefined])).toThrow(TypeError);
  });
});

describe("ranks and middles", () => {
  it("share the mean rank among equals", () => expect(midRanks([10, 20, 10, 30, 20, 20])).toEqual([1.5, 4, 1.5, 6, 4, 4]));
  it("give no ranks to nothing, and the first to one", () => {
    expect(midRanks([])).toEqual([]);
    expect(midRanks([0])).toEqual([1]);
  });
  it("add up to n(n + 1)/2, ties or not", () =>
    fc.assert(
      fc.property(rated(0, 30), (values) => {
        expect(midRanks(values).reduce((sum, rank) => sum + rank, 0)).toBe((values.length * (values.length + 1)) / 2);
      }),
      { ...RUNS, numRuns: 100 },
    ));
  it("count each tied group", () => expect(tieSizes([0, 5, 0, 0, 7, 5])).toEqual([3, 2, 1]));
  it("take the middle, or halfway between two, by size and not by spelling", () => {
    expect(median([10, 9, 2])).toBe(9);
    expect(median([10, 9, 2, 100])).toBe(9.5);
    expect(median([0.1])).toBe(0.1);
  });
  it("have none of nothing", () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
    expect(() => at([1], 1)).toThrow(RangeError);
  });
});

describe("what is left of a series", () => {
  it("is nothing of a line, and steps that are all alike", () => {
    const line = [0.1, 0.2, 0.3, 0.4, 0.5].map((value) => value * 3);
    expect(detrended(line)).toEqual([0, 0, 0, 0, 0]);
    expect(differenced(line)).toEqual([0.3, 0.3, 0.3, 0.3]);
  });
  it("is nothing of one rating, or of none", () => {
    expect(detrended([4])).toEqual([0]);
    expect(detrended([])).toEqual([]);
    expect(differenced([4])).toEqual([]);
    expect(differenced([])).toEqual([]);
  });
  it("is cleared of the arithmetic's noise, on either side of zero", () => {
    expect(withoutNoise(0.1 + 0.2)).toBe(0.3);
    expect(withoutNoise(-1e-12)).toBe(0);
    expect(Object.is(withoutNoise(-1e-12), 0)).toBe(true);
  });
});

describe("days", () => {
  it("are counted from 1970, across leap days and backwards", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1969-12-31")).toBe(-1);
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("2026-03-09")).toBe(20521);
  });
  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "", "2026-03-09T00:00"])('are not "%s"', (text) =>
    expect(() => dayNumber(text)).toThrow(RangeError),
  );
});

describe("the longest stretch", () => {
  const stretch = (...days: number[]) => longestStretch(days.map(dayAfter));
  it("is all of them where no gap is longer than three times the median one", () => expect(stretch(0, 7, 14, 35, 42)).toEqual({ from: 0, to: 5 }));
  it("ends before a longer gap, or begins after it", () => {
    expect(stretch(0, 7, 14, 21, 43, 50)).toEqual({ from: 0, to: 4 });
    expect(stretch(0, 7, 29, 36, 43, 50)).toEqual({ from: 2, to: 6 });
  });
  it("is the last of two that are equally long", () => expect(stretch(0, 7, 14, 36, 43, 50)).toEqual({ from: 3, to: 6 }));
  it("does not break between sessions on one day, and does not take these for the usual gap", () => {
    expect(stretch(0, 0, 0, 0, 7, 14)).toEqual({ from: 0, to: 6 });
    expect(stretch(5, 5, 5)).toEqual({ from: 0, to: 3 });
  });
  it("is nothing of nothing, and one of one", () => {
    expect(stretch()).toEqual({ from: 0, to: 0 });
    expect(stretch(4)).toEqual({ from: 0, to: 1 });
  });
  it("refuses days out of order", () => expect(() => stretch(7, 0)).toThrow(RangeError));
});

describe("limits and cut-offs", () => {
  it("narrow as sessions are added", () => {
    const width = (count: number) => napInterval(0.75, count, count).upper - napInterval(0.75, count, count).lower;
    expect(width(5)).toBeGreaterThan(width(10));
    expect(width(10)).toBeGreaterThan(width(40));
  });
  it("stand nearer to the group that varies less", () => {
    expect(normCutoff({ mean: 40, sd: 10 }, { mean: 60, sd: 5 })).toBeCloseTo(53.33, 2);
    expectNear(normCutoff({ mean: 40, sd: 7.5 }, { mean: 60, sd: 7.5 }), 50);
    expect(normCutoff({ mean: Number.NaN, sd: 1 }, { mean: 60, sd: 5 })).toBeNull();
    expect(normCutoff({ mean: 40, sd: 0 }, { mean: 60, sd: 0 })).toBeNull();
  });
});
