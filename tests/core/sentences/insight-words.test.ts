import { describe, expect, it } from "vitest";
import type { InsightCase } from "#core/insights/facts.ts";
import { firstMoveCurve } from "#core/insights/first-move-curve.ts";
import { curveReadout, periodReadout } from "#core/insights/readouts.ts";
import { firstMoveWords, stagesWords } from "#core/sentences/insight-words.ts";
import { missingWords, outcomeWords, sourceWords, themeWords } from "#core/sentences/insight-words-record.ts";
import { spoken } from "#core/series/stops.ts";
import type { Outcome } from "#core/vocabulary/case.ts";
import { coupleCase, moved, occasion, view, waiting, weekly } from "../insights/given.ts";

const firstMove = (cases: readonly InsightCase[], window = {}) => {
  const given = view(cases, window);
  return firstMoveWords(given, firstMoveCurve(given.firstMoves.waits));
};
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

describe("stages across cases, in words", () => {
  it("tell the newest period, in the order of the ladder, with its n", () => {
    const cases = [
      ...times(3, () => coupleCase(weekly([2, 3], "2026-11-02"))),
      ...times(2, () => coupleCase(weekly([0], "2026-11-02"))),
      coupleCase(weekly([null], "2026-11-03")),
    ];
    expect(stagesWords(view(cases)).title).toBe("6 cases seen in Nov 2026 so far: 2 declining, 3 curious and 1 not rated");
    expect(stagesWords(view(cases)).sentences).toEqual([
      "Each case counts once a month, at its last rating in it; with a session and no rating it is not rated.",
    ]);
  });
  it("say that other cases are no move, in how many months few cases were seen, and in how many none", () => {
    const cases = [coupleCase([occasion({ day: "2026-08-03", stage: 2 }), occasion({ day: "2026-10-05", stage: 2 })])];
    expect(stagesWords(view(cases, { to: "2026-10-31" })).sentences).toEqual([
      "Each case counts once a month, at its last rating in it; with a session and no rating it is not rated.",
      "The cases of one month are not those of the next: a count that changes is not a case that moved.",
      "In 2 of 2 months: fewer than 5 cases, so a description and not a pattern.",
      "In 1 month no case was seen: it stays empty.",
    ]);
  });
  it("have nothing to draw before the first session", () =>
    expect(stagesWords(view([coupleCase()]))).toEqual({
      title: "No case has a session or a rated stage in these days: nothing to draw yet",
      sentences: [],
    }));
});

describe("the first upward move, in words", () => {
  const DEFINITION = "A move up is a rating above the one before it, as you rated it: a case may have come down before, or moved back since.";

  it("counts those still waiting, and says when half had moved", () => {
    // 12 followed, 6 move by day 42 with nobody lost before: half, with 7 followed up to then.
    const cases = [...times(6, (index) => moved(7 * (index + 1))), ...times(6, () => waiting(60))];
    expect(firstMove(cases)).toEqual({
      title: "Of 12 cases followed, 6 moved up at least once; 6 have not so far",
      sentences: [
        "Half have moved up within 42 days (6 weeks) of their first rating, the cases without a move counted for as long as they were followed (7 cases followed up to then).",
        "6 cases without an upward move (6 open) count up to the last rating and no further; the curve takes them to go on like the cases still followed, which may not be so.",
        DEFINITION,
      ],
    });
  });
  it("says that half is not reached, and how many of 100 have no move by then", () => {
    const words = firstMove([...times(2, () => moved(14)), ...times(6, () => waiting(70))]);
    expect(words.sentences[0]).toBe(
      "Half is not reached: by this count 75 of 100 have no upward move in the 70 days (10 weeks) after their first rating.",
    );
  });
  it("does not say when half had moved where fewer than five cases were followed by then", () => {
    const cases = [...times(4, () => waiting(7)), moved(14), moved(21), moved(28)];
    expect(firstMove(cases).sentences[0]).toBe("Half is reached only where fewer than 5 cases are still followed: too few to say when.");
    expect(firstMove(cases).sentences).toContain("After 7 days fewer than 5 cases are still followed: there the line is dashed.");
  });
  it("of fewer than five cases is a description, without a half", () => {
    const { title, sentences } = firstMove([moved(7), moved(14), waiting(20)]);
    expect(title).toBe("3 cases followed, 2 moved up: fewer than 5 cases, so a description and not a pattern");
    expect(sentences.join(" ")).not.toMatch(/Half|dashed/);
    expect(sentences[0]).toBe(
      "1 case without an upward move (1 open) counts up to the last rating and no further; the curve takes it to go on like the cases still followed, which may not be so.",
    );
  });
  it("cannot tell yet where no case has two ratings, and says why", () =>
    expect(firstMove([coupleCase(weekly([2])), coupleCase(weekly([null]))])).toEqual({
      title: "No case has two rated stages: nothing to follow yet",
      sentences: ["Not followed, and counted apart: 1 never rated and 1 rated once."],
    }));
  it("says of none that moved that it is none so far", () => {
    const { title, sentences } = firstMove(times(6, () => waiting(21)));
    expect(title).toBe("None of 6 cases followed has moved up so far");
    expect(sentences[0]).toBe("Half is not reached: by this count 100 of 100 have no upward move in the 21 days (3 weeks) after their first rating.");
  });
  it("names the day before which cases are left out", () => {
    const before = coupleCase(weekly([2, 3]), { openedOn: "2025-12-01" });
    expect(firstMove([before], { from: "2026-01-01" }).title).toBe("No case opened in these days has two rated stages: nothing to follow yet");
    const words = firstMove([...times(5, () => moved(7)), coupleCase(weekly([2, 3]), { openedOn: "2025-12-01" })], { from: "2026-01-01" });
    expect(words.sentences).toContain("Not followed, and counted apart: 1 opened before 1 Jan.");
    expect(words.title).toBe("Of 5 cases followed, 5 moved up at least once");
  });
});

describe("outcomes in words", () => {
  const closed = (outcome: Outcome | null) => coupleCase([], { status: "closed", closedOn: "2026-06-01", outcome });
  it("tell an ending as an outcome, and leave open cases open", () =>
    expect(outcomeWords(view([...times(3, () => closed("deepened")), closed("ended"), closed("undecided"), coupleCase()]).outcomes)).toEqual({
      title: "5 cases closed: 3 deepened, 1 ended and 1 undecided",
      sentences: [
        "That the relationship ended is an outcome like the others: it says nothing about how the work went.",
        "1 case still open: not in this count, and nothing is said of it.",
      ],
    }));
  it("say that they are few, and which have none recorded", () =>
    expect(outcomeWords(view([closed("shifted"), closed(null)]).outcomes).title).toBe(
      "2 cases closed: 1 shifted and 1 without an outcome (fewer than 5 cases, so a description and not a pattern)",
    ));
  it("cannot tell before a case is closed", () =>
    expect(outcomeWords(view([coupleCase(), coupleCase()]).outcomes)).toEqual({
      title: "No case was closed in these days: nothing to say yet",
      sentences: ["2 cases still open: not in this count, and nothing is said of them."],
    }));
});

describe("themes in words", () => {
  const themed = (...themes: string[]) => coupleCase([occasion({ themes })]);
  it("name the widest one with both counts, and all that are as wide", () => {
    const words = themeWords(view([...times(4, () => themed("unmet-needs")), themed("how-i-show-up"), themed()]));
    expect(words.title).toBe("Explored in most cases: Unmet needs, in 4 of 6 cases and 4 of 6 sessions");
    expect(words.sentences.at(-1)).toBe("1 of 6 sessions has no theme ticked.");
    expect(themeWords(view([themed("unmet-needs"), themed("how-i-show-up")])).title).toBe(
      "Explored in most cases: How I show up and Unmet needs, in 1 of 2 cases and 1 of 2 sessions each (fewer than 5 cases, so a description and not a pattern)",
    );
  });
  it("cannot tell where none is ticked, or no session held", () => {
    expect(themeWords(view([themed()])).title).toBe("No theme is ticked in the only session: nothing to say yet");
    expect(themeWords(view([coupleCase()])).title).toBe("No session held in these days: nothing to say yet");
  });
});

describe("missing ratings in words", () => {
  it("are told of all sessions, each kind for itself", () => {
    const cases = times(5, () => coupleCase([occasion({ stage: 2, climateRated: true }), occasion({ climateRated: true, groundingRated: true })]));
    expect(missingWords(view(cases).missing).title).toBe("Not rated, of 10 sessions: no stage in 5 and no grounding in 5");
  });
  it("say that nothing is missing where nothing is, and that the cases are few", () =>
    expect(missingWords(view([coupleCase([occasion({ stage: 0, climateRated: true, groundingRated: true })])]).missing).title).toBe(
      "A stage, a climate and a grounding are rated in the only session (fewer than 5 cases, so a description and not a pattern)",
    ));
  it("cannot tell before a session is held", () =>
    expect(missingWords(view([]).missing).title).toBe("No session held in these days: nothing to say yet"));
});

describe("one-sided evidence in words", () => {
  const from = (source: "seen" | "told" | "own-words" | "not-recorded") => coupleCase([occasion({ stage: 2, source })]);
  it("is a share of what has a source; the rest is counted apart", () => {
    const words = sourceWords(view([...times(3, () => from("told")), from("seen"), from("own-words"), from("not-recorded")]).sources);
    expect(words.title).toBe("Told by the client alone: 3 of 5 entries about the observing partners, in 6 cases");
    expect(words.sentences[0]).toBe("1 more entry without a source, counted apart.");
  });
  it("is 0 of some, and not nothing, where the client alone told none", () =>
    expect(sourceWords(view([from("seen")]).sources).title).toBe(
      "Told by the client alone: 0 of 1 entry about the observing partners, in 1 case (fewer than 5 cases, so a description and not a pattern)",
    ));
  it("cannot tell where no source is recorded, or nothing at all", () => {
    expect(sourceWords(view([from("not-recorded")]).sources).title).toBe(
      "1 entry about the observing partners, none with a source: too little to say where they come from",
    );
    expect(sourceWords(view([coupleCase(weekly([null]))]).sources).title).toBe(
      "Nothing is recorded about the observing partners in these days: nothing to say yet",
    );
  });
});

describe("what is read at one place of a picture", () => {
  it("of the curve: the share, its rough range, who is followed and what ended there", () => {
    const curve = firstMoveCurve(view([moved(7), ...times(4, () => waiting(14))]).firstMoves.waits);
    const read = curve?.stops.map((stop) => spoken(curveReadout(stop)));
    expect(read?.[0]).toBe("First rating. Without an upward move: 100 of 100. Cases followed up to here: 5");
    // By hand: S = .8, Σ = 1/20, so .8^exp(±1.96·√.05/ln .8) = 20 to 97 of 100.
    expect(read?.[1]).toBe(
      "7 days after the first rating. Without an upward move: 80 of 100. Rough range: 20–97 of 100. Cases followed up to here: 5. 1 case moved up",
    );
    expect(read?.[2]).toMatch(
      /4 cases not followed further: open, without an upward move\. Followed: fewer than 5 cases, so a description and not a pattern$/,
    );
  });
  it("of a month: every stage that has a case, from the top of the ladder down, and not rated by name", () => {
    const { periods } = view([coupleCase(weekly([1])), coupleCase(weekly([4])), coupleCase(weekly([null]))], { to: "2026-03-31" }).stages;
    expect(periods.map((period) => spoken(periodReadout(period)))).toEqual([
      "Mar 2026: 3 cases. open: 1. along for the ride: 1. not rated: 1. Fewer than 5 cases, so a description and not a pattern",
    ]);
  });
});

describe("every sentence across the caseload", () => {
  it("gives no cause, no verdict, no rank, and knows nothing of safety", () => {
    const cases = [...times(4, (index) => moved(7 * index)), ...times(4, () => waiting(30)), coupleCase(weekly([6, 6]))];
    const given = view(cases);
    const all = [
      stagesWords(given),
      firstMove(cases),
      outcomeWords(given.outcomes),
      themeWords(given),
      missingWords(given.missing),
      sourceWords(given.sources),
    ];
    const said = all.flatMap(({ title, sentences }) => [title, ...sentences]).join(" ");
    expect(said).not.toMatch(
      /because|caus|led to|due to|effect|significan|better|worse|best|worst|success|fail|stuck|average|safety|concern|clinicians/i,
    );
  });
});
