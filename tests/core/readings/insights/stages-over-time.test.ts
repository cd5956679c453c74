import { describe, expect, it } from "vitest";
import { beginOfLast, periodsBetween } from "#core/readings/insights/periods.ts";
import { coupleCase, occasion, view, weekly } from "./given.ts";

const labels = (from: string, to: string) => periodsBetween(from, to).periods.map(({ label }) => label);

describe("the periods of the picture", () => {
  it("are months up to a year, then quarters, then years, without a hole", () => {
    expect(labels("2026-01-31", "2026-03-01")).toEqual(["Jan 2026", "Feb 2026", "Mar 2026"]);
    expect(periodsBetween("2025-12-31", "2026-11-01").step).toBe("month");
    expect(periodsBetween("2025-11-30", "2026-11-01").step).toBe("quarter");
    expect(labels("2025-11-30", "2026-11-01")).toEqual(["Oct–Dec 2025", "Jan–Mar 2026", "Apr–Jun 2026", "Jul–Sep 2026", "Oct–Dec 2026"]);
    expect(labels("2020-02-29", "2026-01-01")).toEqual(["2020", "2021", "2022", "2023", "2024", "2025", "2026"]);
  });
  it("end on the last day of February, in a leap year too", () => {
    expect(periodsBetween("2024-02-01", "2024-02-02").periods).toEqual([
      { first: "2024-02-01", last: "2024-02-29", label: "Feb 2024", short: "Feb" },
    ]);
  });
  it("are the last twelve with the running one among them, across a new year too", () => {
    expect(beginOfLast(12, "2026-11-24")).toBe("2025-12-01");
    expect(beginOfLast(24, "2026-01-31")).toBe("2024-02-01");
    expect(periodsBetween(beginOfLast(12, "2026-01-31"), "2026-01-31").periods).toHaveLength(12);
  });
});

describe("stages over time, across cases", () => {
  it("counts a case once a month, at its last rating of that month", () => {
    const { stages } = view([coupleCase(weekly([1, 2, 4], "2026-09-01"))], { to: "2026-09-30" });
    expect(stages.periods).toMatchObject([{ label: "Sep 2026", cases: 1, at: { 1: 0, 2: 0, 4: 1 }, notRated: 0, unfinished: false }]);
  });
  it("keeps a declined 0 and not rated apart", () => {
    const { stages } = view([coupleCase(weekly([0])), coupleCase(weekly([null]))], { to: "2026-03-31" });
    expect(stages.periods).toMatchObject([{ cases: 2, at: { 0: 1 }, notRated: 1 }]);
  });
  it("keeps a rating although later sessions of the month are unrated", () => {
    const { stages } = view([coupleCase(weekly([3, null, null]))], { to: "2026-03-31" });
    expect(stages.periods).toMatchObject([{ cases: 1, at: { 3: 1 }, notRated: 0 }]);
  });
  it("carries nothing over into a month in which the case was not seen", () => {
    const days = ["2026-08-03", "2026-10-05"].map((day) => occasion({ day, stage: 3 }));
    const { stages } = view([coupleCase(days)], { to: "2026-10-31" });
    expect(stages.periods.map(({ label, cases }) => [label, cases])).toEqual([
      ["Aug 2026", 1],
      ["Sep 2026", 0],
      ["Oct 2026", 1],
    ]);
  });
  it("takes a stage noted between sessions, and a cancelled hour for no session", () => {
    const cases = [coupleCase([occasion({ kind: "between", stage: 5 })]), coupleCase([occasion({ held: false })])];
    expect(view(cases, { to: "2026-03-31" }).stages.periods).toMatchObject([{ cases: 1, at: { 5: 1 }, notRated: 0 }]);
  });
  it("says of the running month that it is not over", () => {
    expect(view([coupleCase(weekly([2], "2026-11-02"))]).stages.periods).toMatchObject([{ label: "Nov 2026", unfinished: true }]);
  });
  it("is empty where nobody came", () => expect(view([coupleCase()]).stages.periods).toEqual([]));
});
