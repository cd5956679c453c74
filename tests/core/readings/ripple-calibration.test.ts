import { describe, expect, it } from "vitest";
import { claimsOf, MODERATE } from "../../bench/simulations/ripple-pairs.ts";

/** The whole table is `npm run bench -- ripple`; here as few pairs as show that the promise holds with room. */
describe("two series of which neither follows the other", () => {
  it.each(["drift", "step"] as const)("are said to, one way round or the other, in at most one case of twenty where both share a %s", (shared) => {
    const { forward, reverse } = claimsOf(shared, 0, { seed: 1, runs: 400, sessions: 22 });
    expect(forward + reverse).toBeLessThanOrEqual(0.05);
  });
});

describe("two series of which one follows the other, moderately", () => {
  it("are told so in about one case of five with 22 sessions, hardly ever the wrong way round", () => {
    const { forward, reverse } = claimsOf("nothing", MODERATE, { seed: 2, runs: 300, sessions: 22 });
    expect(forward).toBeGreaterThan(0.12);
    expect(forward).toBeLessThan(0.28);
    expect(reverse).toBeLessThanOrEqual(0.03);
  });
});
