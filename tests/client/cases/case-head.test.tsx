import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CaseScreen } from "#client/screens/case/CaseScreen.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { OccasionSummary } from "#core/contracts/record.ts";
import { stageOn, view } from "../../core/series/given.ts";
import { givenCase, givenServer, ME, open, TODAY } from "../log/given.tsx";

/** Every test its own case, so that none reads what another has read. */
let cases = 0;

async function openCase(part: Partial<CaseView>, occasions: readonly OccasionSummary[] = []) {
  cases += 1;
  const id = `head-${cases}`;
  givenServer({ "practice.me": () => ME, "cases.show": () => givenCase({ id, ...part }), "timeline.read": () => view(occasions) });
  const opened = await open(<CaseScreen />, { path: "/cases/$caseId", at: `/cases/${id}` });
  await screen.findByRole("heading", { level: 1 });
  return opened;
}

const CONCERN = { id: "k", openedOn: "2026-11-03", closedOn: null, wording: "He waits outside.", action: "", closingWords: null };

describe("the head of a case", () => {
  it("dates the stage, and does not draw an old one as today's", async () => {
    const silent = ["2026-08-21", "2026-08-28", "2026-09-04"].map((day) => stageOn(day, null));
    await openCase({ stage: 2, stageOn: "2026-08-14" }, [stageOn("2026-08-14", 2), ...silent]);
    expect(screen.getByText(/listening, last rated 14 Aug/)).toBeTruthy();
    expect(await screen.findByRole("img", { name: "Observing partner: not rated" })).toBeTruthy();
  });

  it("says nothing of a safety concern that the observing partner could read on a tablet", async () => {
    const { user } = await openCase({ concerns: [CONCERN] });
    expect(screen.queryByText(/safety concern is open/i)).toBeNull();
    expect(screen.queryByText("He waits outside.")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Private" }));
    expect(await screen.findByText(/Open since 3 Nov: He waits outside\./)).toBeTruthy();
  });

  it("has no private mark where no concern is open", async () => {
    await openCase({ concerns: [{ ...CONCERN, closedOn: "2026-11-10" }] });
    expect(screen.queryByRole("button", { name: "Private" })).toBeNull();
  });

  it("asserts no screening by opening a concern: only the day it is opened", async () => {
    const { user } = await openCase({ concerns: [CONCERN] });
    await user.click(screen.getByRole("button", { name: "Private" }));
    await user.click(await screen.findByRole("button", { name: "Open a concern" }));
    expect(screen.getByLabelText<HTMLInputElement>("Opened on").value).toBe(TODAY);
    expect(screen.queryByLabelText("Screened alone on")).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Action taken").value).toBe("");
    expect(screen.getByText("Screened alone on …, by whom, what was done")).toBeTruthy();
  });

  it("promises no more than a role change does, and says where the rest is", async () => {
    const { user } = await openCase({});
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(screen.getByRole("button", { name: /Record a role change/ }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).not.toContain("restates");
    expect(within(dialog).getByRole("link", { name: "Edit case" }).getAttribute("href")).toMatch(/^\/cases\/head-\d+\/edit$/);
  });
});
