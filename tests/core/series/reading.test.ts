import { describe, expect, it } from "vitest";
import { dayNumber } from "#core/day.ts";
import type { Span } from "#core/series/axis.ts";
import { nearestStop, readoutAt, spoken } from "#core/series/stops.ts";
import { tableRows } from "#core/series/table.ts";
import { dayTicks } from "#core/series/ticks.ts";
import { chooseWindow, daysOf, pointsWithin, windowOfDays } from "#core/series/window.ts";
import { occasion, rated, shift, stageOn, timeline, toneOn } from "./given.ts";

const x = dayNumber;
const valueAt = (given: ReturnType<typeof timeline>, index: number, label: string) =>
  readoutAt(given.stops[index] as (typeof given.stops)[number], given.columns).figures.find((each) => each.label === label)?.words;

describe("the readout at a session", () => {
  const given = timeline(
    [
      occasion({
        day: "2026-11-13",
        observation: { presence: "in-room", stage: 0, source: "seen" },
        ratings: [rated("tone", 0), rated("boundaries", 6, "active"), rated("self-support", 4), rated("mine-not-mine", 7)],
        shifts: [shift()],
      }),
      occasion({ day: "2026-11-20", attendance: "cancelled" }),
    ],
    { events: [{ id: "e", kind: "paused", day: "2026-11-20", outcome: null, reason: null }] },
  );

  it("says every value: a 0 as 0, and what was not rated as not rated", () => {
    expect(valueAt(given, 0, "Stage")).toBe("0 declining");
    expect(valueAt(given, 0, "Tone of communication")).toBe("0");
    expect(valueAt(given, 0, "How boundaries are held")).toBe("6 the client’s");
    expect(valueAt(given, 0, "Emotional climate")).toBe("not rated");
    expect(valueAt(given, 0, "Grounding, median")).toBe("5.5 (2 of 4)");
    expect(valueAt(given, 0, "Values and clarity")).toBe("not rated");
  });

  it("says whose number each is where both gave one", () => {
    const both = timeline([occasion({ day: "2026-11-13", ratings: [rated("tone", 4), rated("tone", 7, "active")] })]);
    expect(valueAt(both, 0, "Tone of communication")).toBe("4 yours, 7 the client’s");
  });

  it("asks nothing of a cancelled hour and tells what happened to the case that day", () => {
    expect(readoutAt(given.stops[1] as (typeof given.stops)[number], given.columns)).toEqual({
      title: "Cancelled hour, 20 Nov 2026",
      figures: [],
      marks: ["Case paused"],
    });
  });

  it("is one spoken line for the ear", () => {
    expect(spoken(readoutAt(given.stops[0] as (typeof given.stops)[number], given.columns))).toMatch(
      /^Session 1, 13 Nov 2026\. Observing partner was: in the room\. Stage: 0 declining\. Source: seen by me\. .*Partner asked \(observing partner, toward, seen by me\)$/,
    );
  });
});

describe("standing on the axis", () => {
  const given = timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", 5), toneOn("2026-03-16", 6)]);
  const whole = given.whole as Span;

  it("finds the nearest occasion, and none outside the days shown", () => {
    expect(nearestStop(given.stops, x("2026-03-06"), whole)).toBe(1);
    expect(nearestStop(given.stops, x("2026-03-02"), { from: x("2026-03-08"), to: x("2026-03-17") })).toBe(1);
    expect(nearestStop(given.stops, x("2026-03-02"), { from: x("2026-03-03"), to: x("2026-03-05") })).toBeNull();
  });

  it("chooses whole days by dragging, either way round", () => {
    expect(chooseWindow({ from: x("2026-03-14") - 0.4, to: x("2026-03-08") + 0.3 }, whole, given.stops)).toEqual({
      from: x("2026-03-08"),
      to: x("2026-03-14"),
    });
  });

  it("chooses nothing by a click, or where nothing stands", () => {
    expect(chooseWindow({ from: x("2026-03-09"), to: x("2026-03-10") }, whole, given.stops)).toBeNull();
    expect(chooseWindow({ from: x("2026-03-03"), to: x("2026-03-07") }, whole, given.stops)).toBeNull();
  });

  it("is back at the whole timeline when everything is chosen", () => {
    expect(windowOfDays("2026-03-02", "2026-03-16", { whole, stops: given.stops })).toEqual(whole);
  });

  it("holds the last of the chosen days", () => {
    const chosen = windowOfDays("2026-03-05", "2026-03-16", { whole, stops: given.stops }) as Span;
    expect(tableRows(given.stops, given.columns, chosen).map((row) => row.day)).toEqual(["2026-03-09", "2026-03-16"]);
  });

  it("names the first and the last day it shows", () => {
    expect(daysOf(whole, given.stops)).toEqual({ from: "2026-03-02", to: "2026-03-16" });
    expect(daysOf({ from: x("2026-03-05"), to: x("2026-03-15") }, given.stops)).toEqual({ from: "2026-03-05", to: "2026-03-14" });
  });

  it("draws a line on to the edge of the window", () => {
    const points = given.climate[0]?.points ?? [];
    expect(pointsWithin(points, { from: x("2026-03-15"), to: x("2026-03-17") }).map((point) => point.value)).toEqual([5, 6]);
    expect(pointsWithin(points, { from: x("2026-03-08"), to: x("2026-03-10") }).map((point) => point.value)).toEqual([4, 5, 6]);
  });
});

describe("the table", () => {
  it("has one row for each occasion and keeps 0, not rated and not asked apart", () => {
    const given = timeline([
      stageOn("2026-03-02", 0),
      stageOn("2026-03-09", null),
      occasion({ day: "2026-03-12", kind: "between", observation: { stage: 2, source: "told" } }),
    ]);
    const rows = tableRows(given.stops, given.columns, given.whole as Span);
    expect(
      rows.map((row) => [row.what, row.figures.find((each) => each.key === "stage")?.words, row.figures.find((each) => each.key === "tone")?.words]),
    ).toEqual([
      ["Session 1", "0 declining", "not rated"],
      ["Session 2", "not rated", "not rated"],
      ["Between sessions", "2 listening", "–"],
    ]);
  });
});

describe("the marks under the axis", () => {
  it("are the first days of months, with the year where it changes", () => {
    expect(dayTicks({ from: x("2025-11-20"), to: x("2026-02-10") }, 8).map((tick) => tick.label)).toEqual(["Dec 2025", "Jan 2026", "Feb"]);
  });
  it("are Mondays on a short stretch", () => {
    // 2 March 2026 is a Monday.
    expect(dayTicks({ from: x("2026-02-26"), to: x("2026-03-18") }, 8).map((tick) => tick.label)).toEqual(["2 Mar", "9 Mar", "16 Mar"]);
  });
  it("never crowd, over fourteen years either", () => {
    expect(dayTicks({ from: x("2012-01-02"), to: x("2025-06-01") }, 6).map((tick) => tick.label)).toEqual([
      "Jan 2014",
      "Jan 2016",
      "Jan 2018",
      "Jan 2020",
      "Jan 2022",
      "Jan 2024",
    ]);
  });
});

describe("an axis of one day", () => {
  it("still has a left and a right", () => {
    const whole = timeline([toneOn("2026-03-02", 4)]).whole as Span;
    expect(whole.to - whole.from).toBeGreaterThanOrEqual(14);
    expect((whole.from + whole.to) / 2).toBeCloseTo(x("2026-03-02"));
  });
  it("does not exist before the first occasion", () => expect(timeline([]).whole).toBeNull());
});

describe("a marked day", () => {
  it("stands on the timeline and is read with what happened on it", () => {
    const marked = { id: "m1", day: "2026-03-09", wording: "Moved house", origin: "day" as const };
    const { marks, stops } = timeline([toneOn("2026-03-09", 5), toneOn("2026-03-16", 6)], { markedDays: [marked] });
    expect(marks.map(({ glyph, words }) => [glyph, words])).toEqual([["◈", "Marked: Moved house"]]);
    expect(stops.map(({ day, marks: here }) => [day, here.map(({ words }) => words)])).toEqual([
      ["2026-03-09", ["Marked: Moved house"]],
      ["2026-03-16", []],
    ]);
  });

  it("between two sessions is a place to stand on of its own", () => {
    const marked = { id: "m1", day: "2026-03-12", wording: "Moved house", origin: "day" as const };
    const { stops } = timeline([toneOn("2026-03-09", 5), toneOn("2026-03-16", 6)], { markedDays: [marked] });
    expect(stops.map(({ day }) => day)).toEqual(["2026-03-09", "2026-03-12", "2026-03-16"]);
  });
});

describe("a guess noted in a long gap", () => {
  const fifteenWeeks = [...["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"], ...["2026-05-11", "2026-05-18"]].map((day) => toneOn(day, 5));
  const guess = (day: string) => occasion({ day, kind: "check-in", ratings: [rated("tone", 4, "guess")] });

  it("does not fill it: nothing was rated there, and no line is drawn across", () => {
    const { gaps, climate } = timeline([...fifteenWeeks, ...["2026-02-16", "2026-03-09", "2026-04-06"].map(guess)]);
    expect(gaps.map(({ weeks }) => weeks)).toEqual([15]);
    expect(climate[0]?.points.map(({ breakBefore }) => breakBefore)).toEqual([false, false, false, false, true, false]);
  });

  it("is a sitting once the partner’s own number stands beside it", () => {
    const answered = occasion({ day: "2026-03-09", kind: "check-in", ratings: [rated("tone", 4, "guess"), rated("tone", 6, "observing")] });
    expect(timeline([...fifteenWeeks, answered]).gaps.map(({ weeks }) => weeks)).toEqual([6, 9]);
  });
});
