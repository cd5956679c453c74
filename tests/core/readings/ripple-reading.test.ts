import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrackView } from "#core/contracts/case.ts";
import type { OccasionSummary, RatingView } from "#core/contracts/record.ts";
import { readRipple } from "#core/readings/ripple-reading.ts";
import { alignedSittings, rippleSeries } from "#core/readings/ripple-series.ts";
import { factsWords, rippleSentences } from "#core/sentences/ripple-words.ts";
import { ripple } from "#core/statistics/ripple.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { MONITOR_FILES } from "../../given-monitor.ts";
import { BUILT_IN, occasion, rated, TODAY, view } from "../series/given.ts";
import { HORMONE } from "../statistics/hormone.ts";
import { saidOf, times, week } from "./given.ts";

const OWN: TrackView = { track: "own", name: "Warmth", lowest: 0, highest: 10, better: "higher", builtIn: false };
const [FIRST, SECOND] = ["own.active", "tone.clinician"];

/** The hormone of Diggle 1990, and what follows it by one sample. */
const [LEADS, FOLLOWS] = [HORMONE.slice(1, 41), HORMONE.slice(0, 40)];

type Values = readonly (number | null)[];
const held = (first: Values, second: Values, days = first.map((_, place) => week(place))): OccasionSummary[] =>
  days.map((day, place) => occasion({ day, ratings: [rated("own", first[place] ?? null, "active"), rated("tone", second[place] ?? null)] }));

function read(occasions: readonly OccasionSummary[], given: { first?: string; second?: string; hasOpenConcern?: boolean } = {}) {
  const { first = FIRST, second = SECOND, hasOpenConcern = false } = given;
  const reading = readRipple({ view: view(occasions, { tracks: [...BUILT_IN, OWN] }), first, second, hasOpenConcern });
  if (!reading) throw new Error("both series are there");
  return { ...reading, sentences: rippleSentences(reading, TODAY) };
}

const wordsOf = (...given: Parameters<typeof read>) => read(...given).sentences.map(({ words }) => words);

describe("the series that can be laid side by side", () => {
  const given = view(
    [
      occasion({
        day: week(0),
        observation: { stage: 0, source: "seen" },
        ratings: [
          rated("values-clarity", 2, "active"),
          rated("self-support", 6, "active"),
          rated("self-support", 9),
          rated("tone", 3, "observing"),
          rated("tone", 1, "guess"),
          rated("own", 0),
        ],
      }),
      occasion({ day: week(1), kind: "between", observation: { stage: 3, source: "told" } }),
    ],
    { tracks: [...BUILT_IN, OWN] },
  );

  it("are each track by each person who rated it, with whose it is; a guess is none, a note between sessions rates nothing", () =>
    expect(rippleSeries(given).map(({ key, of, rater, rated: count }) => [key, of, rater, count])).toEqual([
      ["grounding.clinician", "active", "clinician", 1],
      ["grounding.active", "active", "active", 1],
      ["values-clarity.active", "active", "active", 1],
      ["self-support.clinician", "active", "clinician", 1],
      ["self-support.active", "active", "active", 1],
      ["tone.observing", "between", "observing", 1],
      ["own.clinician", "own", "clinician", 1],
      ["ladder.clinician", "observing", "clinician", 1],
    ]));

  it("keep the grounding of one person apart from that of another, and stage 0 a number", () =>
    expect(alignedSittings(given, "grounding.active", "ladder.clinician")).toMatchObject([{ first: 4, second: 0, sessionNumber: 1 }]));

  it("are none before anything was rated, and no pair of what is not there", () => {
    expect(rippleSeries(view([]))).toEqual([]);
    expect(readRipple({ view: view([]), first: FIRST, second: SECOND, hasOpenConcern: false })).toBeNull();
  });

  it("go by held session: a cancelled hour is none, and what a check-in of that day says belongs to it", () => {
    const both = (ratings: readonly RatingView[], more: Partial<OccasionSummary> = {}) => ({
      day: week(1),
      ratings,
      ...more,
      observation: undefined,
    });
    const aligned = alignedSittings(
      view(
        [
          occasion({ day: week(0), attendance: "cancelled" }),
          occasion({ ...both([rated("tone", 5)]), observation: {} }),
          occasion({ ...both([rated("own", 0, "active"), rated("tone", 9)], { kind: "check-in" }), observation: {} }),
          occasion({ day: week(2), ratings: [rated("own", 7, "active")] }),
        ],
        { tracks: [...BUILT_IN, OWN] },
      ),
      FIRST,
      SECOND,
    );
    expect(aligned.map(({ day, first, second }) => [day, first, second])).toEqual([
      [week(1), 0, 5],
      [week(2), 7, null],
    ]);
  });
});

describe("two series that are not tested", () => {
  const occasions = held(LEADS, FOLLOWS);

  it("are those that one person rated, with the reason", () => {
    const both = occasions.map((each) => ({ ...each, observation: null, ratings: [...each.ratings, rated("boundaries", 5)] }));
    expect(read(both, { first: "boundaries.clinician" })).toMatchObject({ standing: "same-rater", forward: null, reverse: null, stretch: null });
    expect(wordsOf(both, { first: "boundaries.clinician" })).toEqual([
      "You rated both: shown together, not tested.",
      "Numbers that one person gives in one session share that person’s mood; both are rated in 40 of 40 sessions.",
    ]);
    const byClient = occasions.map((each) => ({ ...each, observation: null, ratings: [...each.ratings, rated("boundaries", 5, "active")] }));
    expect(wordsOf(byClient, { second: "boundaries.active" })[0]).toBe("The client rated both: shown together, not tested.");
    expect(read(both, { first: SECOND }).standing).toBe("same-series");
  });

  it("are all of them while a safety concern is open, in words that do not say why", () => {
    const words = wordsOf(occasions, { hasOpenConcern: true });
    expect(words).toEqual(["Shown together, not tested; both are rated in 40 of 40 sessions."]);
    expect(words.join(" ")).not.toMatch(/safety|concern|violen|follow|ripple|moved/i);
    expect(read(occasions, { hasOpenConcern: true })).toMatchObject({ forward: null, reverse: null, stretch: null });
    expect(read(occasions, { hasOpenConcern: true }).sittings).toHaveLength(40);
  });
});

describe("a ripple that cannot be told yet", () => {
  it("says how many sessions are missing, how little 22 are, and the caution", () => {
    const given = held(LEADS.slice(0, 16), [...FOLLOWS.slice(0, 14), null, null]);
    expect(read(given)).toMatchObject({ standing: "too-few", pairs: 13, pairsNeeded: 21, forward: { verdict: "cannot-tell-yet", sign: null } });
    expect(wordsOf(given)).toEqual([
      "Cannot tell yet whether “Warmth” (the client’s number) or tone (your number) follows the other: both are rated in 14 of the 22 sessions it takes; 8 more, if no long gap comes.",
      "Both are rated in 14 of 16 sessions.",
      "22 sessions are the minimum, not enough: at that number a moderate ripple is found in about one case of five.",
      "Therapy itself, a holiday or the mood of whoever rates can move both.",
      "Where it cannot be told, that is no evidence that nothing follows.",
    ]);
  });

  it("counts in the longest stretch, and says so everywhere, where long gaps divide the sessions", () => {
    const days = Array.from({ length: 15 }, (_, place) => week(place + (place >= 8 ? 8 : 0)));
    const given = held([...LEADS.slice(0, 7), null, ...LEADS.slice(8, 15)], FOLLOWS.slice(0, 15), days);
    const reading = read(given);
    expect(reading).toMatchObject({ standing: "too-few", pairs: 6 });
    expect(wordsOf(given).slice(0, 2)).toEqual([
      "Cannot tell yet whether “Warmth” (the client’s number) or tone (your number) follows the other: in the longest stretch without a long gap both are rated in 7 of the 22 sessions it takes; 15 more, if no long gap comes.",
      "Both are rated in 14 of 15 sessions; 7 of these lie in the longest stretch without a long gap.",
    ]);
    expect(factsWords(reading)).toBe("14 sessions with both rated, 7 of them in the longest stretch without a long gap");
  });

  it("counts sessions or sittings by one word throughout, its facts too", () => {
    const sessions = held(LEADS.slice(0, 9), FOLLOWS.slice(0, 9));
    const checkIn = occasion({ day: week(9), kind: "check-in", ratings: [rated("own", 4, "active")] });
    const told = (given: readonly OccasionSummary[]) => [factsWords(read(given)), ...wordsOf(given)].join(" ");
    expect(told(sessions)).toMatch(/^9 sessions with both rated /);
    expect(told(sessions)).not.toContain("sitting");
    expect(told([...sessions, checkIn])).toMatch(/^9 sittings with both rated /);
    expect(told([...sessions, checkIn])).not.toContain("session");
    expect(factsWords(read(sessions, { hasOpenConcern: true }))).toBe("9 sessions with both rated");
  });

  it("counts from none", () => {
    const never = held([4, null], [null, 5]);
    expect(read(never)).toMatchObject({ pairs: 0 });
    expect(wordsOf(never)[0]).toContain("both are rated in 0 of the 22 sessions it takes; 22 more, if no long gap comes");
  });

  it("is said each way round where the test finds nothing: 25 pairs are enough to ask, not to know", () => {
    const swinging = Array.from({ length: 26 }, (_, place) => [3, 5, 4, 7, 2, 6, 6][place % 7] as number);
    const given = held(swinging, times(26, 5));
    expect(wordsOf(given).slice(0, 2)).toEqual([
      "“Warmth” (the client’s number), then tone (your number): cannot tell yet, over 25 pairs of a session and the next.",
      "Tone (your number), then “Warmth” (the client’s number): cannot tell yet, over the same 25 pairs.",
    ]);
    expect(saidOf(read(given).sentences, "absence")).toHaveLength(1);
  });

  it("tells what 30 and 40 sessions would find", () => {
    const power = (count: number) => saidOf(read(held(LEADS.slice(0, count), times(count, 5))).sentences, "power")[0];
    expect(power(29)).toContain("22 sessions are the minimum");
    expect(power(30)).toBe("With 30 sessions a moderate ripple is found in about one case of four.");
    expect(power(40)).toBe("With 40 sessions a moderate ripple is found in about two cases of five.");
  });
});

describe("a ripple, both ways round", () => {
  it("is told as each would be on its own, whatever the ratings", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(10), fc.nat(10)), { minLength: 24, maxLength: 26 }), fc.boolean(), (rows, follows) => {
        const first = rows.map(([one]) => one);
        const second = rows.map(([, other], place) => (follows ? (first[place - 1] ?? other) : other));
        const found = read(held(first, second));
        expect([found.forward?.verdict, found.reverse?.verdict]).toEqual([ripple(first, second).verdict, ripple(second, first).verdict]);
        const turned = read(held(first, second), { first: SECOND, second: FIRST });
        expect([turned.forward?.verdict, turned.reverse?.verdict]).toEqual([found.reverse?.verdict, found.forward?.verdict]);
      }),
      { seed: 20261127, numRuns: 60 },
    ));
});

describe("a ripple that is told", () => {
  it("is followed by, one way round, and cannot be told the other", () => {
    const given = held(LEADS, FOLLOWS);
    expect(read(given)).toMatchObject({
      standing: "tested",
      pairs: 39,
      forward: { verdict: "followed-by", sign: 1 },
      reverse: { verdict: "cannot-tell-yet", sign: null },
      stretch: { fromDay: week(0), toDay: week(39), sittings: 40, ofSittings: 40 },
    });
    expect(wordsOf(given).slice(0, 2)).toEqual([
      "Followed by: rises in “Warmth” (the client’s number) were followed by rises in tone (your number), over 39 pairs of a session and the next.",
      "Tone (your number), then “Warmth” (the client’s number): cannot tell yet, over the same 39 pairs.",
    ]);
    expect(saidOf(read(given).sentences, "caution")).toEqual(["Therapy itself, a holiday or the mood of whoever rates can move both."]);
  });

  it("is the same ripple when the two change places", () => {
    const [forward, reverse] = wordsOf(held(LEADS, FOLLOWS), { first: SECOND, second: FIRST });
    expect(forward).toMatch(/^Tone \(your number\), then “Warmth” .*: cannot tell yet, over 39 pairs of a session and the next\.$/);
    expect(reverse).toBe(
      "Followed by: rises in “Warmth” (the client’s number) were followed by rises in tone (your number), over the same 39 pairs.",
    );
  });

  it("has rises followed by falls where the second is upside down", () =>
    expect(
      wordsOf(
        held(
          LEADS,
          FOLLOWS.map((value) => 5 - value),
        ),
      )[0],
    ).toContain("rises in “Warmth” (the client’s number) were followed by falls in tone (your number)"));

  it("is moved together where both rise and neither comes first", () => {
    const rising = Array.from({ length: 30 }, (_, place) => Math.floor(place / 3));
    expect(wordsOf(held(rising, rising))[0]).toBe(
      "Moved together: “Warmth” (the client’s number) and tone (your number) go the same way over 30 sessions; which comes first cannot be told.",
    );
  });

  it("is tested in the longest stretch between long gaps, and says which", () => {
    const days = LEADS.map((_, place) => week(place + (place >= 12 ? 4 : 0)));
    const given = held(LEADS, FOLLOWS, days);
    expect(read(given)).toMatchObject({ pairs: 27, stretch: { fromDay: week(16), toDay: week(43), sittings: 28, ofSittings: 40 } });
    expect(saidOf(read(given).sentences, "split")).toEqual([
      "Both are rated in 40 of 40 sessions; 28 of these lie in the longest stretch without a long gap, 27 Apr to 2 Nov.",
    ]);
  });

  it("is told of a partner's stage and the client's own grounding alike", () => {
    const stages = FOLLOWS.map((value) => Math.round((value - 1) * 2) as EngagementStage);
    const given = LEADS.map((value, place) =>
      occasion({
        day: week(place),
        observation: { stage: stages[place] ?? null, source: "seen" },
        ratings: [rated("self-support", value, "active")],
      }),
    );
    expect(wordsOf(given, { first: "grounding.active", second: "ladder.clinician" })[0]).toBe(
      "Followed by: rises in grounding (the client’s number) were followed by rises in the observing partner’s stage (your number), over 39 pairs of a session and the next.",
    );
  });
});

for (const { name, isAbsent, content } of MONITOR_FILES)
  describe.skipIf(isAbsent)(`one person's real therapy, ${name}`, () => {
    it("has no ripple from intimacy to the next negative affect (van Lankveld et al. 2017)", () => {
      const [header = "", ...lines] = content().toString("utf8").trim().split(/\r?\n/);
      const cells = (line: string) => line.split(",").map((cell) => cell.replace(/^"|"$/g, ""));
      const names = cells(header);
      const rows = lines.map((line) => new Map(cells(line).map((cell, place) => [names[place] ?? "", cell])));
      rows.sort((one, other) => ((one.get("datetime") ?? "") < (other.get("datetime") ?? "") ? -1 : 1));
      const of = (name: string) => rows.map((row) => Number(row.get(name)));
      const days = rows.map((row) => (row.get("datetime") ?? "").slice(0, 10));
      // Two raters, which that person was not: or else it would not be tested at all.
      const reading = read(held(of("intimacy"), of("negativeAffect"), days));
      expect(reading).toMatchObject({ standing: "tested", pairs: 33, forward: { verdict: "cannot-tell-yet" } });
      expect(reading.sentences.map(({ words }) => words).join(" ")).not.toContain("Followed by");
    });
  });
