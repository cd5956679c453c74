import { describe, expect, it } from "vitest";
import { readingOf } from "#core/import/reading.ts";
import { THEME_WORDS } from "#core/vocabulary/theme.ts";
import { hasReference, referenceFile, unlessAbsent } from "../../reference.ts";
import { counts, guessFor, nothingKnown, planAsGuessed, rowsOf, sheetFrom } from "./given.ts";

const FILE = "data/solo_practice_spreadsheet_MADE_UP.csv";
const theSheet = () => sheetFrom(referenceFile(FILE));

/** Numbers counted by hand in the file. Its twin that runs in any clone is own-practice.test.ts. */
describe.skipIf(!hasReference)(`a therapist's own spreadsheet of four couples${unlessAbsent}`, () => {
  it("brings in 59 sessions: Harbor 17, Elm St. 11, Quiet Fox 24, Núñez 7", async () => {
    expect(counts(planAsGuessed(await theSheet()))).toEqual({ Harbor: 17, "Elm St.": 11, "Quiet Fox": 24, Núñez: 7 });
  });

  it("names the four rows that stay out, and why", async () => {
    const { leftOut } = planAsGuessed(await theSheet());
    expect(leftOut.map(({ row, reason, sameAs }) => [row, reason, sameAs])).toEqual([
      [7, "impossible-day", undefined],
      [14, "repeated", 13],
      [32, "blank", undefined],
      [64, "total", undefined],
    ]);
    expect(leftOut[0]?.cells.slice(0, 2)).toEqual(["31/02/2026", "Harbor"]);
  });

  it("keeps the row of the 11 out of 10 with that one rating missing", async () => {
    const plan = planAsGuessed(await theSheet());
    expect(plan.notes).toEqual([{ row: 22, problem: "out-of-range", header: "Tone (0-10)", text: "11" }]);
    const row = rowsOf(plan, "Elm St.").find((each) => each.row === 22);
    expect(row?.day).toBe("2025-09-25");
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
    expect(days("Harbor").slice(0, 4)).toEqual(["2025-09-15", "2025-09-22", "2025-09-29", "2025-10-06"]);
    expect(days("Elm St.").at(-1)).toBe("2026-02-19");
    expect([days("Quiet Fox")[0], days("Quiet Fox").at(-1)]).toEqual(["2025-09-21", "2026-06-07"]);
    expect(days("Núñez")[0]).toBe("2025-10-08");
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
    const first = rowsOf(planAsGuessed(await theSheet()), "Harbor")[0];
    expect(first?.content.observation).toEqual({ presence: "online", stage: 0, evidence: "refused" });
  });

  it("never makes a rating of n/a, ? or nothing; reads 4/10 as 4, 0 as 0 and 50 min as 50", async () => {
    const rows = rowsOf(planAsGuessed(await theSheet()), "Harbor");
    const ratings = (row: number) =>
      Object.fromEntries(rows.find((each) => each.row === row)?.content.ratings.map(({ track, value }) => [track, value]) ?? []);
    expect(ratings(2)).toEqual({ boundaries: 4, "emotional-climate": 2 });
    expect(ratings(9)).toEqual({ tone: 5, boundaries: null, "emotional-climate": 2 });
    expect(ratings(4)).toEqual({ tone: 3, boundaries: 3, "emotional-climate": 0 });
    expect(ratings(15)).toEqual({ tone: 7, boundaries: 5, "emotional-climate": 4 });
    expect(rows[0]?.content.minutes).toBe(50);
    expect(rows.find((each) => each.row === 12)?.content.minutes).toBeNull();
  });

  it("takes who came for presence and for who sits where", async () => {
    const guess = guessFor(await theSheet());
    const came = guess.columns.find((use) => use.as === "came");
    const meanings = new Map(came?.as === "came" ? came.words.map(({ words, to }) => [words, to]) : []);
    expect(["dana, kit on zoom", "dana + kit", "both", "dana only", "dana", "m. + r.", "m."].map((words) => meanings.get(words))).toEqual([
      "online",
      "in-room",
      "in-room",
      "absent",
      "absent",
      "in-room",
      "absent",
    ]);
    expect(guess.cases.map(({ to }) => to)).toEqual(
      expect.arrayContaining([
        { label: "Harbor", active: "Dana", observing: "Kit" },
        { label: "Elm St.", active: "M.", observing: "R." },
        { label: "Quiet Fox", active: "Priya", observing: "Tom" },
        { label: "Núñez", active: "A.", observing: "J." },
      ]),
    );
    expect(guess.cases).toHaveLength(4);
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
    const rows = rowsOf(planAsGuessed(await theSheet()), "Harbor");
    expect(rows.flatMap(({ content }) => content.shifts).slice(0, 4)).toEqual([
      { kind: "boundary-held", direction: "toward", who: "active", remark: "said no to his mother" },
      { kind: "boundary-held", direction: "toward", who: "active", remark: "said no to his mother" },
      { kind: "partner-asked", direction: "toward", who: "observing", remark: "asked a question in session" },
      { kind: "setback", direction: "away", who: "both", remark: "big fight, setback" },
    ]);
    expect(rows.some(({ content }) => content.shifts.some(({ kind, remark }) => kind === "tone-softened" && remark === "tone softer"))).toBe(true);
  });

  it("keeps notes letter by letter, line breaks and a leading = included", async () => {
    const plan = planAsGuessed(await theSheet());
    const note = (label: string, row: number) => rowsOf(plan, label).find((each) => each.row === row)?.content.note;
    expect(note("Harbor", 19)).toBe('=HYPERLINK("x")? no - his words: "equal"');
    expect(note("Harbor", 20)).toBe('She said: "I stopped chasing for a day".\nHe went quiet, then asked why.');
  });

  it("asks nothing that the file itself answers", async () => {
    expect(readingOf(await theSheet(), { fileName: FILE, known: nothingKnown }).questions).toEqual([]);
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
    expect(Object.values(counts(again))).toEqual([0, 0, 0, 0]);
    expect(again.leftOut.filter(({ reason }) => reason === "already-here")).toHaveLength(59);
    expect(again.leftOut).toHaveLength(63);
  });
});
