import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTone } from "./focus-given.ts";
import { saidOf, times, toneWeekly } from "./given.ts";

describe("what cannot be told yet", () => {
  const asideOf = (count: number) =>
    readTone(toneWeekly(times(count, 5))).sentences.filter(({ words }) => /cannot tell|before a direction/i.test(words));

  it("is one sentence for a fresh choice, and one aside from the first direction on, the nearest first", () => {
    expect([0, 2, 5, 6, 11].map((count) => asideOf(count).length)).toEqual([1, 1, 1, 1, 1]);
    expect(saidOf(asideOf(6), "not-yet")).toEqual([
      "Cannot tell yet, with 6 ratings: whether a run is unusual (it takes 10 ratings above or below their middle value; so far 0), the usual range (it takes 12 ratings) and whether it shifted (it takes 15).",
    ]);
  });

  it("is gone once all of it can be told", () =>
    expect(saidOf(readTone(toneWeekly(Array.from({ length: 20 }, (_, place) => 4 + 2 * (place % 2)))).sentences, "not-yet")).toEqual([]));
});

describe("every sentence of a focus track", () => {
  const mayBeSaid = (words: string) => {
    expect(words).toMatch(/\d/);
    expect(words).not.toMatch(/significan|because of|caused|effect|led to|thanks to/i);
    expect(words).not.toMatch(/NaN|null|undefined|Infinity/);
  };

  it("has its count, and no word for a cause or a proof", () => {
    for (const values of [[], [0], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], times(14, 5), [...times(10, 3), ...times(10, 7)], [...times(12, 6), 0]])
      for (const { words } of readTone(toneWeekly(values)).sentences) mayBeSaid(words);
  });

  it("has them whatever was rated, and says the same without the sessions that were not", () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(10), { freq: 5 }), { maxLength: 40 }), (values) => {
        const occasions = toneWeekly(values);
        const reading = readTone(occasions);
        for (const { words } of reading.sentences) mayBeSaid(words);
        const kept = readTone(occasions.filter((each) => each.ratings.length > 0));
        expect([kept.direction, kept.run, kept.range, kept.line, kept.ratedSince]).toEqual([
          reading.direction,
          reading.run,
          reading.range,
          reading.line,
          reading.ratedSince,
        ]);
      }),
      { seed: 20261127, numRuns: 150 },
    ));
});
