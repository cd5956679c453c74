import { describe, expect, it } from "vitest";
import { givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { AFTERWARDS, bring, correctFirst, givenImporter, rowCounts, SHEET, upload } from "./given-imports.ts";

describe("undoing an import", () => {
  it("leaves the record with the very rows it had before, and lets the file come in again", async () => {
    const { record, clinician } = await givenImporter();
    await givenSession(clinician, await givenCase(clinician, "Meadow"));
    const before = await rowCounts(record);
    const { result } = await bring(clinician, upload(SHEET));
    expect((await rowCounts(record)).occasion).toBe((before.occasion as number) + 3);
    const undone = await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
    expect(undone).toEqual({ removed: 3, kept: [], casesKept: [] });
    expect(await rowCounts(record)).toEqual(before);
    expect((await clinician.api.imports.list()).map(({ undoneAt }) => undoneAt)).toEqual([AFTERWARDS]);
    expect((await bring(clinician, upload(SHEET))).result.cameIn).toBe(3);
  });

  it("keeps and names the session that was corrected since, its case, and what it names", async () => {
    const { record, clinician } = await givenImporter();
    const { result } = await bring(clinician, upload(SHEET));
    const river = result.cases[0]?.caseId as string;
    const sessionId = await correctFirst(record, clinician, river);
    const undone = await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
    expect(undone.removed).toBe(2);
    expect(undone.kept).toEqual([{ caseId: river, caseLabel: "River", sessionId, day: "2026-02-03" }]);
    expect(undone.casesKept).toEqual([{ caseId: river, label: "River" }]);
    expect((await clinician.api.cases.list()).map(({ label }) => label)).toEqual(["River"]);
    expect(
      (await clinician.api.practice.themes())
        .filter(({ builtIn }) => !builtIn)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["In-laws", "Money"]);
  });

  it("keeps a case that holds other work by now", async () => {
    const { clinician } = await givenImporter();
    const { result } = await bring(clinician, upload(SHEET));
    const meadow = result.cases[1]?.caseId as string;
    await clinician.api.goals.add({ caseId: meadow, requestKey: requestKey(), wording: "say it before it boils", openedOn: "2026-03-02" });
    const undone = await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
    expect([undone.removed, undone.casesKept.map(({ label }) => label)]).toEqual([3, ["Meadow"]]);
  });

  it("keeps a case in which a day was marked since, or a track chosen to watch it on, and names it", async () => {
    const { record, clinician } = await givenImporter();
    const { result } = await bring(clinician, upload(SHEET));
    const [river, meadow] = result.cases.map(({ caseId }) => caseId) as [string, string];
    await clinician.api.markedDays.mark({ caseId: river, requestKey: requestKey(), day: "2026-02-04", wording: "Moved house", origin: "day" });
    const tracks = [{ track: "tone", rater: "clinician" as const }];
    await clinician.api.focus.choose({ caseId: meadow, requestKey: requestKey(), tracks });
    const undone = await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
    expect([undone.removed, undone.casesKept.map(({ label }) => label).sort()]).toEqual([3, ["Meadow", "River"]]);
    const { focus_track, marked_day } = await rowCounts(record);
    expect([focus_track, marked_day]).toEqual([1, 1]);
  });

  it.each([
    ["is watched on", false],
    ["was watched on for a while", true],
  ])("keeps the track that a case %s", async (_, droppedSince) => {
    const { clinician } = await givenImporter();
    const caseId = await givenCase(clinician, "River");
    const worries = { as: "new-track", name: "Money worries", lowest: 0, highest: 10, better: "lower", rater: "active" } as const;
    const { result } = await bring(clinician, upload(SHEET), ({ guess }) => ({ ...guess, columns: guess.columns.with(7, worries) }));
    const own = async () => (await clinician.api.timeline.read({ caseId })).tracks.find(({ builtIn }) => !builtIn);
    const { track } = (await own()) ?? { track: "the import brought no track" };
    await clinician.api.focus.choose({ caseId, requestKey: requestKey(), tracks: [{ track, rater: "active" }] });
    if (droppedSince) await clinician.api.focus.choose({ caseId, requestKey: requestKey(), tracks: [] });
    await clinician.api.imports.undo({ batchId: result.batchId as string, requestKey: requestKey() });
    expect(await own()).toMatchObject({ track, name: "Money worries" });
  });

  it("is refused the second time", async () => {
    const { clinician } = await givenImporter();
    const { result } = await bring(clinician, upload(SHEET));
    const batchId = result.batchId as string;
    await clinician.api.imports.undo({ batchId, requestKey: requestKey() });
    expect(await refusalFrom(clinician.api.imports.undo({ batchId, requestKey: requestKey() }))).toBe("import-undone");
  });
});
