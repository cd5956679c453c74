import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Followed, kaplanMeier } from "#core/statistics/kaplan-meier.ts";
import { computed, expectNear } from "./expect-near.ts";
import { RUNS } from "./ordinal.ts";

/** "6 6+ 10": a time each, with + where nobody looked any further. */
const times = (written: string): Followed[] => written.split(" ").map((each) => ({ time: Number.parseFloat(each), event: !each.endsWith("+") }));

/** Weeks in remission under 6-MP: Freireich et al. 1963, Blood 21:699–716. */
const REMISSION = times("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
/** Weeks in remission under placebo, of the same trial: nobody's following ended early. */
const PLACEBO = times("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

describe("the survival curve, on published figures", () => {
  // Time, at risk, events, S, Greenwood's standard error: Klein & Moeschberger 2003, Survival Analysis, 2nd ed., table 4.1B.
  it.each([
    [6, 21, 3, 0.857, 0.0764],
    [7, 17, 1, 0.807, 0.0869],
    [10, 15, 1, 0.753, 0.0963],
    [13, 12, 1, 0.69, 0.1068],
    [16, 11, 1, 0.627, 0.1141],
    [22, 7, 1, 0.538, 0.1282],
    [23, 6, 1, 0.448, 0.1346],
  ])("has in week %i of the remissions %i at risk", (time, atRisk, events, survival, standardError) => {
    const step = computed(kaplanMeier(REMISSION)).steps.find((each) => each.time === time);
    expect(step).toMatchObject({ atRisk, events });
    expect(step?.survival).toBeCloseTo(survival, 3);
    expect(step?.standardError).toBeCloseTo(standardError, 4);
  });

  it("reaches the middle of the same remissions in week 23, and counts those still in remission", () =>
    expect(computed(kaplanMeier(REMISSION))).toMatchObject({ followed: 21, events: 9, censored: 12, median: 23 }));

  // By hand from the table above: S^exp(±1.96·SE/(S·ln S)), as SAS prints for these data.
  it.each([
    [6, 0.62, 0.952],
    [10, 0.503, 0.889],
    [23, 0.188, 0.68],
  ])("has a rough range in week %i from %f to %f", (time, lower, upper) => {
    const step = computed(kaplanMeier(REMISSION)).steps.find((each) => each.time === time);
    expect(step?.lower).toBeCloseTo(lower, 3);
    expect(step?.upper).toBeCloseTo(upper, 3);
  });

  it("is the plain share where everybody was followed to the end: 8 weeks in the placebo arm, of whom all relapsed", () => {
    const curve = computed(kaplanMeier(PLACEBO));
    expect(curve).toMatchObject({ followed: 21, events: 21, censored: 0, median: 8 });
    expectNear(curve.steps.find((each) => each.time === 8)?.survival, 8 / 21);
    expect(curve.steps.at(-1)).toEqual({ time: 23, atRisk: 1, events: 1, survival: 0, standardError: null, lower: null, upper: null });
  });
});

describe("the survival curve, at its edges", () => {
  it("cannot be computed where nobody is followed", () => expect(kaplanMeier([])).toEqual({ status: "not-computable", reason: "nobody-followed" }));

  it("has no step and no middle where the event came to nobody", () =>
    expect(kaplanMeier(times("4+ 9+"))).toEqual({ status: "computed", followed: 2, events: 0, censored: 2, steps: [], median: null }));

  it("counts one whose following ends on the day of an event as at risk in it", () =>
    expectNear(computed(kaplanMeier(times("5 5+ 8+"))).steps[0]?.survival, 2 / 3));

  it("takes a time of 0 for a time", () => expectNear(computed(kaplanMeier(times("0 3+"))).steps[0]?.survival, 0.5));

  it("reaches the middle at exactly half", () => expect(computed(kaplanMeier(times("2 4 6+ 7+")))).toMatchObject({ median: 4 }));

  it("does not miss a half by the last digit of a product", () =>
    // 9/10 · 8/9 · 7/8 · 6/7 · 5/6 is ½ on paper.
    expect(computed(kaplanMeier(times("1 2 3 4 5 9+ 9+ 9+ 9+ 9+")))).toMatchObject({ median: 5 }));

  it("refuses a time that is negative or no number", () => {
    for (const time of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => kaplanMeier([{ time, event: true }])).toThrow(RangeError);
  });
});

describe("the survival curve, whatever is followed", () => {
  const anyone: fc.Arbitrary<Followed[]> = fc.array(fc.record({ time: fc.integer({ min: 0, max: 400 }), event: fc.boolean() }), {
    minLength: 1,
    maxLength: 80,
  });

  it("only falls, stays between 0 and 1 with its range around it, and gives no NaN", () =>
    fc.assert(
      fc.property(anyone, (followed) => {
        let before = 1;
        for (const { survival, standardError, lower, upper } of computed(kaplanMeier(followed)).steps) {
          expect(survival).toBeLessThan(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          before = survival;
          for (const figure of [standardError, lower, upper]) expect(figure === null || Number.isFinite(figure)).toBe(true);
          if (lower === null || upper === null) expect(survival).toBe(0);
          else expect(lower <= survival && survival <= upper && lower >= 0 && upper <= 1).toBe(true);
        }
      }),
      RUNS,
    ));

  it("does not depend on the order of the entries", () => {
    const twoOrders = anyone.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })));
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(kaplanMeier(other)).toEqual(kaplanMeier(one));
      }),
      RUNS,
    );
  });

  it("is one less the share of events up to a time where nobody's following ended before", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 }), (all) => {
        for (const { time, survival } of computed(kaplanMeier(all.map((each) => ({ time: each, event: true })))).steps)
          expectNear(survival, all.filter((each) => each > time).length / all.length);
      }),
      RUNS,
    ));

  it("is never lower for a waiting case that is followed longer", () =>
    fc.assert(
      fc.property(anyone, fc.integer({ min: 0, max: 400 }), (followed, time) => {
        const last = (more: number) => computed(kaplanMeier([...followed, { time: more, event: false }])).steps.at(-1)?.survival ?? 1;
        expect(last(time + 50)).toBeGreaterThanOrEqual(last(time) - 1e-12);
      }),
      RUNS,
    ));
});
