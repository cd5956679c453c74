import { describe, expect, it } from "vitest";
import { givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";

describe("a track of the practice's own", () => {
  it("is offered no more once archived, yet its ratings stay on the timeline of the case that has them", async () => {
    const me = await (await openRecord()).addClinician({ role: "owner" });
    const [rated, unrated] = [await givenCase(me, "Elm"), await givenCase(me, "Cedar")];
    const { trackId } = await me.api.practice.addTrack({
      requestKey: requestKey(),
      name: "Nights slept well",
      lowest: 0,
      highest: 7,
      better: "higher",
    });
    await givenSession(me, rated, { ratings: [{ track: trackId, value: 0, rater: "active" }] });
    await me.api.practice.changeTrack({ trackId, name: "Nights slept well", archived: true });
    const tracksOf = async (caseId: string) => (await me.api.timeline.read({ caseId })).tracks.map((each) => each.track);
    expect(await tracksOf(rated)).toContain(trackId);
    expect(await tracksOf(unrated)).not.toContain(trackId);
    expect((await me.api.cases.show({ caseId: rated })).tracks.map((each) => each.track)).not.toContain(trackId);
  });

  it("keeps a value as it was given, on its own scale, and refuses one off it", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const { trackId } = await me.api.practice.addTrack({ requestKey: requestKey(), name: "Intimacy", lowest: 1, highest: 7, better: "higher" });
    await givenSession(me, caseId, { ratings: [{ track: trackId, value: 4.85714285714286, rater: "active" }] });
    const { occasions } = await me.api.timeline.read({ caseId });
    expect(occasions[0]?.ratings).toEqual([{ track: trackId, value: 4.85714285714286, rater: "active" }]);
    expect(await refusalFrom(givenSession(me, caseId, { ratings: [{ track: trackId, value: 7.1, rater: "active" }] }))).toBe("value-out-of-range");
  });

  it("of another practice is unknown", async () => {
    const record = await openRecord();
    const me = await record.addClinician();
    const other = await record.addClinician({ practiceId: await record.addPractice({ name: "Elsewhere" }) });
    const { trackId } = await other.api.practice.addTrack({ requestKey: requestKey(), name: "Theirs", lowest: 0, highest: 10, better: "higher" });
    const caseId = await givenCase(me);
    expect(await refusalFrom(givenSession(me, caseId, { ratings: [{ track: trackId, value: 5, rater: "clinician" }] }))).toBe("unknown-track");
  });
});
