import { describe, expect, it } from "vitest";
import type { TryStanding } from "#core/vocabulary/case.ts";
import { givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";

async function givenThings() {
  const me = await (await openRecord()).addClinician();
  const caseId = await givenCase(me);
  const { goalId } = await me.api.goals.add({ caseId, requestKey: requestKey(), wording: "Talk dayly", openedOn: "2026-02-02" });
  const { thingId } = await me.api.goals.addThing({ caseId, requestKey: requestKey(), wording: "A wallk", agreedOn: "2026-02-02" });
  const goal = async () => (await me.api.cases.show({ caseId })).goals[0];
  const thing = async () => (await me.api.cases.show({ caseId })).things[0];
  const changeThing = (day: string, standing: TryStanding) => me.api.goals.changeThing({ caseId, thingId, wording: "A walk", standing, day });
  return { me, caseId, goalId, thingId, goal, thing, changeThing };
}

describe("a goal", () => {
  it("that is reworded after it was reached keeps the day on which it was", async () => {
    const { me, caseId, goalId, goal } = await givenThings();
    await me.api.goals.change({ caseId, goalId, wording: "Talk dayly", standing: "reached", day: "2026-02-20" });
    await me.api.goals.change({ caseId, goalId, wording: "Talk daily", standing: "reached", day: "2026-03-09" });
    expect(await goal()).toMatchObject({ wording: "Talk daily", standing: "reached", closedOn: "2026-02-20" });
  });

  it("that is opened again and reached again takes the new day", async () => {
    const { me, caseId, goalId, goal } = await givenThings();
    for (const [standing, day] of [
      ["reached", "2026-02-20"],
      ["open", "2026-02-27"],
    ] as const) {
      await me.api.goals.change({ caseId, goalId, wording: "Talk daily", standing, day });
    }
    expect((await goal())?.closedOn).toBeNull();
    await me.api.goals.change({ caseId, goalId, wording: "Talk daily", standing: "reached", day: "2026-03-09" });
    expect((await goal())?.closedOn).toBe("2026-03-09");
  });

  it("of another of my cases is not found in this one", async () => {
    const { me, goalId, goal } = await givenThings();
    const other = await givenCase(me, "Cedar");
    const change = me.api.goals.change({ caseId: other, goalId, wording: "X", standing: "reached", day: "2026-03-09" });
    expect(await refusalFrom(change)).toBe("not-found");
    expect((await goal())?.wording).toBe("Talk dayly");
  });
});

describe("a thing to try", () => {
  it("that is reworded after it was answered keeps the day on which it was", async () => {
    const { changeThing, thing } = await givenThings();
    await changeThing("2026-02-20", "partly");
    await changeThing("2026-03-09", "partly");
    expect(await thing()).toMatchObject({ wording: "A walk", standing: "partly", answeredOn: "2026-02-20" });
  });

  it("that was opened again by hand and answered anew stays answered when the hour that answered it first is voided", async () => {
    const { me, caseId, thingId, changeThing, thing } = await givenThings();
    const sessionId = await givenSession(me, caseId, { triesAnswered: [{ thingId, standing: "not-done" }] });
    await changeThing("2026-03-05", "open");
    expect((await thing())?.answeredOn).toBeNull();
    await changeThing("2026-03-09", "done");
    await me.api.sessions.void({ caseId, sessionId, version: 1, reason: "Logged twice", requestKey: requestKey() });
    expect(await thing()).toMatchObject({ standing: "done", answeredOn: "2026-03-09" });
  });

  it("that two hours answer alike keeps the day of the first", async () => {
    const { me, caseId, thingId, thing } = await givenThings();
    await givenSession(me, caseId, { triesAnswered: [{ thingId, standing: "done" }] });
    const again = await givenSession(me, caseId, { day: "2026-03-05", triesAnswered: [{ thingId, standing: "done" }] });
    await me.api.sessions.void({ caseId, sessionId: again, version: 1, reason: "Logged twice", requestKey: requestKey() });
    expect(await thing()).toMatchObject({ standing: "done", answeredOn: "2026-03-02" });
  });
});
