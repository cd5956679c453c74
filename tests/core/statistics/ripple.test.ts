import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ripple } from "#core/statistics/ripple.ts";
import { hasReference, unlessAbsent } from "../../reference.ts";
import { computed, expectNear } from "./expect-near.ts";
import { HORMONE } from "./hormone.ts";
import { rippleByRotations } from "./oracles.ts";
import { ANY_LENGTH, dayAfter, ordinal, RUNS, rating } from "./ordinal.ts";
import { rowsOf } from "./reference.ts";
import { DAYS, INTIMACY, NEGATIVE_AFFECT } from "./therapy-monitor.ts";

// Every order and every rotation are many: on a busy machine more than five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** The hormone, and what follows it by one sample. */
const [FIRST, NEXT] = [HORMONE.slice(1, 41), HORMONE.slice(0, 40)];
const weekly = (count: number) => Array.from({ length: count }, (_, place) => dayAfter(7 * place));
/** Rises by one every third session. */
const rising = (count: number) => Array.from({ length: count }, (_, place) => Math.floor(place / 3));

describe("a ripple", () => {
  it("is not claimed of intimacy and the next negative affect in one person's therapy (van Lankveld et al. 2017)", () => {
    expect(ripple(INTIMACY, NEGATIVE_AFFECT)).toMatchObject({ verdict: "cannot-tell-yet", pairs: 37 });
    expect(ripple(INTIMACY, NEGATIVE_AFFECT, { days: DAYS })).toMatchObject({ verdict: "cannot-tell-yet", pairs: 33, firstPlace: 1, lastPlace: 34 });
  });

  // Compares the typed-in series with the file they were typed from: nothing can stand for that file.
  it.skipIf(!hasReference)(`has those series as they were published${unlessAbsent}`, () => {
    const rows = rowsOf("therapy_monitor_n1_2014.csv").toSorted((one, other) => ((one.datetime ?? "") < (other.datetime ?? "") ? -1 : 1));
    expect(rows.map((row) => row.datetime?.slice(0, 10))).toEqual(DAYS);
    expect(rows.map((row) => Number(row.intimacy))).toEqual(INTIMACY);
    expect(rows.map((row) => Number(row.negativeAffect))).toEqual(NEGATIVE_AFFECT);
  });

  it("is followed by the other where one series is the other a step later (Diggle 1990's hormone)", () => {
    const found = computed(ripple(FIRST, NEXT));
    expect(found).toMatchObject({ verdict: "followed-by", sign: 1, pairs: 39, pairsNeeded: 21, firstPlace: 1, lastPlace: 40 });
    expect(found.forward).toEqual({ pDetrended: 1 / 40, pDifferenced: 1 / 39 });
    expect(Math.max(found.reverse.pDetrended, found.reverse.pDifferenced)).toBeGreaterThan(0.05);
  });

  it("is not claimed the other way round, where the other came first", () =>
    expect(ripple(NEXT, FIRST)).toMatchObject({ verdict: "cannot-tell-yet", reverse: { pDetrended: 1 / 40, pDifferenced: 1 / 39 } }));

  it("has rises followed by falls where the other series is upside down", () =>
    expect(
      ripple(
        FIRST,
        NEXT.map((value) => 5 - value),
      ),
    ).toMatchObject({ verdict: "followed-by", sign: -1 }));

  it("cannot be told from moving together where both rise, or both fall, and neither comes first", () => {
    const up = rising(30);
    expect(ripple(up, up)).toMatchObject({ verdict: "moved-together" });
    const down = up.map((value) => 10 - value);
    expect(ripple(down, down)).toMatchObject({ verdict: "moved-together" });
    expect(ripple(up, down)).toMatchObject({ verdict: "cannot-tell-yet" });
  });

  it("is not claimed of one mood in both ratings of a session, the same in both directions", () =>
    expect(ripple(HORMONE, HORMONE)).toMatchObject({ verdict: "cannot-tell-yet" }));

  it("is looked for two sessions later when that was fixed beforehand", () => {
    const [lead, trail] = [HORMONE.slice(2, 42), HORMONE.slice(0, 40)];
    expect(ripple(lead, trail, { lag: 2 })).toMatchObject({ verdict: "followed-by", pairs: 38 });
  });
});

describe("a ripple, at its edges", () => {
  it("needs 21 pairs: 22 sessions at lag 1, 23 at lag 2", () => {
    const few = { status: "not-computable", reason: "fewer-than-21-pairs", verdict: "cannot-tell-yet", pairsNeeded: 21 };
    expect(ripple(FIRST.slice(0, 21), NEXT.slice(0, 21))).toEqual({ ...few, pairs: 20 });
    expect(ripple(FIRST.slice(0, 22), NEXT.slice(0, 22))).toMatchObject({ status: "computed", pairs: 21 });
    expect(ripple(FIRST.slice(0, 22), NEXT.slice(0, 22), { lag: 2 })).toEqual({ ...few, pairs: 20 });
    expect(ripple([], [])).toEqual({ ...few, pairs: 0 });
    expect(ripple([5], [5])).toEqual({ ...few, pairs: 0 });
    expect(ripple([5], [5], { lag: 3 })).toEqual({ ...few, pairs: 0 });
  });

  it("can reach .05 at 22 sessions, in both tests", () =>
    expect(computed(ripple(FIRST.slice(0, 22), NEXT.slice(0, 22))).forward).toEqual({ pDetrended: 1 / 22, pDifferenced: 1 / 21 }));

  it("leaves out sessions at which either was not rated", () => {
    const x = [null, ...FIRST.slice(0, 10), 9, ...FIRST.slice(10)];
    const y = [3, ...NEXT.slice(0, 10), null, ...NEXT.slice(10)];
    expect(ripple(x, y)).toEqual({ ...ripple(FIRST, NEXT), firstPlace: 2, lastPlace: 42 });
    expect(ripple(FIRST, [...NEXT.slice(0, 20), ...NEXT.slice(20).map(() => null)])).toMatchObject({ pairs: 19, reason: "fewer-than-21-pairs" });
  });

  it("takes zero for a rating, and a missing one for none", () => {
    const [zeros, missing] = [
      [...FIRST.slice(0, 30), 0, 0],
      [...FIRST.slice(0, 30), null, null],
    ] as const;
    expect(ripple(zeros, NEXT.slice(0, 32))).toMatchObject({ pairs: 31 });
    expect(ripple(missing, NEXT.slice(0, 32))).toMatchObject({ pairs: 29 });
  });

  it("is never found where one series does not vary", () => {
    const flat = FIRST.map(() => 4);
    const tests = { pDetrended: 1, pDifferenced: 1 };
    expect(ripple(flat, NEXT)).toMatchObject({ verdict: "cannot-tell-yet", sign: 0, forward: tests, reverse: tests });
    expect(ripple(flat, flat)).toMatchObject({ verdict: "cannot-tell-yet", sign: 0 });
  });

  it("is tested within the longest stretch without a gap of more than three times the usual", () => {
    const pauseAfter = (count: number, pause: number) => weekly(40).map((_, place) => dayAfter(7 * place + (place >= count ? pause - 7 : 0)));
    expect(ripple(FIRST, NEXT, { days: weekly(40) })).toEqual(ripple(FIRST, NEXT));
    expect(ripple(FIRST, NEXT, { days: pauseAfter(12, 21) })).toMatchObject({ pairs: 39 });
    const split = ripple(FIRST, NEXT, { days: pauseAfter(12, 22) });
    expect(split).toEqual({ ...ripple(FIRST.slice(12), NEXT.slice(12)), firstPlace: 13, lastPlace: 40 });
    expect(ripple(FIRST, NEXT, { days: pauseAfter(20, 22) })).toMatchObject({ pairs: 19, verdict: "cannot-tell-yet" });
  });

  it("has a gap where many sessions in a row were not rated", () => {
    const x = [...FIRST.slice(0, 10), null, null, null, ...FIRST.slice(10)];
    const y = [...NEXT.slice(0, 10), 2, 2, 2, ...NEXT.slice(10)];
    expect(ripple(x, y, { days: weekly(43) })).toMatchObject({ pairs: 29, firstPlace: 14 });
    expect(ripple(x, y)).toMatchObject({ pairs: 39, firstPlace: 1 });
  });

  it("refuses series and days that do not belong together, days out of order, and a lag that is none", () => {
    expect(() => ripple([1, 2], [1])).toThrow(RangeError);
    expect(() => ripple([1, 2], [1, 2], { days: ["2026-01-05"] })).toThrow(RangeError);
    expect(() => ripple([1, 2], [1, 2], { days: ["2026-01-12", "2026-01-05"] })).toThrow(RangeError);
    expect(() => ripple([1, null], [1, 2], { days: ["2026-01-12", "2026-01-05"] })).toThrow(RangeError);
    expect(() => ripple([1, 2], [1, 2], { days: ["2026-01-12", "2026-02-30"] })).toThrow(RangeError);
    for (const lag of [0, -1, 1.5, Number.NaN]) expect(() => ripple(FIRST, NEXT, { lag })).toThrow(RangeError);
    expect(() => ripple([Number.NaN], [1])).toThrow(RangeError);
  });
});

describe("a ripple, whatever the ratings", () => {
  const two = fc.array(fc.tuple(rating, rating), { minLength: 24, maxLength: 30, ...ANY_LENGTH });

  it("has the p of every rotation worked out the long way", () =>
    fc.assert(
      fc.property(two, fc.integer({ min: 1, max: 2 }), (rows, lag) => {
        const [x, y] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
        const [found, expected] = [computed(ripple(x, y, { lag })), rippleByRotations(x, y, lag)];
        for (const direction of ["forward", "reverse"] as const) {
          expectNear(found[direction].pDetrended, expected[direction].pDetrended, 1e-12);
          expectNear(found[direction].pDifferenced, expected[direction].pDifferenced, 1e-12);
        }
      }),
      { ...RUNS, numRuns: 40 },
    ));

  it("has its directions change places with the series, is never claimed both ways, and does not hear an added line", () =>
    fc.assert(
      fc.property(two, fc.integer({ min: -2, max: 2 }), (rows, slope) => {
        const [x, y] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
        const [found, turned] = [computed(ripple(x, y)), computed(ripple(y, x))];
        expect([turned.forward, turned.reverse]).toEqual([found.reverse, found.forward]);
        expect([found.verdict, turned.verdict].filter((verdict) => verdict === "followed-by").length).toBeLessThan(2);
        const tilted = computed(
          ripple(
            x.map((value, place) => value + slope * place),
            y,
          ),
        );
        expect([tilted.forward, tilted.reverse]).toEqual([found.forward, found.reverse]);
      }),
      { ...RUNS, numRuns: 60 },
    ));

  it("says the same with the unrated sessions as without them", () =>
    fc.assert(
      fc.property(ordinal(20, 40), ordinal(20, 40), (one, other) => {
        const length = Math.min(one.length, other.length);
        const rows = one.slice(0, length).map((x, place) => [x, other[place] ?? null] as const);
        const both = rows.filter(([x, y]) => x !== null && y !== null);
        const [full, kept] = [rows, both].map((each) =>
          ripple(
            each.map(([x]) => x),
            each.map(([, y]) => y),
          ),
        );
        expect({ ...full, firstPlace: 0, lastPlace: 0 }).toEqual({ ...kept, firstPlace: 0, lastPlace: 0 });
      }),
      { ...RUNS, numRuns: 100 },
    ));

  it("is claimed of at most one in twenty pairs that only share a drift or a step", () => {
    const claims = { drift: 0, step: 0 };
    const draws = fc.sample(fc.array(fc.tuple(rating, rating), { minLength: 24, maxLength: 24 }), { ...RUNS, numRuns: 300 });
    for (const rows of draws) {
      const shared = { drift: (place: number) => place / 2, step: (place: number) => (place < 12 ? 0 : 9) };
      for (const kind of ["drift", "step"] as const) {
        const [x, y] = [0, 1].map((which) => rows.map((row, place) => Math.round((row[which] ?? 0) / 2 + shared[kind](place))));
        if (ripple(x ?? [], y ?? []).verdict === "followed-by") claims[kind] += 1;
      }
    }
    expect(Math.max(claims.drift, claims.step)).toBeLessThanOrEqual(15);
  });
});
