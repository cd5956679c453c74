import { describe, expect, it } from "vitest";
import { apart } from "#client/charts/frame/EndLabels.tsx";
import { dayAt, frameOf, heightOf, panelsOf, pxOf, pyOf } from "#client/charts/frame/frame.ts";
import { rowsOf } from "#client/charts/frame/rows.ts";
import { BUILT_IN, INTIMACY, occasion, rated, stageOn, timeline } from "../../core/series/given.ts";

const points = (breaks: readonly boolean[]) => breaks.map((breakBefore, index) => ({ x: index, occasion: `o${index}`, value: index, breakBefore }));

describe("a line's rows", () => {
  it("put an empty row at a break", () => expect(rowsOf(points([false, false, true])).map((row) => row.value)).toEqual([0, 1, null, 2]));
  it("keep the mark of a rating that stands alone, however many there are", () => {
    const many = points(Array.from({ length: 80 }, (_, index) => index === 40 || index === 41));
    expect(
      rowsOf(many)
        .filter((row) => row.dot)
        .map((row) => row.x),
    ).toEqual([40]);
  });
  it("mark every rating up to sixty", () => {
    expect(rowsOf(points(Array.from({ length: 60 }, () => false))).every((row) => row.dot)).toBe(true);
    expect(rowsOf(points(Array.from({ length: 61 }, () => false))).some((row) => row.dot)).toBe(false);
  });
});

describe("the frame", () => {
  const frame = frameOf(660, { from: 100, to: 200 });
  it("finds the day under a pixel and the pixel of a day", () => {
    expect(pxOf(frame, 100)).toBe(108);
    expect(dayAt(frame, pxOf(frame, 137.5))).toBeCloseTo(137.5);
  });
  it("draws a 7 of 7 as high as a 10 of 10, and a 1 of 7 at the foot", () => {
    expect(pyOf(7, { lowest: 1, highest: 7, height: 80 })).toBe(pyOf(10, { lowest: 0, highest: 10, height: 80 }));
    expect(pyOf(1, { lowest: 1, highest: 7, height: 80 })).toBe(73);
  });
  it("gives a phone room by leaving names to the panel's head", () =>
    expect(frameOf(326, { from: 0, to: 1 })).toMatchObject({ narrow: true, right: 10 }));
});

describe("the panels of a timeline", () => {
  it("are all three once a session was held, rated or not", () => {
    expect(panelsOf(timeline([occasion({ day: "2026-03-02" })]))).toEqual({ climate: true, grounding: true, ladder: true });
  });
  it("are only the own tracks where there are measurements and no session", () => {
    const given = timeline([occasion({ day: "2026-03-02", kind: "measurement", ratings: [rated(INTIMACY.track, 3)] })], {
      tracks: [...BUILT_IN, INTIMACY],
    });
    expect(panelsOf(given)).toEqual({ climate: false, grounding: false, ladder: false });
    expect(heightOf(given)).toBeLessThan(heightOf(timeline([stageOn("2026-03-02", 2)])));
  });
});

describe("names at the line ends", () => {
  it("move apart where two lines end at the same height, and stay inside", () => {
    const [first, second, third] = apart([10, 128, 128], 132) as [number, number, number];
    expect(first).toBe(10);
    expect(third - second).toBeGreaterThanOrEqual(14);
    expect(third).toBeLessThanOrEqual(132);
  });
});
