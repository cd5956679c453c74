import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pettitt } from "#core/statistics/pettitt.ts";
import { computed, expectNear } from "./expect-near.ts";
import { NILE } from "./nile.ts";
import { pettittByPairs } from "./oracles.ts";
import { RUNS, rated, withGaps } from "./ordinal.ts";

describe("Pettitt's change point", () => {
  it("comes after the 28th year of the Nile, 1898 (Pettitt 1979, Applied Statistics 28:126–135; R's trend::pettitt.test)", () => {
    const found = computed(pettitt(NILE));
    expect(found).toMatchObject({ u: 1617, candidates: [28] });
    expectNear(found.p, 3.59102217693629e-7, 1e-15);
  });

  it("comes after the seventh of Paul's sessions (Grünke et al. 2013), and the stretch around it is wide", () => {
    const found = computed(pettitt([4, 5, 4, 3, 4, 3, 8, 9, 9, 9, 8, 10, 9, 8, 10, 9, 8, 9]));
    expect(found).toMatchObject({ u: 74, candidates: [7] });
    expectNear(found.p, 0.00961832843987617);
    const stretch = found.profile.flatMap((value, place) => (Math.abs(value) >= 0.8 * found.u ? [place + 1] : []));
    expect(stretch).toEqual([6, 7, 8]);
  });

  it("asks for fifteen ratings, and counts no missing ones", () => {
    expect(pettitt([...Array.from({ length: 14 }, (_, place) => place), null])).toEqual({
      status: "not-computable",
      reason: "fewer-than-15-ratings",
    });
    expect(pettitt([])).toEqual({ status: "not-computable", reason: "fewer-than-15-ratings" });
  });

  it("finds nothing to shade where all are tied", () => {
    const found = computed(pettitt(Array.from({ length: 15 }, () => 0)));
    expect(found).toMatchObject({ u: 0, p: 1, candidates: [], profile: Array.from({ length: 15 }, () => 0) });
  });

  it("names all candidates where several are as likely", () => {
    const found = computed(pettitt([1, 1, 1, 1, 1, 1, 1, 5, 9, 9, 9, 9, 9, 9, 9]));
    expect(found.candidates).toEqual([7, 8]);
  });

  it("leads from the rated ones back to the sessions", () => {
    const values = [null, 1, 1, 1, 1, null, 1, 1, 1, 9, 9, null, 9, 9, 9, 9, 9, 9];
    const found = computed(pettitt(values));
    expect(found.candidates).toEqual([7]);
    expect(found.places[6]).toBe(9);
    expect(found.places).toHaveLength(found.profile.length);
  });

  it("takes zero for a rating, and a missing one for none", () => {
    const values = Array.from({ length: 15 }, (_, place) => 1 + (place % 4));
    expect(computed(pettitt([...values, 0])).profile).toHaveLength(16);
    expect(computed(pettitt([...values, null])).profile).toHaveLength(15);
  });

  it("agrees with every pair of an earlier and a later rating, compared one by one", () =>
    fc.assert(
      fc.property(rated(15, 35), (values) => {
        const found = computed(pettitt(values));
        const profile = pettittByPairs(values);
        const u = Math.max(...profile.map(Math.abs));
        expect(found).toMatchObject({ u, profile });
        expect(found.candidates).toEqual(u === 0 ? [] : profile.flatMap((each, place) => (Math.abs(each) === u ? [place + 1] : [])));
        expectNear(found.p, Math.min(1, 2 * Math.exp((-6 * u * u) / (values.length ** 3 + values.length ** 2))), 1e-12);
      }),
      { ...RUNS, numRuns: 200 },
    ));

  it("is as strong backwards and upside down, and does not see unrated sessions", () =>
    fc.assert(
      fc.property(rated(15, 35), (values) => {
        const { u, p, profile, candidates } = computed(pettitt(values));
        expect(pettitt(values.toReversed())).toMatchObject({ u, p });
        expect(pettitt(values.map((value) => -value))).toMatchObject({ u, p, candidates, profile: profile.map((value) => 0 - value) });
        expect(pettitt(withGaps(values, [0, 5, 9]))).toMatchObject({ u, p, candidates, profile });
      }),
      { ...RUNS, numRuns: 200 },
    ));
});
