import { describe, expect, it } from "vitest";
import type { TrackView } from "#core/contracts/case.ts";
import { inWords } from "#core/sentences/in-words.ts";
import type { Span } from "#core/series/axis.ts";
import { readoutAt } from "#core/series/stops.ts";
import { tableRows } from "#core/series/table.ts";
import { MONITOR_FILES } from "../../given-monitor.ts";
import { BUILT_IN, INTIMACY, occasion, rated, timeline } from "./given.ts";

const own = (track: string, name: string): TrackView => ({ track, name, lowest: 1, highest: 7, better: "neither", builtIn: false });

describe("a practice's own track", () => {
  it("keeps its value and its range, and is rounded only to be read", () => {
    const given = timeline([occasion({ day: "2026-03-02", ratings: [rated(INTIMACY.track, 4.85714285714286)] })], {
      tracks: [...BUILT_IN, INTIMACY],
    });
    expect(given.own).toMatchObject([
      { track: { lowest: 1, highest: 7 }, series: [{ lowest: 1, highest: 7, points: [{ value: 4.85714285714286 }] }] },
    ]);
    expect(given.climate).toEqual([]);
    const [stop] = given.stops;
    expect(stop && readoutAt(stop, given.columns).figures.find((each) => each.label === "Intimacy")?.words).toBe("4.86");
  });

  it("has no panel and no column in a case that never used it", () => {
    const given = timeline([occasion({ day: "2026-03-02" })], { tracks: [...BUILT_IN, INTIMACY] });
    expect(given.own).toEqual([]);
    expect(given.columns.map((column) => column.label)).not.toContain("Intimacy");
  });
});

// van Lankveld, Leusink & Peters 2017, in R package userfriendlyscience: one person, 38 measurements, May 2014 to March 2015.
for (const { name: source, isAbsent, content, tracks: names } of MONITOR_FILES)
  describe.skipIf(isAbsent)(`the real self-monitoring of 2014, ${source}`, () => {
    const negativeAt = names.indexOf("negativeAffect");

    function monitor() {
      const [, ...rows] = content().toString("utf8").trim().split(/\r?\n/);
      const occasions = rows.map((row) => {
        const [, datetime = "", sequence, ...values] = row.split(",");
        const ratings = names.map((name, index) => rated(name, Number(values[index]), "active"));
        return occasion({ day: datetime.slice(0, 10), sequence: Number(sequence), kind: "measurement", imported: true, ratings });
      });
      return timeline(occasions, { tracks: [...BUILT_IN, ...names.map((name) => own(name, name))] });
    }

    it("draws a line of 38 points each, in order of day though the file is not, values as measured", () => {
      const given = monitor();
      expect(given.own.map((each) => each.series[0]?.points.length)).toEqual(names.map(() => 38));
      const negative = given.own[negativeAt]?.series[0]?.points ?? [];
      expect(negative[0]?.value).toBe(4.85714285714286);
      expect(negative.map((point) => point.x)).toEqual([...negative.map((point) => point.x)].sort((a, b) => a - b));
    });

    it("leaves the 106 days without a measurement open, and finds no other gap", () => {
      const given = monitor();
      expect(given.gaps.map((gap) => [gap.fromDay, gap.toDay, gap.days, gap.weeks])).toEqual([["2014-11-02", "2015-02-16", 106, 15]]);
      expect(given.own[0]?.series[0]?.points.filter((point) => point.breakBefore)).toHaveLength(1);
    });

    it("has 38 rows and no session", () => {
      const given = monitor();
      const rows = tableRows(given.stops, given.columns, given.whole as Span);
      expect(rows).toHaveLength(38);
      expect(rows[0]?.figures.find((each) => each.label === "negativeAffect")?.words).toBe("4.86 the client’s");
      expect(inWords(given).map((sentence) => sentence.words)).toContain("38 imported measurements, not sessions.");
      expect(given.presence).toEqual([]);
    });
  });
