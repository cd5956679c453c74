import { describe, expect, it } from "vitest";
import { firstMoveCurve, followedAt } from "#core/readings/insights/first-move-curve.ts";
import { weekTicks } from "#core/readings/insights/week-ticks.ts";
import { expectNear } from "../../statistics/expect-near.ts";
import { coupleCase, moved, occasion, view, waiting, weekly } from "./given.ts";

const waits = (...cases: Parameters<typeof view>[0]) => view(cases).firstMoves.waits;

describe("the time to a first upward move", () => {
  it("runs from the first rated stage, not from the opening", () =>
    expect(waits(coupleCase(weekly([null, null, 2, 2, 3])))).toEqual([{ days: 14, end: "moved" }]));

  it("ends with a rating above the one before it, also after a fall", () =>
    expect(waits(coupleCase(weekly([4, 2, 2, 3])))).toEqual([{ days: 21, end: "moved" }]));

  it("keeps a case that still waits, for as long as it was rated: not until today", () =>
    expect(waits(coupleCase(weekly([2, 2, 1, null, null, null])))).toEqual([{ days: 14, end: "waiting" }]));

  it("ends at the last rating of a case that closed without a move, and says that it closed", () =>
    expect(waits(coupleCase(weekly([2, 2]), { status: "closed", closedOn: "2026-06-01", outcome: "ended" }))).toEqual([{ days: 7, end: "closed" }]));

  it("takes a case that closes after the days read for open", () => {
    const closing = coupleCase(weekly([2, 2]), { status: "closed", closedOn: "2026-06-01", outcome: "ended" });
    expect(view([closing], { to: "2026-04-30" }).firstMoves.waits).toEqual([{ days: 7, end: "waiting" }]);
  });

  it("counts a stage noted between sessions, and two ratings on one day as day 0", () =>
    expect(waits(coupleCase([occasion({ kind: "between", stage: 2 }), occasion({ stage: 3 })]))).toEqual([{ days: 0, end: "moved" }]));

  it("counts apart whoever cannot be followed, and says why", () => {
    const cases = [
      coupleCase(weekly([null, null])),
      coupleCase(weekly([3])),
      coupleCase(weekly([6, 6])),
      coupleCase(weekly([2, 3]), { openedOn: "2025-10-01" }),
      moved(30),
    ];
    expect(view(cases, { from: "2026-01-01" }).firstMoves).toEqual({
      waits: [{ days: 30, end: "moved" }],
      neverRated: 1,
      ratedOnce: 1,
      atTop: 1,
      openedBefore: 1,
    });
  });

  it("follows a case that came down from the uppermost step, because it can move up again", () =>
    expect(waits(coupleCase(weekly([6, 4, 4])))).toEqual([{ days: 14, end: "waiting" }]));
});

describe("the curve of first upward moves", () => {
  // By hand: 6 followed; 1 of 6 moves on day 7, 1 of 4 on day 21 (one waits until 14): 5/6, then 5/6 · 3/4.
  const six = [moved(7), waiting(14), moved(21), waiting(28), waiting(35), waiting(42)];
  const curve = firstMoveCurve(waits(...six));

  it("falls at each move by its share of the cases followed, waiting ones among them", () => {
    expect(curve?.stops.map(({ x, followed }) => [x, followed])).toEqual([
      [0, 6],
      [7, 6],
      [14, 5],
      [21, 4],
      [28, 3],
      [35, 2],
      [42, 1],
    ]);
    expectNear(curve?.stops[1]?.share, 5 / 6);
    expectNear(curve?.stops[2]?.share, 5 / 6);
    expectNear(curve?.stops[3]?.share, (5 / 6) * (3 / 4));
    expectNear(curve?.stops.at(-1)?.share, 0.625);
  });

  it("says from where on fewer than five cases are followed", () => {
    expect(curve?.fewAfter).toBe(14);
    expect(firstMoveCurve(waits(moved(7), waiting(14)))?.fewAfter).toBe(0);
    expect(firstMoveCurve(waits(...[1, 2, 3, 4, 5].map(() => waiting(14))))?.fewAfter).toBeNull();
  });

  it("counts beneath the axis who is followed up to a day", () => {
    const { waits: all } = view(six).firstMoves;
    expect([0, 7, 8, 42, 43].map((day) => followedAt(all, day))).toEqual([6, 6, 5, 1, 0]);
  });

  it("is not drawn where nobody is followed", () => expect(firstMoveCurve([])).toBeNull());
});

describe("the weeks under the curve", () => {
  it("are few enough for the room there is, from 0 on", () => {
    expect(weekTicks(42, 7).map(({ label }) => label)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(weekTicks(42, 6).map(({ label }) => label)).toEqual(["0", "2", "4", "6"]);
    expect(weekTicks(700, 5).map(({ x }) => x)).toEqual([0, 26 * 7, 52 * 7, 78 * 7]);
    expect(weekTicks(0, 5)).toEqual([{ x: 0, label: "0" }]);
  });
});
