import { describe, expect, it } from "vitest";
import { readFocus } from "#core/readings/focus-reading.ts";
import { occasion, rated, view } from "../series/given.ts";
import { onTone, readTone } from "./focus-given.ts";
import { FIRST_DAY, saidOf, times, toneWeekly, week } from "./given.ts";

const CLIMBING = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe("what a case is watched on", () => {
  it("is what is chosen now: nothing, or each of two tracks by its rater; a dropped one is not read", () => {
    const occasions = toneWeekly(CLIMBING);
    expect(readFocus(view(occasions))).toEqual([]);
    expect(readFocus(view(occasions, { focus: [onTone(FIRST_DAY, { droppedOn: week(4) })] }))).toEqual([]);
    const two = readFocus(view(occasions, { focus: [onTone(FIRST_DAY), onTone(FIRST_DAY, { track: "boundaries", rater: "active" })] }));
    expect(two.map(({ track, rater, ratedSince }) => [track, rater, ratedSince])).toEqual([
      ["tone", "clinician", 10],
      ["boundaries", "active", 0],
    ]);
  });

  it("is judged from the day it was chosen on: what was known before is drawn, and gives no verdict", () => {
    const reading = readTone(toneWeekly([...CLIMBING, 9, 10, 9]), week(10));
    expect(reading).toMatchObject({ ratedSince: 3, heldSince: 3, direction: null, line: null, shaded: null, range: { status: "cannot-tell-yet" } });
    expect(reading.points.map((point) => point.judged)).toEqual([...CLIMBING.map(() => false), true, true, true]);
    expect(saidOf(reading.sentences, "earlier")).toEqual(["10 ratings from before the choice are drawn and not judged."]);
  });

  it("takes the ratings of one person, on whatever occasion, and leaves out a session set aside", () => {
    const reading = readTone([
      occasion({ day: week(0), ratings: [rated("tone", 0), rated("tone", 9, "active")] }),
      occasion({ day: week(1), ratings: [rated("tone", 5)], standing: "voided" }),
      occasion({ day: week(2), ratings: [rated("tone", null)] }),
      occasion({ day: week(3), kind: "check-in", ratings: [rated("tone", 4)] }),
      occasion({ day: week(4), attendance: "cancelled" }),
    ]);
    expect(reading.points.map((point) => [point.value, point.sessionNumber])).toEqual([
      [0, 1],
      [4, null],
    ]);
    expect(reading).toMatchObject({ ratedSince: 2, heldSince: 2, ratedInHeld: 1 });
    expect(saidOf(reading.sentences, "not-rated")).toEqual(["Not rated in 1 of 2 sessions held since; 1 rating given outside sessions."]);
  });
});

describe("a direction", () => {
  it("cannot be told yet below 6 ratings, and says how many are missing", () => {
    const words = (values: readonly number[]) => saidOf(readTone(toneWeekly(values)).sentences, "direction");
    const others = "a run takes at least 10, a usual range 12, a stretch 15.";
    expect(words([])).toEqual([
      `Tone of communication: 0 of 6 ratings since it was chosen on 5 Jan: 6 more before a direction can be spoken of; ${others}`,
    ]);
    expect(words([1, 2, 3])).toEqual([
      `Tone of communication: 3 of 6 ratings since it was chosen on 5 Jan: 3 more before a direction can be spoken of; ${others}`,
    ]);
    expect(words([1, 2, 3, 4, 5])[0]).toContain("5 of 6 ratings");
  });

  it("is spoken where a series climbs all the way, with its line and slope over real days", () => {
    const reading = readTone(toneWeekly(CLIMBING));
    expect(reading).toMatchObject({ direction: "rising", resembles: true });
    // One point a week, whichever two are taken.
    expect(reading.line).toMatchObject({
      from: { day: week(0), value: 1 },
      to: { day: week(9), value: 10 },
      slopePerWeek: 1,
      lower: 1,
      upper: 1,
    });
    expect(saidOf(reading.sentences, "direction")).toEqual([
      "Tone of communication: seems to be rising over 10 ratings since it was chosen on 5 Jan (higher is better): about 1 point a week (rough range 1 to 1).",
    ]);
  });

  it("is spoken from six ratings on where each is above the one before, and then without a range for the slope", () => {
    const reading = readTone(toneWeekly([1, 2, 3, 4, 5, 6]));
    expect(reading.line).toMatchObject({ lower: null, upper: null });
    expect(saidOf(reading.sentences, "direction")[0]).toMatch(/rising over 6 ratings .*: about 1 point a week\.$/);
  });

  it("weighs a five-week gap as five weeks", () => {
    const occasions = [0, 1, 2, 7, 8, 9, 10].map((weeks) => occasion({ day: week(weeks), ratings: [rated("tone", 10 - weeks)] }));
    expect(readTone(occasions)).toMatchObject({ direction: "falling", line: { slopePerWeek: -1, from: { value: 10 }, to: { value: 0 } } });
  });

  it("is told with which way is better, and is neither gain nor loss where neither is", () => {
    const falling = toneWeekly(CLIMBING.toReversed());
    expect(readTone(falling)).toMatchObject({ direction: "falling" });
    expect(saidOf(readTone(falling).sentences, "direction")[0]).toContain("falling over 10 ratings since it was chosen on 5 Jan (higher is better)");
    expect(saidOf(readTone(falling, FIRST_DAY, "lower").sentences, "direction")[0]).toContain(
      "falling over 10 ratings since it was chosen on 5 Jan (lower is better)",
    );
    const neutral = readTone(falling, FIRST_DAY, "neither");
    expect(neutral).toMatchObject({ direction: "falling" });
    expect(saidOf(neutral.sentences, "direction")[0]).not.toContain("better");
  });

  it("is none where ratings go up and down, and none where all are alike; then no line is drawn", () => {
    for (const values of [[5, 4, 6, 5, 4, 6, 5, 4], times(9, 7)]) {
      const reading = readTone(toneWeekly(values));
      expect(reading).toMatchObject({ direction: "no-clear-direction", line: null });
      expect(saidOf(reading.sentences, "direction")).toEqual([
        `Tone of communication: no clear direction over ${values.length} ratings since it was chosen on 5 Jan.`,
      ]);
    }
  });

  it("needs more than what every twentieth stable series shows: p .03 is no direction", () => {
    // Five of 28 pairs fall: S 18, one-sided .016 for eight ratings (Kendall 1975, table 1).
    expect(readTone(toneWeekly([3, 1, 2, 5, 4, 8, 6, 7])).direction).toBe("no-clear-direction");
  });

  it("is put more carefully where neighbouring ratings resemble each other", () => {
    // Up and down at once: neighbours are unlike each other.
    const swinging = readTone(toneWeekly([5, 1, 5, 1, 5, 1, 5, 1]));
    expect(swinging.resembles).toBe(false);
    expect(saidOf(swinging.sentences, "resemblance")).toEqual([]);
    const alike = readTone(toneWeekly([...times(5, 3), ...times(5, 7)]));
    expect(alike.resembles).toBe(true);
    expect(saidOf(alike.sentences, "resemblance")[0]).toContain("over these 10: a series that only wanders by itself can look like this");
  });
});

describe("a run", () => {
  it("cannot be told with fewer than 10 ratings off their median", () => {
    const reading = readTone(toneWeekly([...times(5, 3), 5, 5, 5, ...times(4, 7)]));
    expect(reading.run).toEqual({ status: "cannot-tell-yet", usefulCount: 9 });
    expect(saidOf(reading.sentences, "run")).toEqual([]);
    expect(saidOf(reading.sentences, "not-yet")).toEqual([
      "Cannot tell yet, with 12 ratings: whether a run is unusual (it takes 10 ratings above or below their middle value; so far 9) and whether it shifted (it takes 15).",
    ]);
  });

  it("is unusual where twenty ratings change sides once", () => {
    const reading = readTone(toneWeekly([...times(10, 3), ...times(10, 7)]));
    expect(reading.run).toMatchObject({ status: "computed", unusual: true, usefulCount: 20, longestRun: 10, crossings: 1, median: 5 });
    expect(reading.sentences.find(({ about }) => about === "run")).toEqual({
      about: "run",
      words: "Unusual run: worth a look. 20 ratings above or below their middle value (5) change sides only once.",
      aside: false,
    });
  });

  it("names its ratings once where they lie long on one side and seldom change it", () => {
    const { run, sentences } = readTone(toneWeekly([...times(30, 3), ...times(30, 7)]));
    expect(run).toMatchObject({ isLong: true, isSeldomAcross: true });
    expect(saidOf(sentences, "run")).toEqual([
      "Unusual run: worth a look. 30 of 60 ratings above or below their middle value (5) lie in a row on one side of it; they change sides only once.",
    ]);
  });

  it("is none where sides change often", () => {
    const reading = readTone(toneWeekly(Array.from({ length: 20 }, (_, place) => (place % 4 < 2 ? 4 : 6))));
    expect(saidOf(reading.sentences, "run")).toEqual(["No unusual run over 20 ratings above or below their middle value (5)."]);
  });

  it("cannot be told where most ratings lie on the top of the scale: the others are all below", () => {
    const reading = readTone(toneWeekly(Array.from({ length: 25 }, (_, place) => (place % 2 === 0 ? 10 : 8))));
    expect(reading.run).toEqual({ status: "one-sided", usefulCount: 12 });
    expect(saidOf(reading.sentences, "run")).toEqual([
      "Unusual run: cannot tell, because too few of the 25 ratings lie on one of the two sides of their middle value.",
    ]);
  });
});

describe("the usual range", () => {
  const baseline = Array.from({ length: 12 }, (_, place) => 6 + (place % 2));

  it("cannot be told before 12 ratings, nor where the first 12 are all alike", () => {
    const few = readTone(toneWeekly(baseline.slice(0, 11)));
    expect(saidOf(few.sentences, "range")).toEqual([]);
    expect(saidOf(few.sentences, "not-yet")[0]).toMatch(/^Cannot tell yet, with 11 ratings: .*the usual range \(it takes 12 ratings\)/);
    const flat = readTone(toneWeekly([...times(12, 7), 0]));
    expect(flat.range).toEqual({ status: "flat" });
    expect(saidOf(flat.sentences, "range")).toEqual(["Usual range: cannot tell, because the first 12 ratings are all alike."]);
  });

  it("is the first 12, mean ± 7 of their steps' spread, and is broken by a rating beyond it alone", () => {
    // Steps of 1: 6.5 ± 7 × 1/1.128 = 0.29 … 12.71, of which 1 to 10 can be rated.
    const range = (values: readonly number[]) => readTone(toneWeekly([...baseline, ...values]));
    expect(saidOf(range([]).sentences, "range")).toEqual(["The usual range of the first 12 ratings is 1 to 10; 0 ratings came after them so far."]);
    expect(saidOf(range([1]).sentences, "range")).toEqual([
      "The usual range of the first 12 ratings is 1 to 10; outside it: 0 of 1 rating after them.",
    ]);
    const broken = range([6, 0]);
    expect(broken.points.filter((point) => point.outside).map((point) => point.sessionNumber)).toEqual([14]);
    expect(saidOf(broken.sentences, "range")).toEqual([
      "Out of the usual range of the first 12 ratings (1 to 10): 0 in session 14 on 6 Apr; 1 of the newest 2 ratings after them.",
    ]);
  });

  it("keeps its fractions where fractions are rated", () =>
    expect(saidOf(readTone(toneWeekly([...baseline, 6.5])).sentences, "range")).toEqual([
      "The usual range of the first 12 ratings is 0.29 to 10; outside it: 0 of 1 rating after them.",
    ]));

  it("is never narrower than four points of ten either way: twelve near-equal ratings know no bad day", () => {
    const nearly = [...times(11, 7), 8];
    const outside = (last: number) => readTone(toneWeekly([...nearly, last])).points.filter((point) => point.outside).length;
    // 85/12 − 4 = 3.08.
    expect([outside(4), outside(3)]).toEqual([0, 1]);
  });

  it("calls nothing unusual where it covers the whole scale", () => {
    const wide = Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? 3 : 7));
    expect(saidOf(readTone(toneWeekly([...wide, 0])).sentences, "range")).toEqual([
      "The usual range of the first 12 ratings covers the whole scale, 0 to 10: no single rating is called unusual.",
    ]);
  });

  it("does not judge the ratings that made it, and speaks of the newest twelve only", () => {
    const inBaseline = [...times(5, 6), 0, ...times(6, 6)];
    expect(readTone(toneWeekly([...inBaseline, 6])).points.some((point) => point.outside)).toBe(false);
    expect(readTone(toneWeekly([...baseline, 0, ...times(11, 6)])).points.filter((point) => point.outside)).toHaveLength(1);
    expect(readTone(toneWeekly([...baseline, 0, ...times(12, 6)])).points.filter((point) => point.outside)).toHaveLength(0);
  });
});

describe("the stretch of a shift", () => {
  const shifted = [...times(10, 3), ...times(10, 7)];

  it("cannot be told before 15 ratings, and none stands out of what goes up and down", () => {
    const few = readTone(toneWeekly(times(14, 5)));
    expect(saidOf(few.sentences, "stretch")).toEqual([]);
    expect(saidOf(few.sentences, "not-yet")[0]).toMatch(/^Cannot tell yet, with 14 ratings: .*whether it shifted \(it takes 15\)\.$/);
    expect(saidOf(readTone(toneWeekly(Array.from({ length: 20 }, (_, place) => place % 3))).sentences, "stretch")).toEqual([
      "No stretch stands out as the one of a shift, over 20 ratings.",
    ]);
  });

  it("is somewhere around sessions 8–13, never a date", () => {
    // U_k = −10k up to the 10th and back again: at least 80 from the 8th to the 12th, each between a rating and the next.
    const reading = readTone(toneWeekly(shifted));
    expect(reading.shaded).toMatchObject({ fromSession: 8, toSession: 13, fromRating: 8, toRating: 13, fromDay: week(7), toDay: week(12) });
    const [words] = saidOf(reading.sentences, "stretch");
    expect(words).toBe("May have shifted somewhere around sessions 8–13, over 20 ratings (a steady change is shaded too).");
  });

  it("counts sessions from the first of the case, ratings from the choice", () => {
    const reading = readTone(toneWeekly([...times(4, 5), ...shifted]), week(4));
    expect(reading.shaded).toMatchObject({ fromSession: 12, toSession: 17, fromRating: 8, toRating: 13 });
  });

  it("is told by ratings where they were given outside sessions", () => {
    const measured = shifted.map((value, place) => occasion({ day: week(place), kind: "measurement", ratings: [rated("tone", value)] }));
    expect(saidOf(readTone(measured).sentences, "stretch")[0]).toContain(
      "May have shifted somewhere around the 8th to 13th rating, over 20 ratings (a steady change is shaded too)",
    );
  });
});
