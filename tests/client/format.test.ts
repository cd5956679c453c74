import { describe, expect, it } from "vitest";
import { count, dayWithYear, fullDay, listed, longDay, numberTyped, rating, relativeDay, shortDay, weekday } from "#client/format.ts";
import { figure } from "#core/vocabulary/wording.ts";

describe("days as text", () => {
  it("reads as a calendar day, whatever the zone of the computer", () => {
    expect(shortDay("2026-11-12")).toBe("12 Nov");
    expect(weekday("2026-11-26")).toBe("Thu 26 Nov");
    expect(fullDay("2026-11-26")).toBe("Thu 26 Nov 2026");
    expect(longDay("2026-11-23")).toBe("Monday 23 November");
    expect(dayWithYear("2024-02-29")).toBe("29 Feb 2024");
  });

  it("names the year where it is not this one", () => {
    expect(shortDay("2025-12-30", "2026-01-02")).toBe("30 Dec 2025");
    expect(shortDay("2026-01-01", "2026-01-02")).toBe("1 Jan");
  });

  it("keeps September as short as the other months", () => {
    expect(shortDay("2026-09-03")).toBe("3 Sep");
    expect(fullDay("2026-09-03")).toBe("Thu 3 Sep 2026");
  });

  it("counts whole days, then whole weeks, over a change of clocks too", () => {
    expect(relativeDay("2026-11-24", "2026-11-24")).toBe("today");
    expect(relativeDay("2026-11-23", "2026-11-24")).toBe("yesterday");
    expect(relativeDay("2026-11-25", "2026-11-24")).toBe("tomorrow");
    expect(relativeDay("2026-11-19", "2026-11-24")).toBe("5 days ago");
    // Clocks went back on 25 October 2026 in Europe and on 1 November in the United States.
    expect(relativeDay("2026-10-13", "2026-11-24")).toBe("6 weeks ago");
    expect(relativeDay("2026-12-08", "2026-11-24")).toBe("in 2 weeks");
  });
});

describe("numbers as text", () => {
  it("shows a half where there is one, and no more", () => {
    expect(figure(6.5)).toBe("6.5");
    expect(figure(7)).toBe("7");
    expect(figure(1234.5)).toBe("1,234.5");
    expect(figure(6.25)).toBe("6.25");
    expect(rating(6.25)).toBe("6.25");
    expect(figure(-0.001)).toBe("0");
  });

  it("shows a zero as a zero, and only what is missing as not rated", () => {
    expect(rating(0)).toBe("0");
    expect(rating(null)).toBe("not rated");
  });

  it("counts in the plural, except one", () => {
    expect(count(0, "session")).toBe("0 sessions");
    expect(count(1, "session")).toBe("1 session");
    expect(count(2, "diary", "diaries")).toBe("2 diaries");
  });

  it("lists with commas and an and", () => {
    expect(listed([])).toBe("");
    expect(listed(["tone"])).toBe("tone");
    expect(listed(["tone", "boundaries", "climate"])).toBe("tone, boundaries and climate");
  });
});

describe("a number that was typed", () => {
  it.each([
    ["13", 13],
    [" 13.5 ", 13.5],
    ["13,5", 13.5],
    [".94", 0.94],
    ["-2", -2],
    ["0", 0],
  ])("%j is %d", (typed, value) => expect(numberTyped(typed)).toBe(value));

  it.each(["", " ", "0x10", "1e1", "1.2.3", "1,000.5", "twelve", "Infinity", "5."])("%j is none", (typed) => expect(numberTyped(typed)).toBeNull());
});
