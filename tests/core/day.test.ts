import { describe, expect, it } from "vitest";
import { addDays, dayIn, daysBetween, isDay } from "#core/day.ts";

describe("a calendar day", () => {
  it.each([["2024-02-29"], ["2026-12-31"], ["1999-01-01"]])("takes %s, which is in the calendar", (day) => expect(isDay(day)).toBe(true));
  it.each([["2026-02-29"], ["2026-02-31"], ["2026-13-01"], ["2026-1-1"], ["20260101"], [""], ["2026-00-10"]])("refuses %s", (day) =>
    expect(isDay(day)).toBe(false),
  );
  it("crosses a leap day", () => expect(addDays("2024-02-28", 2)).toBe("2024-03-01"));
  it("counts whole days over the change to summer time", () => expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2));
  it("counts backwards as negative", () => expect(daysBetween("2026-03-09", "2026-03-02")).toBe(-7));
  it("is still yesterday in New York when it is past midnight in London", () => {
    const moment = new Date("2026-03-10T02:30:00Z");
    expect(dayIn(moment, "America/New_York")).toBe("2026-03-09");
    expect(dayIn(moment, "Europe/London")).toBe("2026-03-10");
  });
});
