import { describe, expect, it } from "vitest";
import { daysBetween } from "#core/day.ts";
import { readingOf } from "#core/import/reading.ts";
import { MONITOR_FILES } from "../../given-monitor.ts";
import { hasReference, referenceFile, unlessAbsent } from "../../reference.ts";
import { nothingKnown, planAsGuessed, rowsOf, sheetFrom } from "./given.ts";

for (const { name, isAbsent, content, tracks, first: firstValues } of MONITOR_FILES)
  describe.skipIf(isAbsent)(`38 measurements of one client, ${name}`, () => {
    const theSheet = () => sheetFrom(content());

    it("come in as 38 measurements on the tracks of one case, and as no session", async () => {
      const plan = planAsGuessed(await theSheet());
      const rows = rowsOf(plan, "River");
      expect(plan.cases).toHaveLength(1);
      expect(rows).toHaveLength(38);
      expect(new Set(rows.map(({ content }) => content.kind))).toEqual(new Set(["measurement"]));
      expect(rows.every(({ content }) => content.ratings.length === tracks.length && content.attendance === null)).toBe(true);
      expect(plan.leftOut).toEqual([]);
      expect(plan.notes).toEqual([]);
    });

    it("are read as what they are: the count and the second date column rate nothing", async () => {
      const { columns, guess, questions } = readingOf(await theSheet(), { fileName: "monitor.csv", known: nothingKnown });
      expect(guess.kind).toBe("measurements");
      expect(columns.map(({ header, guess: use, because }) => [header, use.as, because])).toEqual([
        ["time", "day", "values"],
        ["datetime", "leave-out", "same-day-again"],
        ["measurementNumber", "leave-out", "counts-the-rows"],
        ...tracks.map((header) => [header, "new-track", "values"]),
      ]);
      expect(guess.dateOrder).toBe("day-first");
      // Whose numbers these are, only the therapist can say.
      expect(questions).toEqual(["which-case"]);
    });

    it("stand in the order of their days, across the long gap, whatever their order in the file", async () => {
      const days = rowsOf(planAsGuessed(await theSheet()), "River").map(({ day }) => day);
      expect([days[0], days.at(-1)]).toEqual(["2014-05-14", "2015-03-07"]);
      const gaps = days.slice(1).map((day, at) => daysBetween(days[at] as string, day));
      expect(gaps.every((gap) => gap >= 0)).toBe(true);
      expect(Math.max(...gaps)).toBe(106);
      expect(days[days.indexOf("2014-11-02") + 1]).toBe("2015-02-16");
    });

    it("keep their values undistorted", async () => {
      const [first] = rowsOf(planAsGuessed(await theSheet()), "River");
      expect(first?.content.ratings.map(({ value }) => value)).toEqual(firstValues);
    });
  });

describe.skipIf(!hasReference)(`a sheet with one line a person, from the reference folder${unlessAbsent}`, () => {
  it("is not forced into sessions: it has no days, and says so", async () => {
    const sheet = await sheetFrom(referenceFile("data/sgdata_bad_headers_SYNTHETIC.csv"));
    const { questions, columns, guess } = readingOf(sheet, { fileName: "x.csv", known: nothingKnown });
    expect(questions).toEqual(["no-day-column", "one-line-a-person"]);
    expect(columns).toHaveLength(31);
    expect(guess.columns.some((use) => use.as === "day")).toBe(false);
    expect(columns[0]?.because).toBe("counts-the-rows");
  });
});

/** Six made-up people, each with a depression score of twelve weeks and at a later visit, one of them missed. */
describe("a sheet with one line a person, typed in", () => {
  it("is not forced into sessions: it has no days, and says so", async () => {
    const weeks = Array.from({ length: 12 }, (_, week) => `wk${week + 1}bdi`);
    const lines = [33, 26, 19, 31, 22, 28].map((start, person) => [
      person + 1,
      start,
      ...weeks.map((__, week) => (person === 1 && week === 4 ? "" : start - 2 * week)),
      12 - person,
    ]);
    const sheet = await sheetFrom([["id", "bdi_intake", ...weeks, "bdi_followup"], ...lines].map((line) => line.join(",")).join("\n"));
    const { questions, columns, guess } = readingOf(sheet, { fileName: "x.csv", known: nothingKnown });
    expect(questions).toEqual(["no-day-column", "one-line-a-person"]);
    expect(columns).toHaveLength(15);
    expect(guess.columns.some((use) => use.as === "day")).toBe(false);
    expect(columns[0]?.because).toBe("counts-the-rows");
  });
});
