import { describe, expect, it } from "vitest";
import { lookedAtAfterEach, lookedAtOnce } from "../../bench/simulations/stable-cases.ts";
import { STABLE } from "../../bench/simulations/wandering.ts";

/** The whole table is `npm run bench -- stable`; here as few cases as show that the promise holds with room. */
describe("a case in which nothing moves", () => {
  it.each([14, 20, 30])("shows a verdict word on its two watched tracks in at most one case of ten, after %i sessions", (sessions) =>
    expect(lookedAtOnce(STABLE, { seed: 1, cases: 250, sessions }).any).toBeLessThanOrEqual(0.08),
  );

  it("does so near the top of the scale, too", () =>
    expect(lookedAtOnce({ ...STABLE, level: 9 }, { seed: 2, cases: 250, sessions: 30 }).any).toBeLessThanOrEqual(0.08));

  it.each([
    [10, 3],
    [10, 2],
    [0.5, 2.5],
  ])("does so where the ratings pile up at an end of the scale (around %d, spread %d)", (level, spread) =>
    expect(lookedAtOnce({ ...STABLE, level, spread }, { seed: 6, cases: 250, sessions: 30 }).any).toBeLessThanOrEqual(0.08),
  );

  it("keeps quiet though it is looked at after each of its first 20 sessions", () =>
    expect(lookedAtAfterEach(STABLE, { seed: 3, cases: 100, sessions: 20 }, [20])[0]).toBeLessThanOrEqual(0.1));
});

describe("a case in which something moves", () => {
  it("is heard of: a step of three points halfway through 20 sessions, in nine cases of ten", () =>
    expect(lookedAtOnce({ ...STABLE, level: 4, spread: 1, step: 3 }, { seed: 4, cases: 60, sessions: 20 }).any).toBeGreaterThanOrEqual(0.9));

  it("is heard of: a steady rise of three points over 30 sessions, in four cases of five", () =>
    expect(lookedAtOnce({ ...STABLE, level: 4, spread: 1, drift: 3 }, { seed: 5, cases: 60, sessions: 30 }).any).toBeGreaterThanOrEqual(0.8));
});
