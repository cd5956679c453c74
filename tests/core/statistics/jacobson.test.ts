import { describe, expect, it } from "vitest";
import { type ChangeNorm, reliableChange } from "#core/statistics/reliable-change.ts";
import { hasReference, unlessAbsent } from "../../reference.ts";
import { computed } from "./expect-near.ts";
import { rowsOf } from "./reference.ts";

/** Couples in behavioural marital therapy, as the data set of their own paper has them (Jacobson et al. 1989; Jacobson & Truax 1991). Typed in: reliable-change.test.ts. */
describe.skipIf(!hasReference)(`the 30 couples of the real file${unlessAbsent}`, () => {
  it("give c 94.84 and 11.355 points: 14 recovered, 5 improved, 10 unchanged, 1 deteriorated", () => {
    const rows = rowsOf("jacobson_1989_couple_therapy_das_gds.csv");
    const das = (time: string) => rows.filter((row) => row.time === time).map((row) => Number(row.das));
    const [before, after] = [das("pre"), das("post")];
    expect([before.length, after.length]).toEqual([30, 30]);
    const mean = before.reduce((sum, score) => sum + score, 0) / before.length;
    const sd = Math.sqrt(before.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (before.length - 1));
    const norm: ChangeNorm = { sd, reliability: 0.88, direction: "higher", clinical: { mean, sd }, functional: { mean: 114.8, sd: 17.8 } };
    const found = before.map((score, couple) => computed(reliableChange(score, after[couple] ?? null, norm)));
    expect(found[0]?.cutoff).toBeCloseTo(94.84, 2);
    expect(found[0]?.changePoints).toBeCloseTo(11.355, 3);
    const count = (category: string) => found.filter((each) => each.category === category).length;
    expect(["recovered", "improved", "unchanged", "deteriorated", "harmed"].map(count)).toEqual([14, 5, 10, 1, 0]);
  });
});
