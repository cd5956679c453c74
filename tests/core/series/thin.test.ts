import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import { MOST_POINTS, thin } from "#core/series/thin.ts";
import { occasion, rated, timeline, toneOn } from "./given.ts";

const line = (values: readonly number[]) => values.map((value, index) => ({ x: index, occasion: `o${index}`, value, breakBefore: false }));

describe("a line of many sessions", () => {
  it("is drawn whole up to 250 points", () => expect(thin(line(Array.from({ length: 250 }, (_, i) => i % 11))).points).toHaveLength(250));

  it("keeps the one terrible and the one best session of 700, the first and the last", () => {
    const values: number[] = Array.from({ length: 700 }, (_, index) => (index % 2 === 0 ? 5 : 6));
    values[311] = 0;
    values[502] = 10;
    const thinned = thin(line(values));
    expect(thinned.of).toBe(700);
    expect(thinned.points.length).toBeLessThanOrEqual(MOST_POINTS);
    const at = thinned.points.map((point) => point.x);
    expect(at).toEqual(expect.arrayContaining([0, 311, 502, 699]));
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it("stays broken where it was broken, though the point after the break is left out", () => {
    const points = line(Array.from({ length: 700 }, () => 5)).map((point) => ({ ...point, breakBefore: point.x === 333 }));
    expect(thin(points).points.filter((point) => point.breakBefore)).toHaveLength(1);
  });

  it("keeps the widest band of grounding too", () => {
    const points = line(Array.from({ length: 700 }, () => 5)).map((point) => ({
      ...point,
      lowest: point.x === 400 ? 0 : 4,
      highest: point.x === 90 ? 10 : 6,
    }));
    const { points: kept } = thin(points, [(point) => point.value, (point) => point.lowest, (point) => point.highest]);
    expect(kept.length).toBeLessThanOrEqual(MOST_POINTS);
    expect(kept.map((point) => point.x)).toEqual(expect.arrayContaining([90, 400]));
  });

  it("is built from 700 sessions with seven ratings each, none left out", () => {
    const tracks = ["tone", "boundaries", "emotional-climate", "values-clarity", "mine-not-mine", "grounded-response", "self-support"];
    const sessions = Array.from({ length: 700 }, (_, index) =>
      occasion({ day: addDays("2012-01-02", index * 7), ratings: tracks.map((track) => rated(track, index % 11)) }),
    );
    const given = timeline(sessions);
    expect(given.climate.map((series) => series.points.length)).toEqual([700, 700, 700]);
    expect(given.stops).toHaveLength(700);
    expect(given.grounding).toHaveLength(700);
  });
});

describe("lines of unequal lengths", () => {
  it("share one axis and keep their own points", () => {
    const given = timeline([toneOn("2026-03-02", 4), occasion({ day: "2026-03-09", ratings: [rated("tone", 5), rated("boundaries", 6)] })]);
    expect(given.climate.map((series) => [series.track, series.points.length])).toEqual([
      ["tone", 2],
      ["boundaries", 1],
    ]);
  });
});
