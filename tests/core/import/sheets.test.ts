import { describe, expect, it } from "vitest";
import type { ImportMapping } from "#core/contracts/import.ts";
import { mappingFaults } from "#core/import/mapping-faults.ts";
import { readingOf, withRemembered } from "#core/import/reading.ts";
import { counts, guessFor, nothingKnown, planAsGuessed, rowsOf, sheetFrom } from "./given.ts";

/** As a therapist in Europe keeps it: semicolons, DD.MM.YYYY, decimal commas, CRLF. */
const EUROPEAN = [
  "Date;Case;Start;Duration;Attendance;Tone;Boundaries;Stage;Themes;Sleep;Notes",
  "03.02.2026;Lindenhof;17:30;50;held;4,5;3;2;money, in-laws;6,5;first",
  "10.02.2026;Lindenhof;17:30;1 h 20;held;5,25;4;3;money;7;",
  "17.02.2026;Lindenhof;;;cancelled;;;;;;flu",
  "24.02.2026;Lindenhof;17:30;50;no-show;7;;;;;",
  "29.02.2026;Lindenhof;17:30;50;held;6;4;3;;;",
].join("\r\n");

describe("a sheet with semicolons, days by dots and decimal commas", () => {
  it("comes in undistorted, cancelled hours and no-shows as what they are", async () => {
    const plan = planAsGuessed(await sheetFrom(EUROPEAN));
    expect(rowsOf(plan, "Lindenhof").map(({ day, content }) => [day, content.attendance, content.startTime, content.minutes])).toEqual([
      ["2026-02-03", "held", "17:30", 50],
      ["2026-02-10", "held", "17:30", 80],
      ["2026-02-17", "cancelled", null, null],
      ["2026-02-24", "no-show", "17:30", 50],
    ]);
    expect(rowsOf(plan, "Lindenhof")[1]?.content.ratings).toContainEqual({ track: "tone", value: 5.25, rater: "clinician" });
    expect(plan.leftOut.map(({ row, reason }) => [row, reason])).toEqual([[6, "impossible-day"]]);
    // A no-show was not rated: what stands there is named, not kept.
    expect(plan.notes).toEqual([{ row: 5, problem: "not-held", header: "Tone", text: "7" }]);
  });

  it("asks nothing about its dates", async () => {
    expect(readingOf(await sheetFrom(EUROPEAN), { fileName: "x.csv", known: nothingKnown }).questions).toEqual([]);
  });

  it("brings a rating of its own in on a new track, where the therapist says so", async () => {
    const sheet = await sheetFrom(EUROPEAN);
    const guess = guessFor(sheet);
    const sleep = { as: "new-track", name: "Sleep", lowest: 0, highest: 7, better: "higher", rater: "active" } as const;
    const columns = guess.columns.map((use, at) => (at === 9 ? sleep : use));
    const plan = planAsGuessed(sheet, { mapping: { columns } });
    expect(rowsOf(plan, "Lindenhof")[0]?.content.ratings).toContainEqual({ track: { column: 9 }, value: 6.5, rater: "active" });
  });
});

describe("a row that is here already", () => {
  const here = (fingerprints: string[], label = "River") => ({
    ground: { cases: [{ id: "c", label, status: "active" as const, fingerprints: new Set(fingerprints), days: new Set<string>() }] },
  });
  const fingerprintOf = async (text: string) => rowsOf(planAsGuessed(await sheetFrom(text)), "River")[0]?.fingerprint as string;

  it("is known again when a spreadsheet program rewrote its date, its numbers and its columns", async () => {
    const first = await fingerprintOf("Date,Couple,Tone,Notes\n2026-03-02,River,4.50,a  word\n2026-03-29,River,5,");
    const again = await sheetFrom("Couple;Notes;Tone;Date\nriver;a word;4,5;02.03.2026\nriver;;5;29.03.2026");
    expect(planAsGuessed(again, here([first])).leftOut.map(({ reason }) => reason)).toEqual(["already-here"]);
  });

  it("is another row in another case, or with another word", async () => {
    const first = await fingerprintOf("Date,Couple,Notes\n2026-03-02,River,a\n2026-03-29,River,b");
    const other = await sheetFrom("Date,Couple,Notes\n2026-03-02,Meadow,a\n2026-03-02,River,c\n2026-03-29,River,b");
    expect(counts(planAsGuessed(other, here([first])))).toEqual({ Meadow: 1, River: 2 });
  });
});

describe("what only the therapist can say", () => {
  const map = async (text: string, change: Partial<ImportMapping> = {}) => ({ ...guessFor(await sheetFrom(text)), ...change });
  const codes = (mapping: ImportMapping, needsDateOrder = false) => mappingFaults(mapping, { needsDateOrder }).map(({ code }) => code);

  it("is asked for before anything comes in", async () => {
    const mapping = await map("Date,Tone\n03/04/2026,4");
    expect(codes(mapping, true)).toEqual(["date-order", "no-case"]);
    expect(codes({ ...mapping, dateOrder: "day-first", cases: [{ words: "", to: { caseId: "c" } }] }, true)).toEqual([]);
  });

  it("is asked for where two columns say the same, or a new track has no range", async () => {
    const mapping = await map("Date,Couple,A,B\n2026-03-02,River,1,2\n2026-03-03,River,1,2");
    const rating = { as: "rating", track: "tone", rater: "clinician" } as const;
    expect(codes({ ...mapping, columns: [...mapping.columns.slice(0, 2), rating, rating] })).toEqual(["used-twice"]);
    expect(codes({ ...mapping, columns: [...mapping.columns.slice(0, 2), rating, { ...rating, rater: "active" }] })).toEqual([]);
    const track = { as: "new-track", name: "A", lowest: 5, highest: 5, better: "higher", rater: "clinician" } as const;
    expect(codes({ ...mapping, columns: [...mapping.columns.slice(0, 2), track, { ...track, lowest: 0 }] })).toEqual(["range"]);
  });

  it("is remembered for the next file of the same columns; new words keep their guess", async () => {
    const reading = async (text: string) => readingOf(await sheetFrom(text), { fileName: "x.csv", known: nothingKnown });
    const first = await reading("Date,Couple,Engaged\n2026-03-02,River,meh\n2026-03-09,River,listening");
    const words = [{ words: "meh", to: 1 as const }];
    const earlier = { ...first.guess, columns: first.guess.columns.map((use) => (use.as === "stage" ? { as: "stage" as const, words } : use)) };
    const sheet = await sheetFrom("Date,Couple,Engaged\n2026-03-16,River,meh\n2026-03-23,River,curious");
    const next = withRemembered(readingOf(sheet, { fileName: "x.csv", known: nothingKnown }), earlier, { sheet, known: nothingKnown });
    expect(next.guess.columns[2]).toEqual({
      as: "stage",
      words: [
        { words: "meh", to: 1 },
        { words: "curious", to: 3 },
      ],
    });
  });
});

describe("rows that stay out", () => {
  it("are named one by one: a title, a day to come, no case, a closed case", async () => {
    const sheet = await sheetFrom(
      "My cases 2026\nDate,Couple,Notes\n2026-12-24,River,later\n2026-03-02,,who?\n2026-03-03,Old,x\nsoon,River,x\n,River,x\n2026-03-04,River,x",
    );
    const closed = { id: "old", label: "Old", status: "closed" as const, fingerprints: new Set<string>(), days: new Set<string>() };
    const plan = planAsGuessed(sheet, { ground: { cases: [closed] } });
    expect(plan.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "above-header"],
      [3, "future-day"],
      [4, "no-case"],
      [5, "case-closed"],
      [6, "unreadable-day"],
      [7, "no-day"],
    ]);
    expect(counts(plan)).toEqual({ River: 1, Old: 0 });
  });

  it("sorts ten thousand rows in seconds, each with a case of its own", async () => {
    const rows = Array.from({ length: 9_999 }, (_, at) => `2026-03-${String((at % 28) + 1).padStart(2, "0")},Case ${at},note ${at}`);
    const plan = planAsGuessed(await sheetFrom(["Date,Couple,Notes", ...rows].join("\n")), {
      mapping: { columns: [{ as: "day" }, { as: "case" }, { as: "note" }], cases: [] },
    });
    expect(plan.cases).toHaveLength(9_999);
  }, 10_000);
});
