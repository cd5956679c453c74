import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { SessionsTab } from "#client/screens/case/SessionsTab.tsx";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { toneOn, view } from "../../core/series/given.ts";
import { givenCase, givenServer, ME, open } from "../log/given.tsx";

const SET_ASIDE: TimelineView["setAside"] = [
  { id: "a", kind: "check-in", day: "2026-11-16", standing: "voided", reason: "Noted twice" },
  { id: "b", kind: "session", day: "2026-11-09", standing: "moved", reason: "Wrong couple" },
  { id: "c", kind: "between", day: "2026-11-02", standing: "voided", reason: "Misheard" },
];

describe("what was set aside, under the sessions", () => {
  it("says what each was: a voided check-in was no session", async () => {
    givenServer({
      "practice.me": () => ME,
      "cases.show": () => givenCase(),
      "timeline.read": () => view([toneOn("2026-10-05", 5)], { setAside: SET_ASIDE }),
    });
    await open(<SessionsTab />, { path: "/cases/$caseId/sessions", at: "/cases/c1/sessions" });
    const section = await screen.findByRole("region", { name: /Set aside/ });
    expect(
      within(section)
        .getAllByRole("listitem")
        .map((row) => row.textContent),
    ).toEqual([
      expect.stringContaining("check-in, voided"),
      expect.stringContaining("session, moved to another case"),
      expect.stringContaining("between sessions, voided"),
    ]);
  });
});
