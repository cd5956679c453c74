import { expect, it } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { givenCase, refusalFrom } from "./given.ts";
import { openRecord } from "./harness.ts";

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me, "Harbor");
  const entries = async () => {
    const select = { action: true, objectType: true, objectId: true, caseId: true, actorId: true };
    const where = { objectType: "chart" };
    return record.services.database.read(NOBODY).prisma.auditEntry.findMany({ where, select, orderBy: { sequence: "asc" } });
  };
  return { me, caseId, entries };
}

it("leaves one entry for each chart taken along: which, as what, of which case, by whom", async () => {
  const { me, caseId, entries } = await given();
  await me.api.timeline.noteDownload({ caseId, chart: "timeline", kind: "svg" });
  await me.api.caseload.noteDownload({ chart: "insights", kind: "png" });
  const by = { action: "chart.downloaded", objectType: "chart", actorId: me.clinicianId };
  expect(await entries()).toEqual([
    { ...by, objectId: "timeline.svg", caseId },
    { ...by, objectId: "insights.png", caseId: null },
  ]);
});

it("says of a printed chart that it was printed", async () => {
  const { me, caseId, entries } = await given();
  await me.api.timeline.noteDownload({ caseId, chart: "ripple", kind: "paper" });
  await me.api.caseload.noteDownload({ chart: "insights", kind: "paper" });
  expect((await entries()).map(({ action, objectId, caseId: of }) => [action, objectId, of])).toEqual([
    ["chart.printed", "ripple.paper", caseId],
    ["chart.printed", "insights.paper", null],
  ]);
});

it("takes no words for the name of a chart: the trail holds codes alone", async () => {
  const { me, caseId, entries } = await given();
  const words = "Harbor, before the separation" as "timeline";
  expect(await refusalFrom(me.api.timeline.noteDownload({ caseId, chart: words, kind: "svg" }))).toBe("bad-input");
  expect(await entries()).toEqual([]);
});
