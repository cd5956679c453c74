import { describe, expect, it } from "vitest";
import { readingOf } from "#core/import/reading.ts";
import { THEME_WORDS } from "#core/vocabulary/theme.ts";
import { PRACTICE_SHEET } from "../../given-practice-sheet.ts";
import { counts, guessFor, nothingKnown, planAsGuessed, rowsOf, sheetFrom } from "./given.ts";

const theSheet = () => sheetFrom(PRACTICE_SHEET);

/** The twin of solo-practice.test.ts that runs in any clone. */
describe("a therapist's own spreadsheet of three couples", () => {
  it("brings in 9 sessions: Maple 5, Mill Rd. 2, Ñandú 2", async () => {
    expect(counts(planAsGuessed(await theSheet()))).toEqual({ Maple: 5, "Mill Rd.": 2, Ñandú: 2 });
  });

  it("names the four rows that stay out, and why", async () => {
    const { leftOut } = planAsGuessed(await theSheet());
    expect(leftOut.map(({ row, reason, sameAs }) => [row, reason, sameAs])).toEqual([
      [4, "impossible-day", undefined],
      [6, "repeated", 5],
      [11, "blank", undefined],
      [14, "total", undefined],
    ]);
    expect(leftOut[0]?.cells.slice(0, 2)).toEqual(["30/02/2026", "Maple"]);
  });

  it("keeps the row of the 11 out of 10 with that one rating missing", async () => {
    const plan = planAsGuessed(await theSheet());
    expect(plan.notes).toEqual([{ row: 9, problem: "out-of-range", header: "Tone (0-10)", text: "11" }]);
    const row = rowsOf(plan, "Mill Rd.").find((each) => each.row === 9);
    expect(row?.day).toBe("2026-03-05");
    expect(row?.content.ratings.map(({ track, value }) => [track, value])).toEqual([
      ["boundaries", 4],
      ["emotional-climate", 3],
    ]);
  });

  it("reads each couple's own way of writing a day, month first where it is in doubt", async () => {
    const sheet = await theSheet();
    expect(guessFor(sheet).dateOrder).toBe("month-first");
    const plan = planAsGuessed(sheet);
    const days = (label: string) => rowsOf(plan, label).map(({ day }) => day);
    expect(days("Maple")).toEqual(["2026-02-16", "2026-02-23", "2026-03-09", "2026-03-16", "2026-03-23"]);
    expect(days("Mill Rd.")).toEqual(["2026-03-05", "2026-03-19"]);
    expect(days("Ñandú")).toEqual(["2026-04-05", "2026-04-12"]);
  });

  it("guesses the seven words for engagement, and keeps them as the evidence", async () => {
    const stage = guessFor(await theSheet()).columns.find((use) => use.as === "stage");
    const meanings = stage?.as === "stage" ? Object.fromEntries(stage.words.map(({ words, to }) => [words, to])) : {};
    expect(meanings).toEqual({
      refused: 0,
      "just sat there": 1,
      listening: 2,
      "curious!": 3,
      "opened up": 4,
      "tried the exercise": 5,
      "fully in": 6,
    });
    const first = rowsOf(planAsGuessed(await theSheet()), "Maple")[0];
    expect(first?.content.observation).toEqual({ presence: "online", stage: 0, evidence: "refused" });
  });

  it("never makes a rating of n/a, ? or nothing; reads 4/10 as 4, 0 as 0 and 50 min as 50", async () => {
    const rows = rowsOf(planAsGuessed(await theSheet()), "Maple");
    const ratings = (row: number) =>
      Object.fromEntries(rows.find((each) => each.row === row)?.content.ratings.map(({ track, value }) => [track, value]) ?? []);
    expect(ratings(2)).toEqual({ boundaries: 4, "emotional-climate": 2 });
    expect(ratings(5)).toEqual({ tone: null, boundaries: null, "emotional-climate": 4 });
    expect(ratings(3)).toEqual({ tone: 3, boundaries: 3, "emotional-climate": 0 });
    expect(ratings(7)).toEqual({ tone: 7, boundaries: 5, "emotional-climate": 4 });
    expect(rows[0]?.content.minutes).toBe(50);
    expect(rows.find((each) => each.row === 7)?.content.minutes).toBeNull();
  });

  it("takes who came for presence and for who sits where", async () => {
    const guess = guessFor(await theSheet());
    const came = guess.columns.find((use) => use.as === "came");
    const meanings = new Map(came?.as === "came" ? came.words.map(({ words, to }) => [words, to]) : []);
    expect(["lena, ivo on zoom", "lena + ivo", "both", "lena only", "lena", "t. + s.", "t. only"].map((words) => meanings.get(words))).toEqual([
      "online",
      "in-room",
      "in-room",
      "absent",
      "absent",
      "in-room",
      "absent",
    ]);
    expect(guess.cases.map(({ to }) => to)).toEqual([
      { label: "Maple", active: "Lena", observing: "Ivo" },
      { label: "Mill Rd.", active: "T.", observing: "S." },
      { label: "Ñandú", active: "Noor", observing: "Pau" },
    ]);
  });

  it("finds the built-in themes in the therapist's words and keeps in-laws and money as themes of their own", async () => {
    const themes = guessFor(await theSheet()).columns.find((use) => use.as === "themes");
    const named =
      themes?.as === "themes"
        ? themes.words.map(({ words, to }) => [words, to && ("theme" in to ? THEME_WORDS[to.theme as never] : to.newTheme)])
        : [];
    expect(Object.fromEntries(named)).toEqual({
      "how i show up": "How I show up",
      triggers: "Emotional triggers",
      "unmet needs": "Unmet needs",
      "pattern: i chase, he withdraws": "Patterns I reinforce",
      "old beliefs re trust": "Old beliefs (love, trust, intimacy)",
      "in-laws": "In-laws",
      money: "Money",
    });
  });

  it("makes shifts of the shift column and keeps the words as their remark", async () => {
    const rows = rowsOf(planAsGuessed(await theSheet()), "Maple");
    expect(rows.flatMap(({ content }) => content.shifts)).toEqual([
      { kind: "boundary-held", direction: "toward", who: "active", remark: "said no to her sister" },
      { kind: "partner-asked", direction: "toward", who: "observing", remark: "asked a question in session" },
      { kind: "setback", direction: "away", who: "both", remark: "big fight, setback" },
      expect.objectContaining({ kind: "tone-softened", remark: "tone softer" }),
    ]);
  });

  it("keeps notes letter by letter, line breaks and a leading = included", async () => {
    const plan = planAsGuessed(await theSheet());
    const note = (row: number) => rowsOf(plan, "Maple").find((each) => each.row === row)?.content.note;
    expect(note(7)).toBe('=SUM(1)? no - her words: "enough"');
    expect(note(8)).toBe('He said: "I waited for a day".\nShe went quiet, then asked why.');
  });

  it("asks nothing that the file itself answers", async () => {
    expect(readingOf(await theSheet(), { fileName: "past.csv", known: nothingKnown }).questions).toEqual([]);
  });

  it("finds every row here already when the same file comes again", async () => {
    const sheet = await theSheet();
    const first = planAsGuessed(sheet);
    const cases = first.cases.map(({ label, rows }, at) => ({
      id: `case-${at}`,
      label: label.toUpperCase(),
      status: "active" as const,
      fingerprints: new Set(rows.map((row) => row.fingerprint)),
      days: new Set<string>(),
    }));
    const again = planAsGuessed(sheet, { ground: { cases } });
    expect(Object.values(counts(again))).toEqual([0, 0, 0]);
    expect(again.leftOut.filter(({ reason }) => reason === "already-here")).toHaveLength(9);
    expect(again.leftOut).toHaveLength(13);
  });
});
