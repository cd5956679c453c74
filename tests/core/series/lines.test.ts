import { describe, expect, it } from "vitest";
import { occasion, rated, timeline, toneOn } from "./given.ts";

const tone = (given: ReturnType<typeof timeline>) => given.climate.filter((series) => series.track === "tone");
const drawn = (given: ReturnType<typeof timeline>) => tone(given)[0]?.points.map((point) => [point.value, point.breakBefore]);

describe("a climate line", () => {
  it("draws a rated 0 as a point at 0", () => {
    expect(drawn(timeline([toneOn("2026-03-02", 0), toneOn("2026-03-09", 3)]))).toEqual([
      [0, false],
      [3, false],
    ]);
  });

  it("is broken by a session in which it was not rated", () => {
    expect(drawn(timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", null), toneOn("2026-03-16", 6)]))).toEqual([
      [4, false],
      [6, true],
    ]);
  });

  it("is broken by a rating left open with a null as by none at all", () => {
    const open = occasion({ day: "2026-03-09", ratings: [rated("tone", null)] });
    expect(drawn(timeline([toneOn("2026-03-02", 4), open, toneOn("2026-03-16", 6)]))).toEqual([
      [4, false],
      [6, true],
    ]);
  });

  it("runs on over a cancelled hour, in which nobody could rate", () => {
    const cancelled = occasion({ day: "2026-03-09", attendance: "cancelled" });
    expect(drawn(timeline([toneOn("2026-03-02", 4), cancelled, toneOn("2026-03-16", 6)]))).toEqual([
      [4, false],
      [6, false],
    ]);
  });

  it("runs on over a call between sessions", () => {
    const call = occasion({ day: "2026-03-05", kind: "between", observation: { stage: 3, source: "told" } });
    expect(drawn(timeline([toneOn("2026-03-02", 4), call, toneOn("2026-03-09", 6)]))).toEqual([
      [4, false],
      [6, false],
    ]);
  });

  it("has no line where the track was never rated", () => expect(tone(timeline([toneOn("2026-03-02", null)]))).toEqual([]));

  it("keeps the clinician's numbers and the client's apart", () => {
    const both = occasion({ day: "2026-03-02", ratings: [rated("tone", 4), rated("tone", 7, "active")] });
    const client = occasion({ day: "2026-03-09", ratings: [rated("tone", 8, "active")] });
    expect(tone(timeline([both, client])).map((series) => [series.rater, series.points.map((point) => point.value)])).toEqual([
      ["clinician", [4]],
      ["active", [7, 8]],
    ]);
  });

  it("leaves out what was voided, moved or superseded", () => {
    const voided = occasion({ day: "2026-03-03", standing: "voided", ratings: [rated("tone", 10)] });
    expect(drawn(timeline([toneOn("2026-03-02", 4), voided]))).toEqual([[4, false]]);
  });
});

describe("several occasions on one day", () => {
  it("are all kept, in the order they were entered, inside their day", () => {
    const morning = occasion({ day: "2024-02-29", sequence: 7, ratings: [rated("tone", 2)] });
    const evening = occasion({ day: "2024-02-29", sequence: 9, ratings: [rated("tone", 8)] });
    const [line] = tone(timeline([evening, morning]));
    expect(line?.points.map((point) => point.value)).toEqual([2, 8]);
    // 29 February 2024 is day 19,782 since 1970 (GNU date -d 2024-02-29 +%s ÷ 86,400).
    expect(line?.points.map((point) => point.x)).toEqual([19_782, 19_782.5]);
  });
});

describe("a long gap", () => {
  const weekly = ["2026-07-03", "2026-07-10", "2026-07-17", "2026-07-24"].map((day) => toneOn(day, 5));

  it("breaks every line and is named in whole weeks", () => {
    const given = timeline([...weekly, toneOn("2026-09-11", 6), toneOn("2026-09-18", 6)]);
    expect(given.gaps.map((gap) => [gap.fromDay, gap.toDay, gap.weeks])).toEqual([["2026-07-24", "2026-09-11", 7]]);
    expect(drawn(given)?.map(([, broken]) => broken)).toEqual([false, false, false, false, true, false]);
  });

  it("is longer than three times the usual interval: exactly three times is none", () => {
    expect(timeline([...weekly, toneOn("2026-08-14", 5)]).gaps).toEqual([]);
    expect(timeline([...weekly, toneOn("2026-08-15", 5)]).gaps).toHaveLength(1);
  });

  it("is none below three weeks, however often they meet otherwise", () => {
    const daily = ["2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04"].map((day) => toneOn(day, 5));
    expect(timeline([...daily, toneOn("2026-07-24", 5)]).gaps).toEqual([]);
    expect(timeline([...daily, toneOn("2026-07-25", 5)]).gaps.map((gap) => gap.days)).toEqual([21]);
  });

  it("is not filled by a cancelled hour or a phone call in the middle", () => {
    const cancelled = occasion({ day: "2026-08-10", attendance: "cancelled" });
    const call = occasion({ day: "2026-08-12", kind: "between" });
    expect(timeline([...weekly, cancelled, call, toneOn("2026-09-11", 6)]).gaps).toHaveLength(1);
  });

  it("cannot be told from two sessions alone", () => expect(timeline([toneOn("2026-01-02", 5), toneOn("2026-09-11", 6)]).gaps).toEqual([]));
});

describe("grounding", () => {
  it("is the median of what was given, with its range and how many", () => {
    const ratings = [rated("values-clarity", 7), rated("mine-not-mine", 6), rated("self-support", 2)];
    expect(timeline([occasion({ day: "2026-03-02", ratings })]).grounding).toMatchObject([{ value: 6, lowest: 2, highest: 7, rated: 3 }]);
  });

  it("breaks where none of the four was rated", () => {
    const grounded = (day: string, value: number) => occasion({ day, ratings: [rated("self-support", value)] });
    const line = timeline([grounded("2026-03-02", 0), toneOn("2026-03-09", 5), grounded("2026-03-16", 5)]).grounding;
    expect(line.map((point) => [point.value, point.breakBefore])).toEqual([
      [0, false],
      [5, true],
    ]);
  });
});
