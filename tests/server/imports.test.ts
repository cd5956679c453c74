import { describe, expect, it } from "vitest";
import type { ImportMapping, ImportReading } from "#core/contracts/import.ts";
import { storedNote } from "#core/contracts/stored-note.ts";
import { verifyAudit } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { MONITOR_FILES } from "../given-monitor.ts";
import { PRACTICE_SHEET } from "../given-practice-sheet.ts";
import { hasReference, referenceFile, unlessAbsent } from "../reference.ts";
import { givenCase, refusalFrom, requestKey } from "./given.ts";
import { bring, correctFirst, givenImporter, rowCounts, SHEET, upload } from "./given-imports.ts";
import { change } from "./rows.ts";

describe("bringing past work in", () => {
  it("opens the cases of a semicolon sheet with days by dots and decimal commas, and logs its sessions", async () => {
    const { record, clinician } = await givenImporter();
    const { preview, result } = await bring(clinician, upload(SHEET));
    expect(preview.comingIn).toBe(3);
    expect(preview.newThemes).toEqual(["Money", "In-laws"]);
    expect(preview.columnsLeftOut).toEqual(["Money worries"]);
    expect(result.cases.map(({ label, cameIn, opened }) => [label, cameIn, opened])).toEqual([
      ["River", 2, true],
      ["Meadow", 1, true],
    ]);
    const { prisma } = record.services.database.read(NOBODY);
    const river = result.cases[0]?.caseId as string;
    const timeline = await clinician.api.timeline.read({ caseId: river });
    expect(timeline.occasions.map(({ day, kind, attendance, imported }) => [day, kind, attendance, imported])).toEqual([
      ["2026-02-03", "session", "held", true],
      ["2026-02-04", "session", "held", true],
    ]);
    expect(timeline.occasions[0]?.ratings).toContainEqual({ track: "tone", value: 4.5, rater: "clinician" });
    expect(timeline.occasions[0]?.observation).toMatchObject({ presence: "in-room", stage: 2, source: "not-recorded" });
    expect(timeline.occasions[1]?.observation).toMatchObject({ presence: "absent", stage: 0, source: "not-recorded" });
    const shown = await clinician.api.cases.show({ caseId: river });
    expect([shown.active.label, shown.observing.label, shown.openedOn]).toEqual(["Ana", "Ben", "2026-02-03"]);
    const notes = await prisma.note.findMany({ orderBy: { occasion: { day: "asc" } } });
    expect(notes.map(({ sections }) => storedNote.read(sections))).toMatchObject([{ value: { text: "a first hour" } }, { value: { text: "=1+1" } }]);
  });

  it("finds every row here already the second time, under whatever mapping", async () => {
    const { record, clinician } = await givenImporter();
    const { mapping } = await bring(clinician, upload(SHEET));
    const before = await rowCounts(record);
    const again = await clinician.api.imports.commit({ ...upload(SHEET), mapping, requestKey: requestKey() });
    expect([again.batchId, again.cameIn, again.leftOut]).toEqual([null, 0, 3]);
    const { preview, result } = await bring(clinician, upload(SHEET, "copy.csv"), ({ guess }) => ({
      ...guess,
      columns: guess.columns.map((use) => (use.as === "stage" ? { as: "leave-out" } : use)),
    }));
    expect(preview.leftOut.map(({ reason }) => reason)).toEqual(["already-here", "already-here", "already-here"]);
    expect(result.cameIn).toBe(0);
    expect(await rowCounts(record)).toEqual(before);
  });

  it("brings only the new lines of a sheet that has grown, into the same cases", async () => {
    const { clinician } = await givenImporter();
    await bring(clinician, upload(SHEET));
    const grown = `${SHEET}\r\n11.02.2026;river ;6;6;;Ana;;;later`;
    const { result, preview } = await bring(clinician, upload(grown));
    expect(result.cases.map(({ label, cameIn, opened }) => [label, cameIn, opened])).toEqual([["River", 1, false]]);
    expect(preview.cases.map(({ alreadyHere }) => alreadyHere)).toEqual([2, 1]);
  });

  it("answers a retried request as before, and brings nothing twice", async () => {
    const { record, clinician } = await givenImporter();
    const { guess: mapping } = await clinician.api.imports.read(upload(SHEET));
    const input = { ...upload(SHEET), mapping, requestKey: requestKey() };
    const [first, second] = await Promise.all([clinician.api.imports.commit(input), clinician.api.imports.commit(input)]);
    expect(second).toEqual(first);
    expect((await rowCounts(record)).occasion).toBe(3);
  });

  it("does not bring a session back that was corrected since", async () => {
    const { record, clinician } = await givenImporter();
    const { result } = await bring(clinician, upload(SHEET));
    await correctFirst(record, clinician, result.cases[0]?.caseId as string);
    expect((await bring(clinician, upload(SHEET))).result.cameIn).toBe(0);
  });

  it("writes one trail: the import, each case, theme and session, and it verifies", async () => {
    const { record, clinician } = await givenImporter();
    await bring(clinician, upload(SHEET));
    const entries = await record.services.database.read(NOBODY).prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } });
    const tally = new Map<string, number>();
    for (const { action } of entries) tally.set(action, (tally.get(action) ?? 0) + 1);
    expect(Object.fromEntries(tally)).toEqual({ "import.brought-in": 1, "case.opened": 2, "theme.added": 2, "session.imported": 3 });
    const verdict = await verifyAudit(record.services.database, record.services.keys.audit);
    expect(verdict).toEqual({ sound: true, entries: 8 });
  });

  it("leaves nothing of an import that fails in the middle", async () => {
    const { record, clinician } = await givenImporter();
    const before = await rowCounts(record);
    const full = `CREATE TRIGGER "full" BEFORE INSERT ON "note" WHEN NEW."sections" LIKE '%=1+1%' BEGIN SELECT RAISE(ABORT, 'no room'); END`;
    await change(record.services.database, full);
    const { guess: mapping } = await clinician.api.imports.read(upload(SHEET));
    await expect(clinician.api.imports.commit({ ...upload(SHEET), mapping, requestKey: requestKey() })).rejects.toThrow();
    expect(await rowCounts(record)).toEqual(before);
    expect(await clinician.api.imports.list()).toEqual([]);
  });

  it("says so when nothing may be brought in yet, at the column", async () => {
    const { clinician } = await givenImporter();
    const file = upload("Date,Couple,Tone\n03/04/2026,River,4\n04/05/2026,River,5");
    const { guess, questions, ambiguousDay } = await clinician.api.imports.read(file);
    expect([questions, ambiguousDay]).toEqual([["date-order"], "03/04/2026"]);
    expect(await refusalFrom(clinician.api.imports.preview({ ...file, mapping: guess }))).toBe("import-not-ready");
    const days = async (dateOrder: "day-first" | "month-first") =>
      (await clinician.api.imports.preview({ ...file, mapping: { ...guess, dateOrder } })).cases.map(({ firstDay, lastDay }) => [firstDay, lastDay]);
    expect(await days("day-first")).toEqual([["2026-04-03", "2026-05-04"]]);
    expect(await days("month-first")).toEqual([["2026-03-04", "2026-04-05"]]);
  });
});

describe("somebody else's import and cases", () => {
  it("are not found, and stay", async () => {
    const { record, clinician } = await givenImporter();
    const { result, mapping } = await bring(clinician, upload(SHEET));
    const before = await rowCounts(record);
    const caseId = result.cases[0]?.caseId as string;
    const theirs = { ...mapping, cases: [{ words: "river", to: { caseId } }] };
    for (const practiceId of [clinician.practiceId, await record.addPractice({ name: "Elsewhere" })]) {
      const stranger = await record.addClinician({ practiceId });
      const { api } = stranger;
      expect(await api.imports.list()).toEqual([]);
      expect(await refusalFrom(api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() }))).toBe("not-found");
      const asGuessed = { ...theirs, columns: theirs.columns.map((use) => (use.as === "themes" ? { as: "leave-out" as const } : use)) };
      expect(await refusalFrom(api.imports.preview({ ...upload(SHEET), mapping: asGuessed }))).toBe("not-found");
      expect(await refusalFrom(api.imports.commit({ ...upload(SHEET), mapping: asGuessed, requestKey: requestKey() }))).toBe("not-found");
    }
    for (const api of [record.asNobody, clinician.lockedApi]) {
      const code = api === record.asNobody ? "not-signed-in" : "locked";
      expect(await refusalFrom(api.imports.read(upload(SHEET)))).toBe(code);
      expect(await refusalFrom(api.imports.preview({ ...upload(SHEET), mapping }))).toBe(code);
      expect(await refusalFrom(api.imports.commit({ ...upload(SHEET), mapping, requestKey: requestKey() }))).toBe(code);
      expect(await refusalFrom(api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() }))).toBe(code);
    }
    const counts = await rowCounts(record);
    expect([counts.occasion, counts.couple_case]).toEqual([before.occasion, before.couple_case]);
  });
});

/** Sessions a case as counted by hand. */
const SPREADSHEETS = [
  { name: "typed in", isAbsent: false, content: () => Buffer.from(PRACTICE_SHEET), sessions: { Maple: 5, "Mill Rd.": 2, Ñandú: 2 } },
  {
    name: `from the reference folder${unlessAbsent}`,
    isAbsent: !hasReference,
    content: () => referenceFile("data/solo_practice_spreadsheet_MADE_UP.csv"),
    sessions: { Harbor: 17, "Elm St.": 11, "Quiet Fox": 24, Núñez: 7 },
  },
];

for (const { name, isAbsent, content, sessions } of SPREADSHEETS)
  describe.skipIf(isAbsent)(`a therapist's own spreadsheet, ${name}`, () => {
    it("brings its sessions into their cases, twice without a duplicate, and out again", async () => {
      const { record, clinician } = await givenImporter();
      const before = await rowCounts(record);
      const file = upload(content(), "solo.csv");
      const { result } = await bring(clinician, file);
      expect(result.cases.map(({ label, cameIn }) => [label, cameIn])).toEqual(Object.entries(sessions));
      expect((await bring(clinician, file)).result.cameIn).toBe(0);
      const { prisma } = record.services.database.read(NOBODY);
      expect(await prisma.occasion.count({ where: { kind: "session", standing: "current" } })).toBe(
        Object.values(sessions).reduce((sum, count) => sum + count),
      );
      const sources = await prisma.observation.findMany({ where: { stage: { not: null } }, distinct: ["source"], select: { source: true } });
      expect(sources).toEqual([{ source: "not-recorded" }]);
      expect(await prisma.shift.findMany({ distinct: ["source"], select: { source: true } })).toEqual([{ source: "not-recorded" }]);
      await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
      expect(await rowCounts(record)).toEqual(before);
    });
  });

for (const { name, isAbsent, content, trackNames } of MONITOR_FILES)
  describe.skipIf(isAbsent)(`one client's self-monitoring, ${name}`, () => {
    it("brings 38 measurements on its tracks into one case, twice without a duplicate, and no session", async () => {
      const { record, clinician } = await givenImporter();
      const caseId = await givenCase(clinician, "River");
      const before = await rowCounts(record);
      const file = upload(content(), "monitor.csv");
      const intoRiver = ({ guess }: ImportReading): ImportMapping => ({ ...guess, cases: [{ words: "", to: { caseId } }] });
      const { result, preview } = await bring(clinician, file, intoRiver);
      expect([result.kind, result.cameIn, preview.newTracks]).toEqual(["measurements", 38, trackNames]);
      expect((await bring(clinician, file, intoRiver)).result.cameIn).toBe(0);
      const { occasions, tracks } = await clinician.api.timeline.read({ caseId });
      expect(occasions.filter(({ kind }) => kind === "measurement")).toHaveLength(38);
      expect(occasions.filter(({ kind }) => kind === "session")).toHaveLength(0);
      const negative = tracks.find(({ name }) => name === "Negative affect");
      expect(occasions[0]?.ratings.find(({ track }) => track === negative?.track)?.value).toBe(4.85714285714286);
      expect((await clinician.api.cases.show({ caseId })).sessionsHeld).toBe(0);
      const other = await givenCase(clinician, "Meadow");
      expect((await clinician.api.timeline.read({ caseId: other })).tracks.filter(({ builtIn }) => !builtIn)).toEqual([]);
      await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
      expect((await rowCounts(record)).track).toBe(before.track);
      expect((await rowCounts(record)).rating).toBe(before.rating);
    });
  });
