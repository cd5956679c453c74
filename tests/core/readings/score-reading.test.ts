import { describe, expect, it } from "vitest";
import type { MeasureView } from "#core/contracts/measure.ts";
import { addDays } from "#core/day.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { scoreReadings } from "#core/readings/score-reading.ts";
import { reading, scores, viewOf } from "./score-given.ts";

/** 1.96·√2·SD·√(1 − r) with SD 4 and α .94 (Funk & Rogge 2007; SD from memory): 2.716 points. */
const CSI_4_POINTS = 1.96 * Math.SQRT2 * 4 * Math.sqrt(0.06);

describe("lines of scores", () => {
  it("never join a guess with the partner's own answers, nor one person's answers with another's", () => {
    const all = [
      ...scores("csi-4", [9, 15], { answeredBy: "observing" }),
      ...scores("csi-4", [12], { how: "guess" }),
      ...scores("csi-4", [14], {}),
      ...scores("phq-9", [3], { about: "active" }),
    ];
    expect(scoreReadings(viewOf(all)).map(({ measure, whose, points }) => [measure.id, whose, points.map((point) => point.value)])).toEqual([
      ["csi-4", "observing", [9, 15]],
      ["csi-4", "guess", [12]],
      ["csi-4", "active", [14]],
      ["phq-9", "active", [3]],
    ]);
  });

  it("keep several scores of one day, in order of entry and inside that day", () => {
    const [first, second] = reading("csi-4", [9, 15], { day: "2026-03-02" }).points;
    expect([first?.value, second?.value]).toEqual([9, 15]);
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBe(0.5);
  });

  it("break where there is no score, and across a long gap", () => {
    expect(reading("csi-4", [9, null, 10, 11]).points.map(({ value, breakBefore }) => [value, breakBefore])).toEqual([
      [9, false],
      [10, true],
      [11, false],
    ]);
    const weekly = scores("csi-4", [9, 10, 11, 12]);
    const late = { ...scores("csi-4", [13])[0], id: "late", day: "2026-07-06", sequence: 9 } as (typeof weekly)[number];
    const [line] = scoreReadings(viewOf([...weekly, late]));
    expect(line?.gaps).toMatchObject([{ fromDay: "2026-03-23", toDay: "2026-07-06", weeks: 15 }]);
    expect(line?.points.at(-1)?.breakBefore).toBe(true);
  });

  it("keep an administration without a score as a stop, never as a 0", () => {
    const { stops, points, facts } = reading("csi-4", [9, null], { itemsAsked: 4, itemsAnswered: 3 });
    expect(stops.map(({ score, remarks }) => [score, remarks])).toEqual([
      [9, []],
      [null, ["1 of 4 answers missing"]],
    ]);
    expect(points).toHaveLength(1);
    expect(facts).toEqual({ unit: "score, 0 to 21", n: 1, count: "1 score and 1 sitting without one" });
  });
});

describe("a change since the first score", () => {
  it("is told neither of one score nor of none", () => {
    expect(reading("csi-4", [9]).change).toEqual({ status: "too-few" });
    expect(reading("csi-4", [null]).change).toEqual({ status: "too-few" });
    expect(reading("csi-4", [9, null]).change).toEqual({ status: "too-few" });
  });

  it("has no badge until a second sitting says the same", () => {
    expect(reading("csi-4", [9, 15])).toMatchObject({ change: { status: "one-sitting", direction: "better" }, badge: null });
    expect(reading("csi-4", [9, 14, 15])).toMatchObject({ change: { status: "confirmed", direction: "better", crossed: true } });
    expect(reading("csi-4", [9, 14, 15]).badge).toBe("better, out of the distress range: confirmed at two sittings");
  });

  it.each<[string, readonly (number | null)[]]>([
    ["the sitting before has no score", [9, 15, null, 15]],
    ["the sitting before went the other way", [9, 2, 15]],
    ["the sitting before was within measurement error", [9, 11, 15]],
  ])("is not confirmed where %s", (_, values) => expect(reading("csi-4", values)).toMatchObject({ change: { status: "one-sitting" }, badge: null }));

  it("is not confirmed by two entries of one day", () => {
    const sameDay = scores("csi-4", [9, 15, 15]).map((score, index) => ({ ...score, day: index === 0 ? score.day : "2026-03-09" }));
    expect(scoreReadings(viewOf(sameDay))[0]).toMatchObject({ change: { status: "one-sitting" } });
  });

  it("is of the last score of each day: what was entered before it on that day is drawn and not compared", () => {
    const days = ["2026-03-02", "2026-03-02", "2026-03-09", "2026-03-09"];
    const twice = scores("csi-4", [20, 9, 15, 10]).map((score, index) => ({ ...score, day: days[index] as string }));
    const [line] = scoreReadings(viewOf(twice));
    expect(line?.points.map(({ value, counts }) => [value, counts])).toEqual([
      [20, false],
      [9, true],
      [15, false],
      [10, true],
    ]);
    expect(line?.change).toEqual({ status: "within-error" });
    expect(line?.band?.from).toBeCloseTo(9 - CSI_4_POINTS, 9);
  });

  it("is not undone by an entry of the same day that came to no score", () => {
    const entries = scores("csi-4", [9, 15, null]).map((score, index) => ({ ...score, day: index === 0 ? score.day : "2026-03-09" }));
    expect(scoreReadings(viewOf(entries))[0]?.change).toMatchObject({ status: "one-sitting" });
  });

  it("marks the sitting at which it became confirmed, once", () =>
    expect(reading("csi-4", [9, 15, 14, 16, 9, 15, 15]).points.map((point) => point.confirmed)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ]));

  it("has no badge where the newest sitting came to no score: what was confirmed is of before", () =>
    expect(reading("csi-4", [9, 14, 15, null])).toMatchObject({ change: { status: "confirmed" }, badge: null }));

  it("is gone again when the last score comes back", () =>
    expect(reading("csi-4", [9, 15, 15, 10])).toMatchObject({ change: { status: "within-error" }, badge: null }));

  it("has crossed the cut-off only when both sittings have", () => {
    expect(reading("csi-4", [9, 13, 14]).change).toMatchObject({ status: "confirmed", crossed: false });
    expect(reading("das-32", [97, 120, 121]).change).toMatchObject({ status: "confirmed", crossed: false });
  });

  it("by published points is reached, by computed ones passed", () => {
    expect(reading("phq-9", [14, 8]).change).toMatchObject({ status: "one-sitting", direction: "better" });
    expect(reading("phq-9", [14, 9]).change).toEqual({ status: "within-error" });
    expect(reading("csi-4", [9, 9 + 2.71]).change).toEqual({ status: "within-error" });
    expect(reading("csi-4", [9, 9 + 2.72]).change).toMatchObject({ status: "one-sitting" });
  });

  it("of a measure whose lower scores are better is for the better when it falls", () => {
    expect(reading("phq-9", [14, 6, 5])).toMatchObject({ better: "lower", change: { direction: "better", crossed: true } });
    expect(reading("phq-9", [5, 14, 15])).toMatchObject({ change: { direction: "worse", crossed: true } });
    expect(reading("phq-9", [5, 14, 15]).badge).toBe("worse, into the distress range: confirmed at two sittings");
    expect(reading("csi-4", [15, 9, 9])).toMatchObject({ change: { direction: "worse", crossed: true } });
  });

  it.each(["ras", "kmss", "phq-4", "wai-sr"])("cannot be told for %s: neither points nor a spread are published", (id) => {
    const entry = inCatalogue(id) as MeasureView;
    expect(reading(id, [entry.lowest, entry.highest, entry.highest])).toMatchObject({
      change: { status: "no-norms" },
      band: null,
      norms: null,
      badge: null,
    });
  });

  it("of a guess, or of a clinician's rating, is never held against norms of people's own answers", () => {
    for (const given of [{ how: "guess" }, { how: "clinician", answeredBy: "clinician" }] as const)
      expect(reading("csi-4", [9, 15, 15], given)).toMatchObject({
        change: { status: "no-norms" },
        badge: null,
        cutOff: null,
        band: null,
        bands: [],
      });
  });
});

describe("what is still measurement error", () => {
  it("is drawn around the first score", () => {
    const { band, norms } = reading("csi-4", [9, 15]);
    expect(band?.from).toBeCloseTo(9 - CSI_4_POINTS, 9);
    expect(band?.to).toBeCloseTo(9 + CSI_4_POINTS, 9);
    expect(norms?.unconfirmed).toBe(true);
  });

  it("is as published where it is published, with its confidence where that is said", () => {
    expect(reading("core-10", [18, 12])).toMatchObject({ band: { from: 12, to: 24 }, norms: { points: 6, confidence: 0.9, unconfirmed: false } });
    expect(reading("rdas", [40])).toMatchObject({ band: { from: 28, to: 52 }, norms: { points: 12, confidence: null } });
  });

  it("of the DAS is 17.79 points: SD 17.8 and a retest of .87, none of them from memory", () =>
    expect(reading("das-32", [90])).toMatchObject({ norms: { points: expect.closeTo(17.789, 2), unconfirmed: false } }));

  it("is anchored on the first score there is, not on a sitting without one", () =>
    expect(reading("phq-9", [null, 12, 14]).band).toEqual({ from: 6, to: 18 }));
});

describe("sudden gains", () => {
  it("are marked at the score that the fall leads to", () => {
    const { points, gains } = reading("phq-9", [18, 17, 17, 8, 7, 8]);
    expect(points.map((point) => point.gain)).toEqual([false, false, false, true, false, false]);
    expect(gains).toMatchObject({ to: [3], steps: 5 });
  });

  it("are not asked for where higher is better, or where no points of change are known", () => {
    expect(reading("csi-4", [18, 17, 17, 8, 7, 8]).gains).toBeNull();
    expect(reading("phq-4", [11, 11, 11, 1, 1, 1]).gains).toBeNull();
  });

  it("are not seen across a missing score or a long gap", () => {
    expect(reading("phq-9", [18, 17, 17, null, 8, 7, 8]).gains?.to).toEqual([]);
    const apart = scores("phq-9", [18, 17, 17, 8, 7, 8]).map((score, index) => (index < 3 ? score : { ...score, day: addDays(score.day, 90) }));
    expect(scoreReadings(viewOf(apart))[0]?.gains).toMatchObject({ to: [] });
  });

  it("cannot be told with too few scores", () => expect(reading("phq-9", [18, 8, 8]).gains).toEqual({ to: [], judged: 0, steps: 2 }));
});

describe("whatever the scores", () => {
  it("every number of a reading is a number, and no score turns into 0", () => {
    for (const id of ["csi-4", "phq-9", "who-5", "das-32", "wai-sr"]) {
      const entry = inCatalogue(id) as MeasureView;
      for (const values of [[null], [null, null], [entry.lowest], [entry.highest, null, entry.lowest], [entry.lowest, entry.lowest]]) {
        const found = reading(id, values);
        expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
        expect(found.points.map((point) => point.value)).toEqual(values.filter((value) => value !== null));
        for (const { words } of found.sentences) expect(words).not.toMatch(/NaN|undefined|null/);
      }
    }
  });
});
