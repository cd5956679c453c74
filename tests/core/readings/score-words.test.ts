import { describe, expect, it } from "vitest";
import { reading, saidOf } from "./score-given.ts";

describe("a line of scores in words", () => {
  // The whole sentence, word for word.
  it("says what a confirmed change is, where it stands and what is unconfirmed", () =>
    expect(saidOf(reading("csi-4", [9, 14, 15]), "change")).toEqual([
      "CSI-4 rose from 9 to 15: more than measurement error, and above the distress cut-off of 13.5; confirmed at two sittings (norm unconfirmed).",
    ]));

  it("cannot confirm a change at one sitting", () =>
    expect(saidOf(reading("csi-4", [9, 15]), "change")).toEqual([
      "CSI-4 rose from 9 to 15: more than measurement error, and above the distress cut-off of 13.5; not yet confirmed: one sitting (norm unconfirmed).",
    ]));

  it("cannot tell a change from one score", () =>
    expect(saidOf(reading("csi-4", [9]))).toEqual([
      "1 score: too few to say whether it changes.",
      "The 2.72 points of measurement error rest on a figure from memory, not looked up.",
    ]));

  it("has nothing to say without a score, and says why", () =>
    expect(saidOf(reading("csi-4", [null, null]))).toEqual([
      "CSI-4: no score in 2 sittings, nothing to say yet.",
      "No score in 2 of 2 sittings: too many answers missing. No answer is made up.",
    ]));

  it("says that a small change is within measurement error, and over how many scores", () =>
    expect(saidOf(reading("phq-9", [12, 8]), "change")).toEqual([
      "PHQ-9 (lower is better) fell from 12 to 8 over 2 scores: within measurement error, and below the distress cut-off of 10.",
    ]));

  it("cannot tell whether a change is more than measurement error where nothing is published", () =>
    expect(saidOf(reading("kmss", [12, 17]))).toEqual([
      "KMSS rose from 12 to 17 over 2 scores, at the distress cut-off of 17, which does not count as distress; whether that is more than measurement error cannot be told.",
      "Neither points of change nor a spread are known for KMSS: its 2 scores are compared with each other only.",
    ]));

  it("does not let two equal ends hide a fall between them", () => {
    expect(saidOf(reading("csi-4", [9, 0, 9]), "change")[0]).toMatch(
      /^CSI-4 is at 9, as at first, 0 in between, over 3 scores: within measurement error/,
    );
    expect(saidOf(reading("csi-4", [9, 0, 21, 15]), "change")[0]).toMatch(/^CSI-4 rose from 9 to 15, between 0 and 21 in between: more than/);
  });

  it("names the confidence of the CORE-10, and a score that is the cut-off itself", () =>
    expect(saidOf(reading("core-10", [18, 12, 11]), "change")).toEqual([
      "CORE-10 (lower is better) fell from 18 to 11: more than measurement error at 90 %, and at the distress cut-off of 11, which counts as distress; confirmed at two sittings.",
    ]));

  it("leaves a score that is a cut-off without a published side on neither side", () =>
    expect(reading("das-32", [97]).title).toBe("DAS-32: 97 on 2 Mar, at the cut-off of 97, on neither side of it"));

  it("speaks the word of the stretch that the last score lies in", () =>
    expect(saidOf(reading("phq-9", [4, 15]), "category")).toEqual([
      "15 on 9 Mar is in the distress range (10 or above) and lies in the stretch “moderately severe” of PHQ-9.",
    ]));

  it("puts no word of ours in a measure's mouth: the WHO-5 does not call well-being low or not low", () =>
    expect(saidOf(reading("who-5", [60, 52]), "category")).toEqual([
      "52 on 9 Mar is outside the distress range (above 50) and lies in the stretch “well-being not low” of WHO-5.",
    ]));

  it("says right after above or below what it means, whichever way is better", () => {
    expect(saidOf(reading("csi-4", [15, 9]))[1]).toBe("9 on 9 Mar is in the distress range (below 13.5).");
    expect(saidOf(reading("phq-9", [14, 9]))[1]).toMatch(/^9 on 9 Mar is outside the distress range \(below 10\) and lies/);
  });

  it("tells older scores as past, and first that the newest sitting has none", () => {
    const line = reading("phq-9", [6, 12, null]);
    expect(line.title).toBe("PHQ-9 (lower is better): no score on 16 Mar; before it 12 on 9 Mar, in the distress range (10 or above)");
    expect(saidOf(line).slice(0, 3)).toEqual([
      "No score on 16 Mar: too many answers missing. What follows is from before that day.",
      "PHQ-9 (lower is better) rose from 6 to 12 on 9 Mar: more than measurement error, and above the distress cut-off of 10; not yet confirmed: one sitting.",
      "12 on 9 Mar was in the distress range (10 or above) and lay in the stretch “moderate” of PHQ-9.",
    ]);
    expect(saidOf(reading("phq-9", [12, 12, null]), "change")[0]).toMatch(/^PHQ-9 \(lower is better\) was at 12 on 9 Mar, as at first/);
  });

  it("counts scores and sittings without one in the same words everywhere", () => {
    expect(reading("phq-9", [6, 12, null]).facts.count).toBe("2 scores and 1 sitting without one");
    expect(reading("phq-9", [6, 12]).facts.count).toBe("2 scores");
    expect(reading("phq-9", [null, null]).facts.count).toBe("2 sittings without a score");
  });

  it("gives no verdict on a change within one day: the last of the day counts, and that is said", () => {
    const oneDay = reading("phq-9", [21, 27], { day: "2026-03-02" });
    expect(saidOf(oneDay)).toEqual([
      "1 score: too few to say whether it changes.",
      "27 on 2 Mar lies in the stretch “severe” of PHQ-9.",
      "2 scores on 1 day: the last of a day counts, and scores of one day are not compared.",
    ]);
  });

  it("says whose answers they are, and judges no guess", () => {
    expect(saidOf(reading("csi-4", [9, 15], { answeredBy: "observing" }))[0]).toMatch(/^CSI-4 \(the observing partner’s answers\) rose/);
    expect(saidOf(reading("csi-4", [9, 15, 15], { how: "guess" }))).toEqual([
      "CSI-4 (the active partner’s guess for the observing partner) rose from 9 to 15 over 3 scores; whether that is more than measurement error cannot be told.",
      "3 guesses: norms are of people’s own answers, so a guess is shown and not judged.",
    ]);
  });
});

describe("sudden gains in words", () => {
  it("name the two days and scores, and how many steps could be judged", () =>
    expect(saidOf(reading("phq-9", [18, 17, 17, 8, 7, 8]), "gains")).toEqual([
      "A sudden gain between 16 Mar and 23 Mar, from 17 to 8; 3 of 5 steps could be judged.",
    ]));
  it("are none where none is, out of how many", () =>
    expect(saidOf(reading("phq-9", [12, 11, 12, 11]), "gains")).toEqual([
      "No sudden gain from one score to the next; 1 of 3 steps could be judged.",
    ]));
  it("cannot be told yet with too few scores around a step", () =>
    expect(saidOf(reading("phq-9", [18, 8]), "gains")).toEqual([
      "Sudden gains: cannot tell yet in 2 sittings; 2 scores on either side of a step are needed.",
    ]));
  it("are not spoken of where higher is better", () => expect(saidOf(reading("csi-4", [18, 8, 8, 8]), "gains")).toEqual([]));
});

describe("the title", () => {
  it("is the last score and where it stands", () => {
    expect(reading("csi-4", [9, 15]).title).toBe("CSI-4: 15 on 9 Mar, outside the distress range (13.5 or above)");
    expect(reading("csi-4", [9]).title).toBe("CSI-4: 9 on 2 Mar, in the distress range (below 13.5)");
    expect(reading("ras", [20]).title).toBe("RAS: 20 on 2 Mar");
    expect(reading("csi-4", [null]).title).toBe("CSI-4: no score in 1 sitting");
  });
});

describe("every sentence", () => {
  it("carries a count or a figure, and names no cause and nothing of safety", () => {
    const many = [
      ...["csi-4", "phq-9", "core-10", "kmss", "who-5", "das-32"].flatMap((id) => [reading(id, [8, 15, 16, 20]), reading(id, [20, null, 10, 8, 8])]),
      reading("csi-4", [9, 15], { how: "guess" }),
      reading("phq-9", [9], { safetyItem: 2, about: "active" }),
    ];
    for (const { words } of many.flatMap((each) => each.sentences)) {
      expect(words).toMatch(/\d/);
      expect(words).not.toMatch(/significan|because|due to|caused|led to|reliable change|stuck|fail|safety|self-harm|suicid|recovered|ripple/i);
    }
  });
});
