import { describe, expect, it } from "vitest";
import { readClock, readMinutes } from "#core/import/clock.ts";
import { dateOrderOf, readDay } from "#core/import/days.ts";
import { decimalMarkOf, readNumber, readRating } from "#core/import/numbers.ts";
import { guessCame, guessShift, guessStage } from "#core/import/word-guesses.ts";

describe("a day as therapists write it", () => {
  it.each([
    ["2025-09-21", "2025-09-21"],
    ["2025/9/1", "2025-09-01"],
    ["09/15/2025", "2025-09-15"],
    ["9/18/25", "2025-09-18"],
    ["31.12.2025", "2025-12-31"],
    ["1. 2. 2026", "2026-02-01"],
    ["08 Oct 2025", "2025-10-08"],
    ["8-Oct-25", "2025-10-08"],
    ["Oct 8, 2025", "2025-10-08"],
    ["Wed, 8th October 2025", "2025-10-08"],
    ["5/5/2026", "2026-05-05"],
    ["29/02/2028", "2028-02-29"],
  ])("%s is %s", (cell, day) => expect(readDay(cell)).toMatchObject({ kind: "day", day }));

  it("keeps the clock beside it", () => {
    expect(readDay("14-5-2014 22:22:29")).toMatchObject({ day: "2014-05-14", time: "22:22" });
    expect(readDay("2014-05-14T09:05:00.000Z")).toMatchObject({ day: "2014-05-14", time: "09:05" });
    expect(readDay("9/18/25 5:30 pm")).toMatchObject({ day: "2025-09-18", time: "17:30" });
  });

  it.each(["31/02/2026", "2026-02-29", "31.04.2026", "30 Feb 2026", "13/13/2026"])("%s is in no calendar", (cell) => {
    expect(readDay(cell)).toEqual({ kind: "impossible" });
  });

  it.each(["", "TOTAL", "4/10", "4.5", "50 min", "2026", "call on 3/4", "March"])("%j is no day", (cell) => {
    expect(readDay(cell)).toEqual({ kind: "no-day" });
  });

  it("says so when it reads two ways, and dots never do", () => {
    expect(readDay("03/04/2026")).toMatchObject({ kind: "two-ways", dayFirst: "2026-04-03", monthFirst: "2026-03-04" });
    expect(readDay("03.04.2026")).toMatchObject({ kind: "day", day: "2026-04-03" });
  });

  it("learns the order from days that read one way, not from impossible ones, and not where both are shown", () => {
    expect(dateOrderOf(["03/04/2026", "09/15/2025"]).order).toBe("month-first");
    expect(dateOrderOf(["03/04/2026", "15/09/2025"]).order).toBe("day-first");
    expect(dateOrderOf(["03/04/2026", "31/02/2026"]).order).toBeNull();
    expect(dateOrderOf(["09/15/2025", "15/09/2025", "1/2/2026"])).toEqual({ order: null, twoWays: "1/2/2026" });
  });
});

describe("a number as typed", () => {
  it("reads decimal commas and points by the sheet's own mark, undistorted", () => {
    expect(readNumber("4,85714285714286", ",")).toBe(4.85714285714286);
    expect(readNumber("4.85714285714286", ".")).toBe(4.85714285714286);
    expect(readNumber("4.5", ",")).toBe(4.5);
    expect(readNumber("1.234", ",")).toBe(1234);
    expect(readNumber("1.234", ".")).toBe(1.234);
    expect(readNumber("1.234,5", ",")).toBe(1234.5);
    expect(readNumber("-3", ".")).toBe(-3);
  });

  it.each(["", "four", "4-5", "~4", "1e999", "Infinity", "0x10", "4 5 6"])("%j is none", (cell) => expect(readNumber(cell, ".")).toBeNull());

  it("tells the mark of a sheet from its cells; three digits may be thousands and tell nothing", () => {
    expect(decimalMarkOf(["4,5", "3", "1.000"])).toBe(",");
    expect(decimalMarkOf(["1,234", "4.5"])).toBe(".");
  });
});

describe("a rating as typed, 0 to 10", () => {
  const range = { lowest: 0, highest: 10 };
  const read = (cell: string) => readRating(cell, range, ".");
  it("is the number, zero and ten included", () => {
    expect([read("0"), read("10"), read("4/10"), read("4 of 10"), read("6.5")].map((each) => each.kind === "value" && each.value)).toEqual([
      0, 10, 4, 4, 6.5,
    ]);
  });
  it.each(["n/a", "N/A", "?", "-", "–", "nr"])("%s is not rated, which is not zero", (cell) => expect(read(cell)).toEqual({ kind: "not-rated" }));
  it("is empty where nothing stands", () => expect(read("  ")).toEqual({ kind: "empty" }));
  it("is never cut to fit, converted from another scale, or guessed", () => {
    expect(
      [read("11"), read("-1"), read("10.01"), read("3/5"), read("four"), read("4-5")].map((each) => each.kind === "problem" && each.problem),
    ).toEqual(["out-of-range", "out-of-range", "out-of-range", "other-scale", "not-a-number", "not-a-number"]);
  });
});

describe("an hour as typed", () => {
  it.each([
    ["50", 50],
    ["50 min", 50],
    ["80'", 80],
    ["1 h", 60],
    ["1h20", 80],
    ["1,5 h", 90],
    ["1:20", 80],
  ])("%s lasts %i minutes", (cell, minutes) => expect(readMinutes(cell)).toBe(minutes));
  it.each(["0", "601", "long", "50-60"])("%s is no length", (cell) => expect(readMinutes(cell)).toBeNull());
  it.each([
    ["17:30", "17:30"],
    ["5.30 pm", "17:30"],
    ["12 am", "00:00"],
    ["9:05", "09:05"],
  ])("%s begins at %s", (cell, clock) => expect(readClock(cell)).toBe(clock));
  it.each(["24:00", "7", "13 pm", "noonish"])("%s is no time of day", (cell) => expect(readClock(cell)).toBeNull());
});

describe("the words of engagement and presence", () => {
  it("does not take a word it does not know for a stage", () =>
    expect([guessStage("hm"), guessStage("n/a"), guessStage("7")]).toEqual([null, null, null]));
  it("takes a plain 0 to 6 for itself", () => expect([guessStage("0"), guessStage("3/6"), guessStage("Listening")]).toEqual([0, 3, 2]));
  it("does not take refusing to listen for listening", () => expect(guessStage("refused to listen")).toBe(0));
  it("sees a cancelled hour and a no-show where the sheet says who came", () => {
    expect([guessCame("cancelled - flu"), guessCame("no show"), guessCame("Ana + Ben, Ben left early"), guessCame("?")]).toEqual([
      "cancelled",
      "no-show",
      "joined-part",
      null,
    ]);
  });
  it("takes an unknown event for another kind of shift, not for none", () => expect(guessShift("bought a dog")?.kind).toBe("other"));
});
