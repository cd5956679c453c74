import { describe, expect, it } from "vitest";
import { isRefusal, refuse } from "#core/vocabulary/refusal.ts";
import { mintCaseScope } from "#server/access/scope.ts";
import { refuseStatusDay } from "#server/features/cases/store.ts";
import { givenCase, refusalFrom, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";

const OPENED = "2026-02-02";

async function givenOpened() {
  const record = await openRecord();
  const me = await record.addClinician();
  return { record, me, caseId: await givenCase(me) };
}

describe("a partner's role", () => {
  it("dated before the one it ends is refused, and the one it would end stays open", async () => {
    const { me, caseId } = await givenOpened();
    const role = (fromDay: string) => ({ caseId, requestKey: requestKey(), seat: "observing" as const, role: "joined" as const, fromDay });
    expect(await refusalFrom(me.api.cases.recordRole(role("2026-02-01")))).toBe("bad-input");
    const { roles } = await me.api.cases.show({ caseId });
    expect(roles.map((each) => [each.role, each.fromDay, each.toDay])).toEqual(
      expect.arrayContaining([
        ["client", OPENED, null],
        ["observer", OPENED, null],
      ]),
    );
    expect(roles).toHaveLength(2);
  });

  it("that follows ends the one before on its own first day", async () => {
    const { me, caseId } = await givenOpened();
    await me.api.cases.recordRole({ caseId, requestKey: requestKey(), seat: "observing", role: "joined", fromDay: "2026-03-02" });
    const { roles } = await me.api.cases.show({ caseId });
    expect(roles.filter((each) => each.seat === "observing").map((each) => [each.role, each.fromDay, each.toDay])).toEqual([
      ["observer", OPENED, "2026-03-02"],
      ["joined", "2026-03-02", null],
    ]);
  });
});

describe("the days of a case", () => {
  it("do not close it before it was opened", async () => {
    const { record, me, caseId } = await givenOpened();
    const reader = record.services.database.read(me.scope);
    const scope = await mintCaseScope(reader, me.scope, caseId);
    if (isRefusal(scope)) throw new Error("my own case is not mine");
    expect(await refuseStatusDay(reader, scope, "2026-02-01")).toEqual(refuse("bad-input", "day"));
    expect(await refuseStatusDay(reader, scope, OPENED)).toBeNull();
  });

  it.each([
    ["tomorrow is refused", "2026-03-10", "future-day"],
    ["today is taken", "2026-03-09", "nothing was refused"],
  ])("begin when it opens: %s", async (_, openedOn, refusal) => {
    const me = await (await openRecord()).addClinician();
    const partner = { label: "Dana", pronouns: null, contact: null };
    const open = me.api.cases.open({
      requestKey: requestKey(),
      label: "Harbor",
      openedOn,
      active: partner,
      observing: partner,
      presentingConcern: "",
      secretsPolicy: "none-stated",
      collateralConsentOn: null,
      nextSessionOn: null,
      nextSessionStart: null,
      goals: [],
      firstObservation: null,
    });
    expect(await refusalFrom(open)).toBe(refusal);
    expect(await me.api.cases.list()).toHaveLength(refusal === "future-day" ? 0 : 1);
  });
});
