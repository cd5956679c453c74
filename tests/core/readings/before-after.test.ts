import { describe, expect, it } from "vitest";
import type { TrackView } from "#core/contracts/case.ts";
import type { OccasionSummary } from "#core/contracts/record.ts";
import { readBeforeAfter } from "#core/readings/before-after.ts";
import { markableDays } from "#core/readings/before-after-days.ts";
import { beforeAfterSentences } from "#core/sentences/before-after-words.ts";
import { occasion, rated, shift, TODAY, view } from "../series/given.ts";
import { saidOf, week } from "./given.ts";

const OWN: TrackView = { track: "own", name: "Evenings together", lowest: 0, highest: 50, better: "higher", builtIn: false };

const weekly = (values: readonly (number | null)[], kind: OccasionSummary["kind"] = "session") =>
  values.map((value, place) => occasion({ day: week(place), kind, ratings: value === null ? [] : [rated("own", value)] }));

/** Marked on the day of the first of the later ones. */
function read(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  given: Partial<TrackView> & { kind?: OccasionSummary["kind"] } = {},
) {
  const { kind, ...track } = given;
  const occasions = weekly([...before, ...after], kind);
  const reading = readBeforeAfter({
    view: view(occasions, { tracks: [{ ...OWN, ...track }] }),
    track: "own",
    rater: "clinician",
    day: week(before.length),
  });
  if (!reading) throw new Error("the track is there");
  return { ...reading, sentences: beforeAfterSentences(reading, TODAY) };
}

/** Parker, Vannest & Davis 2011, worked example; estimate and interval as R's SingleCaseES gives them: .9167 (.5973–.9860). */
const [EARLIER, LATER] = [
  [20, 20, 26, 25, 22, 23],
  [28, 25, 24, 27, 30, 30, 29],
];

describe("before and after a day", () => {
  it("says in how many of 100 pairs the later sessions are favoured, with a rough range and the counts", () => {
    const reading = read(EARLIER, LATER);
    expect(reading.pairs?.estimate).toBeCloseTo(0.916667, 6);
    expect(reading.pairs?.lower).toBeCloseTo(0.5973, 4);
    expect(saidOf(reading.sentences, "pairs")).toEqual([
      // 27 of 42 pairs of residuals (Parker, Vannest & Davis 2011: 12/42 as a Tau).
      "About 92 of 100 before/after pairs favour the later sessions, ties counting half (rough range 60–99); but the earlier ones were already heading up: held against that, 64 of 100. Evenings together: 6 ratings before 16 Feb, 7 from that day on.",
    ]);
    expect(saidOf(reading.sentences, "medians")).toEqual([
      "The median is 22.5 over 6 ratings before and 28 over 7 ratings from that day on (5 Jan to 30 Mar).",
    ]);
  });

  it("counts the marked day itself among the later ones, a 0 as a number and a missing one not at all", () => {
    const reading = read([1, null, 0, 2], [5, null, 0, 4]);
    expect([reading.before.points, reading.after.points].map((points) => points.map((point) => point.value))).toEqual([
      [1, 0, 2],
      [5, 0, 4],
    ]);
    // 5 and 4 beat all three; 0 loses to 1 and 2 and ties with 0: 6 ½ of 9.
    expect(reading.pairs?.estimate).toBeCloseTo(6.5 / 9, 12);
  });

  it("cannot tell yet with fewer than three on a side, and says on which", () => {
    const few = read([4, 5], [6, 7, 7, 8, 9, 9]);
    expect(few).toMatchObject({ pairs: null, heading: null });
    expect(saidOf(few.sentences, "pairs")).toEqual([
      "Evenings together, before and after 19 Jan: cannot tell yet, with 2 ratings before and 6 from that day on; 3 on each side are needed: 1 more before.",
    ]);
    expect(saidOf(read([], [1]).sentences, "pairs")[0]).toContain(
      "0 ratings before and 1 from that day on; 3 on each side are needed: 3 more before and 2 more from it on.",
    );
    expect(saidOf(read([], []).sentences, "medians")).toEqual([]);
  });

  it("says so where the range holds half and half", () => {
    expect(saidOf(read([3, 4, 5], [4, 5, 3]).sentences, "pairs")[0]).toMatch(
      /^About 50 of 100 .* The rough range holds 50, which is no difference\./,
    );
    expect(saidOf(read(EARLIER, LATER).sentences, "pairs")[0]).not.toContain("no difference");
  });

  it("has lower numbers favoured where lower is better, and favours nothing where neither is", () => {
    const turned = (values: readonly number[]) => values.map((value) => 50 - value);
    expect(saidOf(read(turned(EARLIER), turned(LATER), { better: "lower" }).sentences, "pairs")[0]).toMatch(
      /^About 92 of 100 before\/after pairs favour the later sessions \(lower is better\)/,
    );
    expect(saidOf(read(EARLIER, LATER, { better: "lower" }).sentences, "pairs")[0]).toMatch(/^About 8 of 100 .* \(rough range 1–40\)/);
    expect(saidOf(read(EARLIER, LATER, { better: "neither" }).sentences, "pairs")[0]).toMatch(
      /^About 92 of 100 before\/after pairs have the higher number in the later sessions/,
    );
  });

  it("speaks of ratings where not all were given in sessions", () =>
    expect(saidOf(read(EARLIER, LATER, { kind: "measurement" }).sentences, "pairs")[0]).toContain("favour the later ratings"));

  it("always says that a day picked for its look proves nothing", () =>
    expect(saidOf(read([1], [2]).sentences, "chosen-day")[0]).toContain(
      "A day picked because things looked different there will look different here",
    ));

  it("is read for one person's numbers, and not for a track nobody knows", () => {
    const occasions = [occasion({ day: week(0), ratings: [rated("own", 4, "active"), rated("own", 9)] })];
    const of = (track: string) => readBeforeAfter({ view: view(occasions, { tracks: [OWN] }), track, rater: "active", day: week(0) });
    expect(of("own")?.after.points.map((point) => point.value)).toEqual([4]);
    expect(of("gone")).toBeNull();
  });
});

describe("where it was heading anyway", () => {
  it("stands beside the pairs from 5 + 5 on, and cannot be told before", () => {
    expect(saidOf(read([1, 2, 3, 4], [5, 6, 7, 8, 9]).sentences, "heading")).toEqual([
      "Whether that is more than where it was heading anyway: cannot tell yet, with 4 ratings before and 5 after; 5 on each side are needed: 1 more before.",
    ]);
    expect(saidOf(read(EARLIER, LATER).sentences, "heading")[0]).toContain("Held against that line");
  });

  it("is all there was in a line that simply goes on, though every pair favours the later sessions (Tarlow 2017)", () => {
    const reading = read([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]);
    expect(reading).toMatchObject({ pairs: { estimate: 1 }, heading: { tau: 0, estimate: 0.5, slope: 1 } });
    expect(saidOf(reading.sentences, "heading")).toEqual([
      "The 5 earlier ratings were heading up, by about 1 a rating. Held against that line, about 50 of 100 pairs favour the later sessions; 50 would be just where it was heading anyway. A line through 5 ratings is rough, and so is this.",
    ]);
  });

  it("is level where the earlier ratings were, and down where they fell", () => {
    expect(saidOf(read([4, 4, 4, 4, 4], [5, 6, 5, 6, 5]).sentences, "heading")[0]).toMatch(
      /^The 5 earlier ratings were heading nowhere in particular\. Held against that line, about 100 of 100 pairs/,
    );
    expect(saidOf(read([9, 8, 7, 6, 5], [5, 5, 5, 5, 5]).sentences, "heading")[0]).toMatch(
      /^The 5 earlier ratings were heading down, by about 1 a rating/,
    );
  });
});

describe("the first sentence alone", () => {
  const title = (...given: Parameters<typeof read>) => saidOf(read(...given).sentences, "pairs")[0];

  it("is the pairs and, once both are there, what is left of them against where it was heading", () => {
    expect(title([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toMatch(
      /^About 100 of 100 before\/after pairs favour the later sessions, ties counting half \(rough range \d+–\d+\); but the earlier ones were already heading up: held against that, 50 of 100\. /,
    );
    // The 5 ties twice and loses nothing: 24 of 25, of level ratings as of their residuals.
    expect(title([4, 4, 4, 4, 5], [5, 6, 5, 6, 6])).toContain(
      "; and the earlier ones were heading nowhere in particular: held against that, 96 of 100.",
    );
    const few = title([1, 2, 3, 4], [5, 6, 7, 8, 9]);
    expect(few).toMatch(/^About 100 of 100 .* \(rough range \d+–\d+\); where the earlier ones were heading cannot be told yet\. /);
    expect(few).not.toContain("held against");
  });

  it("says “but” only where the pairs lie the way it was heading already, lower being better or not", () => {
    expect(title([9, 8, 7, 6, 5], [9, 9, 9, 9, 10])).toContain("; and the earlier ones were heading down: held against that, 100 of 100.");
    expect(title([9, 8, 7, 6, 5], [4, 3, 2, 1, 0])).toContain("; but the earlier ones were already heading down: held against that, 50 of 100.");
    expect(title([9, 8, 7, 6, 5], [4, 3, 2, 1, 0], { better: "lower" })).toContain("; but the earlier ones were already heading down");
  });

  it("gives no number where the line of the earlier ratings leaves the scale: at the top of it nobody falls behind", () => {
    // From 7 by a quarter a rating: 8 in the 5th, 10 in the 13th, and 10.25 in the 14th, which is the 9th of the later ones.
    const rising = Array.from({ length: 5 }, (_, place) => 7 + 0.25 * place);
    const at9 = Array.from({ length: 18 }, () => 9);
    const reading = read(rising, at9, { highest: 10 });
    expect(reading.heading).toMatchObject({ slope: 0.25, leavesScale: true, leavesAt: 9 });
    const [first] = saidOf(reading.sentences, "pairs");
    expect(first).toContain(
      "; but the earlier ones were already heading up: held against that, it cannot be told, as their line would leave the scale. ",
    );
    expect(reading.sentences.flatMap(({ words }) => words.match(/\d+ of 100/g) ?? [])).toEqual(["100 of 100"]);
    expect(saidOf(reading.sentences, "heading")).toEqual([
      "The 5 earlier ratings were heading up, by about 0.25 a rating. How the later ones stand against that cannot be told: the line of the earlier ratings would leave the scale (0–10) by the 9th of 18 later ones.",
    ]);
  });

  it("gives it where the line only reaches the end, and none where it falls below 0", () => {
    expect(read([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], { highest: 10 }).heading).toMatchObject({ leavesScale: false, leavesAt: null });
    expect(read([9, 8, 7, 6, 5], [4, 3, 2, 1, 0, 0]).heading).toMatchObject({ leavesScale: true, leavesAt: 6 });
    // Ten steps of a tenth: 1.0000000000000002 in the machine, 1 on the scale.
    expect(read([0.1, 0.2, 0.3, 0.4, 0.5], [0.6, 0.7, 0.8, 0.9, 1], { highest: 1 }).heading).toMatchObject({ leavesScale: false });
  });
});

describe("the days that are offered", () => {
  it("are shifts, changes of role and what happened to the case, newest first, in the timeline's words", () => {
    const given = view([occasion({ day: week(2), shifts: [shift()] }), occasion({ day: week(3) })], {
      events: [{ id: "e", kind: "paused", day: week(5), outcome: null, reason: null }],
      roles: [
        { id: "r1", seat: "observing", role: "observer", fromDay: week(0), toDay: week(4) },
        { id: "r2", seat: "observing", role: "joined", fromDay: week(4), toDay: null },
      ],
    });
    expect(markableDays(given)).toEqual([
      { day: week(5), words: "Case paused", origin: "event" },
      { day: week(4), words: "Observing partner: joined from here", origin: "role" },
      { day: week(2), words: "Partner asked (observing partner, toward, seen by me)", origin: "shift" },
    ]);
  });

  it("are none before anything happened", () => expect(markableDays(view([]))).toEqual([]));

  it("do not lie ahead: an end that is dated next week is offered then", () => {
    const closed = { id: "e1", kind: "closed" as const, day: "2026-12-01", outcome: "ended" as const, reason: null };
    const given = (today: string) => markableDays(view([], { events: [closed], today })).map(({ day }) => day);
    expect(given("2026-11-30")).toEqual([]);
    expect(given("2026-12-01")).toEqual(["2026-12-01"]);
  });
});
