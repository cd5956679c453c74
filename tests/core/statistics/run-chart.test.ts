import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runChart } from "#core/statistics/run-chart.ts";
import { computed } from "./expect-near.ts";
import { fairCoinQuantile, middle } from "./oracles.ts";
import { RUNS, rated, withGaps } from "./ordinal.ts";

/** Ratings around 5, one for each letter: a(bove), b(elow), and o(n) the line. */
const drawn = (letters: string) => [...letters].map((letter) => (letter === "a" ? 7 : letter === "b" ? 3 : 5));

describe("the run chart, on published figures", () => {
  // Useful ratings, longest run allowed, fewest crossings: Anhøj & Olesen 2014 (PLoS ONE 9:e113825); Anhøj 2015, table 1.
  it.each([
    [10, 6, 2],
    [11, 6, 2],
    [12, 7, 3],
    [13, 7, 3],
    [14, 7, 4],
    [16, 7, 4],
    [17, 7, 5],
    [18, 7, 5],
    [19, 7, 6],
    [21, 7, 6],
    [22, 7, 7],
    [23, 8, 7],
    [24, 8, 8],
  ])("allows %i useful ratings a run of %i and asks them for %i crossings", (count, longestRunLimit, crossingsMinimum) => {
    const values = drawn("ab".repeat(count / 2) + (count % 2 === 1 ? "oooa" : ""));
    expect(runChart(values)).toMatchObject({ usefulCount: count, longestRunLimit, crossingsMinimum, signal: false });
  });

  it("has the quantile of the binomial distribution for any number of ratings", () => {
    for (let half = 5; half <= 120; half += 1) {
      const expected = fairCoinQuantile(2 * half - 1, { of: 1n, in: 20n });
      expect(runChart(drawn("ab".repeat(half))), `${2 * half}`).toMatchObject({ crossingsMinimum: expected });
    }
  });

  it("signals nothing in Anton's 18 sessions (Grünke et al. 2013), of which six stand on the line", () =>
    expect(runChart([6, 5, 4, 5, 8, 10, 10, 8, 8, 10, 9, 9, 10, 9, 9, 10, 9, 9])).toEqual({
      status: "computed",
      median: 9,
      usefulCount: 12,
      longestRun: 5,
      longestRunLimit: 7,
      crossings: 3,
      crossingsMinimum: 3,
      signal: false,
    }));
});

describe("the run chart, at its edges", () => {
  it("asks for ten useful ratings: not missing, not on the line", () => {
    expect(runChart([])).toEqual({ status: "not-computable", reason: "fewer-than-10-useful" });
    expect(runChart(drawn("ababababaoo"))).toEqual({ status: "not-computable", reason: "fewer-than-10-useful" });
    expect(runChart([...drawn("ababababa"), null, null])).toMatchObject({ reason: "fewer-than-10-useful" });
    expect(runChart(drawn("ababababab"))).toMatchObject({ status: "computed" });
  });

  it("has nothing to say of ratings that are all tied, zeros too", () => {
    expect(runChart(Array.from({ length: 30 }, () => 0))).toEqual({ status: "not-computable", reason: "fewer-than-10-useful" });
    expect(runChart(Array.from({ length: 30 }, () => 6))).toMatchObject({ reason: "fewer-than-10-useful" });
  });

  it("signals a run one longer than allowed, by its length alone", () => {
    const seven = computed(runChart(drawn("bbaaaaaaabbbaabbbabb")));
    expect(seven).toMatchObject({ usefulCount: 20, longestRun: 7, longestRunLimit: 7, crossings: 6, crossingsMinimum: 6, signal: false });
    const eight = computed(runChart(drawn("bbaaaaaaaabbbabbbabb")));
    expect(eight).toMatchObject({ usefulCount: 20, longestRun: 8, longestRunLimit: 7, crossings: 6, crossingsMinimum: 6, signal: true });
  });

  it("signals one crossing fewer than asked for, though no run is long", () => {
    const seldom = computed(runChart(drawn("aaaaaabbbbbbaaabbb")));
    expect(seldom).toMatchObject({ longestRun: 6, longestRunLimit: 7, crossings: 3, crossingsMinimum: 5, signal: true });
  });

  it("lets a rating on the line neither break nor lengthen a run", () => {
    const [without, within] = [runChart(drawn("aabbaabbaabb")), runChart(drawn("aaobbaabbaaobb"))];
    expect(within).toEqual({ ...without });
  });

  it("takes zero for a rating and a missing one for none", () => {
    const values = drawn("abababababab");
    expect(runChart([...values, null, null])).toEqual(runChart(values));
    expect(runChart([...values, 0, 0])).not.toEqual(runChart(values));
  });
});

describe("the run chart, whatever the ratings", () => {
  it("agrees with runs counted in a line of letters", () =>
    fc.assert(
      fc.property(rated(10, 40), (values) => {
        const line = middle(values);
        const letters = values.flatMap((value) => (value > line ? "a" : value < line ? "b" : [])).join("");
        const runs = letters.match(/a+|b+/g) ?? [];
        const found = runChart(values);
        if (letters.length < 10) expect(found.status).toBe("not-computable");
        else {
          expect(found).toMatchObject({ median: line, usefulCount: letters.length, crossings: runs.length - 1 });
          expect(found).toMatchObject({ longestRun: Math.max(...runs.map((run) => run.length)) });
        }
      }),
      { ...RUNS, numRuns: 300 },
    ));

  it("is the same backwards, upside down and with unrated sessions", () =>
    fc.assert(
      fc.property(rated(10, 40), (values) => {
        const found = runChart(values);
        expect(runChart(values.toReversed())).toEqual(found);
        expect(runChart(withGaps(values, [0, 3, 7]))).toEqual(found);
        const { median: _, ...figures } = { median: 0, ...found };
        expect(runChart(values.map((value) => 10 - value))).toMatchObject(figures);
      }),
      { ...RUNS, numRuns: 300 },
    ));
});
