import { describe, expect, it } from "vitest";
import { dayNumber } from "#core/day.ts";
import { occasion, shift, stageOn, timeline } from "./given.ts";

const steps = (given: ReturnType<typeof timeline>) => given.ladder.points.map((point) => [point.value, point.marked, point.breakBefore]);
const hatched = (given: ReturnType<typeof timeline>) => given.ladder.unrated;
const x = dayNumber;

describe("the engagement ladder", () => {
  it("draws declining, stage 0, as a rating", () => {
    expect(steps(timeline([stageOn("2026-03-02", 0), stageOn("2026-03-09", 1)]))).toEqual([
      [0, true, false],
      [1, true, false],
    ]);
  });

  it("holds a stage up to the unrated session and hatches from there to the next rating", () => {
    const given = timeline([stageOn("2026-03-02", 2), stageOn("2026-03-09", null), stageOn("2026-03-16", 3)]);
    expect(steps(given)).toEqual([
      [2, true, false],
      [2, false, false],
      [3, true, true],
    ]);
    expect(hatched(given)).toEqual([{ from: x("2026-03-09"), to: x("2026-03-16") }]);
  });

  it("hatches several unrated sessions as one stretch", () => {
    const given = timeline([stageOn("2026-03-02", null), stageOn("2026-03-09", null), stageOn("2026-03-16", 3), stageOn("2026-03-23", null)]);
    expect(hatched(given)).toEqual([
      { from: x("2026-03-02"), to: x("2026-03-16") },
      { from: x("2026-03-23"), to: x("2026-03-23") },
    ]);
  });

  it("does not hatch across a long gap: nobody met", () => {
    const days = ["2026-03-02", "2026-03-09", "2026-03-16"].map((day) => stageOn(day, 2));
    const given = timeline([...days, stageOn("2026-03-23", null), stageOn("2026-06-01", 3)]);
    expect(hatched(given)).toEqual([{ from: x("2026-03-23"), to: x("2026-03-23") }]);
    expect(steps(given).at(-1)).toEqual([3, true, true]);
  });

  it("hatches nothing for an hour that was cancelled", () => {
    const cancelled = occasion({ day: "2026-03-09", attendance: "no-show" });
    expect(hatched(timeline([stageOn("2026-03-02", 2), cancelled, stageOn("2026-03-16", 2)]))).toEqual([]);
  });

  it("takes up what was noted between sessions", () => {
    const call = occasion({ day: "2026-03-05", kind: "between", observation: { stage: 4, source: "told" } });
    expect(timeline([stageOn("2026-03-02", 2), call]).ladder.points.at(-1)).toMatchObject({ value: 4, between: true, source: "told" });
  });
});

describe("the presence strip", () => {
  it("shows each hour as what it was, and knows absent from not recorded", () => {
    const given = timeline([
      occasion({ day: "2026-03-02", observation: { presence: "in-room" } }),
      occasion({ day: "2026-03-09", observation: { presence: "absent" } }),
      occasion({ day: "2026-03-16" }),
      occasion({ day: "2026-03-23", attendance: "cancelled" }),
      occasion({ day: "2026-03-30", attendance: "no-show" }),
      occasion({ day: "2026-04-01", kind: "measurement", imported: true }),
    ]);
    expect(given.presence.map((mark) => mark.presence)).toEqual(["in-room", "absent", null, "cancelled", "no-show"]);
  });
});

describe("the marks on the shared axis", () => {
  it("point as the clinician said, never by kind alone", () => {
    const given = timeline([
      occasion({
        day: "2026-03-02",
        shifts: [shift(), shift({ kind: "setback", direction: "away", who: "both" }), shift({ kind: "hard-decision", direction: "neither" })],
      }),
    ]);
    expect(given.marks.map((mark) => mark.glyph)).toEqual(["▲", "▼", "◆"]);
    expect(given.marks[1]?.words).toBe("Setback (both, away, seen by me)");
  });

  it("show a call between sessions by the way the stage went", () => {
    const call = occasion({ day: "2026-03-05", kind: "between", observation: { stage: 1, source: "told", evidence: "Hung up on her" } });
    expect(timeline([stageOn("2026-03-02", 2), call]).marks).toMatchObject([
      { glyph: "▼", words: "Noted between sessions, along for the ride, told by the client: Hung up on her" },
    ]);
  });

  it("tell of the case and of a changed role, not of the role each began with", () => {
    const given = timeline([stageOn("2026-03-02", 2)], {
      events: [
        { id: "e1", kind: "opened", day: "2026-03-01", outcome: null, reason: null },
        { id: "e2", kind: "closed", day: "2026-05-01", outcome: "ended", reason: null },
      ],
      roles: [
        { id: "r1", seat: "active", role: "client", fromDay: "2026-03-01", toDay: null },
        { id: "r2", seat: "observing", role: "observer", fromDay: "2026-03-01", toDay: "2026-04-01" },
        { id: "r3", seat: "observing", role: "collateral", fromDay: "2026-04-01", toDay: null },
      ],
    });
    expect(given.marks.map((mark) => [mark.day, mark.words])).toEqual([
      ["2026-03-01", "Case opened"],
      ["2026-04-01", "Observing partner: collateral from here"],
      ["2026-05-01", "Case closed: the relationship ended"],
    ]);
  });
});
