import { describe, expect, it } from "vitest";
import { chartTitle } from "#core/sentences/chart-title.ts";
import { inWords } from "#core/sentences/in-words.ts";
import type { Sentence } from "#core/sentences/sentence.ts";
import type { Span } from "#core/series/axis.ts";
import { tableRows } from "#core/series/table.ts";
import { GROUNDING_TRACKS } from "#core/vocabulary/track.ts";
import { INTIMACY, occasion, rated, shift, stageOn, timeline, toneOn, view } from "../series/given.ts";

type Given = ReturnType<typeof timeline>;
const said = (given: Given, about: Sentence["about"]) =>
  inWords(given)
    .filter((sentence) => sentence.about === about)
    .map((sentence) => sentence.words);

const mondays = (first: string, count: number) =>
  Array.from({ length: count }, (_, week) => new Date(Date.parse(first) + week * 7 * 86_400_000).toISOString().slice(0, 10));

describe("a track in words", () => {
  it("is its first and its last number, each with its session, and the count", () => {
    const given = timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", null), toneOn("2026-03-16", 6)]);
    expect(said(given, "climate")).toEqual(["Tone: 4 in session 1 (2 Mar), 6 in session 3 (16 Mar); rated in 2 of 3 sessions."]);
  });
  it("goes down in the same words as it goes up", () => {
    expect(said(timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", 3)]), "climate")).toEqual([
      "Tone: 4 in session 1 (2 Mar), 3 in session 2 (9 Mar); rated in 2 of 2 sessions.",
    ]);
  });
  it("tells a 0 as a 0", () => {
    expect(said(timeline([toneOn("2026-03-02", 0), toneOn("2026-03-09", 0)]), "climate")).toEqual([
      "Tone: 0 in session 1 (2 Mar) and again in session 2 (9 Mar); rated in 2 of 2 sessions.",
    ]);
  });
  it("does not hide a fall to 0 between two equal ends", () => {
    const given = timeline(mondays("2026-03-02", 4).map((day, index) => toneOn(day, [10, 10, 0, 10][index] as number)));
    expect(said(given, "climate")).toEqual([
      "Tone: 10 in session 1 (2 Mar) and again in session 4 (23 Mar), between 0 and 10 in between; rated in 4 of 4 sessions.",
    ]);
    expect(said(timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", 9), toneOn("2026-03-16", 6)]), "climate")[0]).toContain(
      "6 in session 3 (16 Mar), 9 in between; rated",
    );
  });
  it("rated once is too few to say", () => {
    expect(said(timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", null)]), "once")).toEqual([
      "Tone is rated once: too few to say whether it moves.",
    ]);
  });
  it("never rated is said as that", () => {
    expect(said(timeline([toneOn("2026-03-02", 4), toneOn("2026-03-09", 4)]), "not-rated")).toEqual([
      "Boundaries, emotional climate and grounding are not rated in any of 2 sessions.",
    ]);
  });
  it("says when the number is the client's", () => {
    const client = (day: string, value: number) => occasion({ day, ratings: [rated("tone", value, "active")] });
    expect(said(timeline([client("2026-03-02", 4), client("2026-03-09", 5)]), "climate")[0]).toMatch(
      /^Tone \(the client’s number\): 4 in session 1 \(2 Mar\), 5 in session 2 /,
    );
  });
  it("tells grounding as a median, and of how many", () => {
    const all = (day: string, value: number) =>
      occasion({ day, ratings: ["values-clarity", "mine-not-mine", "grounded-response", "self-support"].map((track) => rated(track, value)) });
    const given = timeline([
      occasion({ day: "2026-03-02", ratings: [rated("self-support", 4), rated("mine-not-mine", 5), rated("values-clarity", null)] }),
      all("2026-03-09", 7),
    ]);
    expect(said(given, "grounding")).toEqual([
      "Grounding: 4.5 (2 of 4 rated) in session 1 (2 Mar), 7 in session 2 (9 Mar); rated in 2 of 2 sessions.",
    ]);
  });
  it("does not say that a grounding of two parts is again the one of all four", () => {
    const of = (day: string, tracks: readonly string[]) => occasion({ day, ratings: tracks.map((track) => rated(track, 5)) });
    const given = timeline([of("2026-03-02", ["self-support", "mine-not-mine"]), of("2026-03-09", GROUNDING_TRACKS)]);
    expect(said(given, "grounding")).toEqual(["Grounding: 5 (2 of 4 rated) in session 1 (2 Mar), 5 in session 2 (9 Mar); rated in 2 of 2 sessions."]);
  });
  it("says of no track that it rises or falls: that is said of those a case is watched on", () => {
    const given = timeline(mondays("2026-03-02", 15).map((day, index) => toneOn(day, index < 7 ? 1 : 9)));
    for (const { words } of inWords(given)) expect(words).not.toMatch(/\b(rose|rises|rising|fell|falls|falling|grew|dropped)\b/i);
  });
  it("gives the year where it is not this one", () =>
    expect(said(timeline([toneOn("2025-03-03", 4), toneOn("2026-03-09", 5)]), "climate")[0]).toContain(
      "session 1 (3 Mar 2025), 5 in session 2 (9 Mar)",
    ));
});

describe("the observing partner in words", () => {
  it("moved, with the day, who saw it and what came before", () => {
    const days = mondays("2026-10-05", 6);
    const given = timeline(days.map((day, index) => stageOn(day, index < 5 ? 2 : 3)));
    expect(said(given, "stage")).toEqual(["The observing partner moved on to curious on 9 Nov (seen by you) after 5 sessions listening."]);
    expect(chartTitle(given)).toBe("6 sessions; the observing partner moved on to curious on 9 Nov");
  });
  it("does not count unrated sessions as listening", () => {
    const given = timeline([stageOn("2026-03-02", 2), stageOn("2026-03-09", null), stageOn("2026-03-16", 3, "own-words")]);
    expect(said(given, "stage")).toEqual([
      "The observing partner moved on to curious on 16 Mar (in their own words) after 1 session listening and 1 not rated.",
    ]);
    expect(said(given, "not-rated")[1]).toBe("Not rated in 1 of 3 sessions: where the observing partner stood.");
  });
  it("moves back: the fall is told as one, and both ways are counted", () => {
    const given = timeline([stageOn("2026-03-02", 2), stageOn("2026-03-09", 3), stageOn("2026-03-16", 0, "told")]);
    expect(said(given, "stage")).toEqual(["The observing partner moved back to declining on 16 Mar (told by the client) after 1 session curious."]);
    expect(chartTitle(given)).toBe("3 sessions; the observing partner moved back to declining (from curious) on 16 Mar");
    expect(said(given, "moves")).toEqual(["2 moves on the ladder over 3 ratings: 1 forward, 1 back."]);
  });
  it("moved between sessions is told as such", () => {
    const call = occasion({ day: "2026-03-05", kind: "between", observation: { stage: 3, source: "told" } });
    expect(said(timeline([stageOn("2026-03-02", 2), call]), "stage")).toEqual([
      "The observing partner moved on to curious on 5 Mar, between sessions (told by the client) after 1 session listening.",
    ]);
    expect(said(timeline([stageOn("2026-03-02", 2), call]), "shifts")).toEqual(["1 change noted between sessions."]);
  });
  it("does not count where the partner stood on the first day as a change", () => {
    const stance = occasion({ day: "2026-03-02", kind: "between", observation: { stage: 2, source: "told" } });
    const call = occasion({ day: "2026-03-05", kind: "between", observation: { stage: 3, source: "told" } });
    const opened = { id: "e", kind: "opened" as const, day: "2026-03-02", outcome: null, reason: null };
    const given = timeline([stance, call], { events: [opened] });
    expect(said(given, "shifts")).toEqual(["1 change noted between sessions."]);
    expect(tableRows(given.stops, given.columns, given.whole as Span).map((row) => row.what)).toEqual(["First stance", "Between sessions"]);
    expect(given.marks.map((mark) => mark.words).filter((words) => words.startsWith("First stance"))).toHaveLength(1);
  });
  it("says in its title when the stage was last rated, where sessions followed without", () => {
    const given = timeline(mondays("2026-08-03", 5).map((day, index) => stageOn(day, index < 2 ? 2 : null)));
    expect(chartTitle(given)).toBe("5 sessions; the observing partner is listening, last rated 10 Aug");
  });
  it("tells how often it was rated the same since", () => {
    const given = timeline([stageOn("2026-03-02", 2), stageOn("2026-03-09", 3), stageOn("2026-03-16", null), stageOn("2026-03-23", 3)]);
    expect(said(given, "stage")).toEqual([
      "The observing partner moved on to curious on 9 Mar (seen by you) after 1 session listening; the same in 1 rating since.",
    ]);
  });
  it("did not move: the stage, how often, from when to when, and no name for it", () => {
    expect(said(timeline(mondays("2026-03-02", 4).map((day) => stageOn(day, 1))), "stage")).toEqual([
      "The observing partner is along for the ride in all 4 ratings, 2 Mar to 23 Mar.",
    ]);
  });
  it("rated once is too few to say", () => {
    expect(said(timeline([stageOn("2026-03-02", 0), stageOn("2026-03-09", null)]), "stage")).toEqual([
      "The observing partner is rated once, declining on 2 Mar (seen by you): too few to say whether anything moves.",
    ]);
  });
  it("never rated has nothing to say", () => {
    const given = timeline([toneOn("2026-03-02", 3), toneOn("2026-03-09", 3)]);
    expect(said(given, "stage")).toEqual(["The observing partner is not rated in any of 2 sessions: nothing to say yet."]);
    expect(chartTitle(given)).toBe("2 sessions; the observing partner is not rated yet");
  });
});

describe("what the record holds, in words", () => {
  it("counts the sessions not rated", () => {
    const given = timeline(mondays("2026-03-02", 11).map((day, index) => stageOn(day, index % 3 === 1 ? null : 2)));
    expect(said(given, "not-rated").at(-1)).toBe("Not rated in 4 of 11 sessions: where the observing partner stood.");
  });
  it("leaves a long gap open", () => {
    const given = timeline(["2026-07-03", "2026-07-10", "2026-07-17", "2026-07-24", "2026-09-11"].map((day) => toneOn(day, 5)));
    expect(said(given, "gaps")).toEqual(["A gap of 7 weeks from 24 Jul is left open."]);
  });
  it("names no gap where there is none", () => expect(said(timeline(mondays("2026-03-02", 5).map((day) => toneOn(day, 5))), "gaps")).toEqual([]));
  it("counts cancelled hours and no-shows apart from the sessions", () => {
    const given = timeline([
      toneOn("2026-03-02", 5),
      occasion({ day: "2026-03-09", attendance: "cancelled" }),
      occasion({ day: "2026-03-16", attendance: "cancelled" }),
      occasion({ day: "2026-03-23", attendance: "no-show" }),
      toneOn("2026-03-30", 5),
    ]);
    expect(said(given, "attendance")).toEqual(["2 hours cancelled and 1 no-show, counted apart from the 2 sessions held."]);
    expect(chartTitle(given)).toMatch(/^2 sessions;/);
  });
  it("says how much comes from the client alone, and counts what has no source apart", () => {
    const given = timeline([
      stageOn("2026-03-02", 1, "told"),
      stageOn("2026-03-09", 1, "seen"),
      stageOn("2026-03-16", 2, "not-recorded"),
      occasion({ day: "2026-03-23", shifts: [shift({ source: "told" }), shift({ who: "active", source: "told" })] }),
    ]);
    expect(said(given, "sources")).toEqual([
      "Told by the client alone: 2 of 3 entries about the observing partner; 1 more without a source, counted apart.",
    ]);
  });
  it("says nothing about sources where nothing was noted", () => expect(said(timeline([toneOn("2026-03-02", 5)]), "sources")).toEqual([]));
  it("counts shifts by their direction", () => {
    const given = timeline([occasion({ day: "2026-03-02", shifts: [shift(), shift({ direction: "away" }), shift()] })]);
    expect(said(given, "shifts")).toEqual(["3 shifts: 2 toward and 1 away."]);
  });
  it("shows both partners rated by one hand together, and tests nothing", () => {
    const both = (day: string, rater: "clinician" | "active") =>
      occasion({ day, observation: { stage: 2, source: "seen" }, ratings: [rated("self-support", 5, rater)] });
    expect(said(timeline([both("2026-03-02", "clinician"), both("2026-03-09", "active")]), "raters")).toEqual([
      "You rated both partners in 1 of 2 sessions: shown together, not tested.",
    ]);
    expect(said(timeline([both("2026-03-02", "active"), both("2026-03-09", "active")]), "raters")).toEqual([]);
  });
});

describe("imported measurements in words", () => {
  const measured = mondays("2026-01-05", 38).map((day, index) =>
    occasion({ day, kind: "measurement", imported: true, ratings: [rated(INTIMACY.track, 1 + (index % 6))] }),
  );
  it("are measurements, not sessions", () => {
    const given = timeline(measured, { tracks: [...view([]).tracks, INTIMACY] });
    expect(said(given, "imports")).toEqual(["38 imported measurements, not sessions."]);
    expect(said(given, "own-track")).toEqual([
      "“Intimacy”: 1 in the measurement of 5 Jan, 2 in the measurement of 21 Sep, between 1 and 6 in between; 38 readings outside sessions.",
    ]);
    expect(chartTitle(given)).toBe("38 imported measurements, no session yet");
    expect(said(given, "not-rated")).toEqual([]);
  });
});

describe("a case just begun", () => {
  it("has nothing to say before the first session", () => {
    expect(inWords(timeline([]))).toEqual([{ about: "beginning", words: "0 sessions held so far: nothing to say yet.", aside: false }]);
    expect(chartTitle(timeline([]))).toBe("No session yet");
  });
  it("has too little to say after one", () => {
    const given = timeline([occasion({ day: "2026-03-02", observation: { stage: 2, source: "seen" }, ratings: [rated("tone", 5)] })]);
    expect(inWords(given).map((sentence) => sentence.words)).toEqual([
      "1 session: too few to say what moves. The next one draws the first lines.",
      "The observing partner is rated once, listening on 2 Mar (seen by you): too few to say whether anything moves.",
      "Told by the client alone: 0 of 1 entry about the observing partner.",
    ]);
  });
});

describe("every sentence", () => {
  const silent = timeline(
    mondays("2026-03-02", 8).map((day) =>
      occasion({ day, observation: { stage: 1, source: "told", presence: "absent" }, ratings: [rated("tone", 2), rated("self-support", 3)] }),
    ),
  );
  it("carries its count, and none names a cause, a verdict or a silence", () => {
    for (const { words } of inWords(silent)) {
      expect(words).toMatch(/\d/);
      expect(words).not.toMatch(
        /significan|because|due to|caused|led to|trend|low engagement|disengag|stuck|fail|safety|concern|silen|fear|ripple|follow/i,
      );
    }
  });
});
