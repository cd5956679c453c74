import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "#core/day.ts";
import { thinnedWords } from "#core/sentences/thinned-words.ts";
import { timelineFacts } from "#core/sentences/timeline-facts.ts";
import type { Span } from "#core/series/axis.ts";
import { drawnLines } from "#core/series/drawn-lines.ts";
import { BUILT_IN, INTIMACY, occasion, rated, stageOn, timeline, toneOn } from "../series/given.ts";

describe("the facts under the timeline's title", () => {
  const given = timeline([
    occasion({ day: "2026-03-02", observation: { stage: 2, source: "seen" }, ratings: [rated("tone", 0)] }),
    occasion({ day: "2026-03-09", attendance: "cancelled" }),
    stageOn("2026-03-16", null),
  ]);

  it("names the units, the sessions held and the days", () => {
    expect(timelineFacts(given, given.whole as Span)).toBe("Ratings 0–10, stages in words · 2 sessions · 2 Mar – 16 Mar");
  });

  it("says how many of all are shown while it is zoomed", () => {
    const from = dayNumber("2026-03-08");
    expect(timelineFacts(given, { from, to: from + 20 })).toBe("Ratings 0–10, stages in words · 1 of 2 sessions · 8 Mar – 16 Mar");
  });

  it("gives a track of the practice's own its own range, and counts measurements apart", () => {
    const measured = timeline([occasion({ day: "2026-03-02", kind: "measurement", ratings: [rated(INTIMACY.track, 1)] })], {
      tracks: [...BUILT_IN, INTIMACY],
    });
    expect(timelineFacts(measured, measured.whole as Span)).toBe("Intimacy 1–7 · 1 measurement · 2 Mar – 2 Mar");
  });
});

describe("what is said of points left out", () => {
  const weekly = (sessions: number) =>
    timeline(Array.from({ length: sessions }, (_, week) => toneOn(addDays("2012-01-02", 7 * week), (week * 7) % 11)));

  it("is nothing up to 250 points a line", () => {
    const given = weekly(250);
    expect(thinnedWords(drawnLines(given, given.whole as Span))).toBeUndefined();
  });

  it("is how many of how many, from the first point left out", () => {
    const given = weekly(700);
    expect(thinnedWords(drawnLines(given, given.whole as Span))).toMatch(
      /^(2[0-4]\d|250) of 700 points of a line are drawn: the highest and lowest are kept/,
    );
  });

  it("follows the zoom: a stretch of 100 sessions is drawn whole", () => {
    const given = weekly(700);
    const from = dayNumber("2012-01-01");
    expect(thinnedWords(drawnLines(given, { from, to: from + 700 }))).toBeUndefined();
  });
});
