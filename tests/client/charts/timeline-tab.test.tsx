import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { TimelineTab } from "#client/screens/case/TimelineTab.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { occasion, rated, stageOn, view } from "../../core/series/given.ts";
import { givenCase, givenServer, ME, open, Refusal } from "../log/given.tsx";

/** Every test its own case, so that none reads what another has read. */
let cases = 0;

async function openTab(read: () => TimelineView | Refusal, part: Partial<CaseView> = {}) {
  cases += 1;
  const id = `timeline-${cases}`;
  const server = givenServer({ "practice.me": () => ME, "cases.show": () => givenCase({ id, ...part }), "timeline.read": read });
  return { server, ...(await open(<TimelineTab />, { path: "/cases/$caseId", at: `/cases/${id}` })) };
}

const HARBOR = [stageOn("2026-11-06", 2), stageOn("2026-11-13", null), stageOn("2026-11-20", 3)];

describe("the timeline of a case", () => {
  it("has a sentence for a title, and the sentences beside the chart", async () => {
    await openTab(() => view(HARBOR));
    expect(await screen.findByRole("heading", { name: "3 sessions; the observing partner moved on to curious on 20 Nov" })).toBeTruthy();
    const words = screen.getByRole("region", { name: "In words" });
    expect(
      within(words).getByText("The observing partner moved on to curious on 20 Nov (seen by you) after 1 session listening and 1 not rated."),
    ).toBeTruthy();
    expect(within(words).getByText("Not rated in 1 of 3 sessions: where the observing partner stood.")).toBeTruthy();
    expect(await screen.findByRole("slider", { name: /Timeline of Harbor/ })).toBeTruthy();
    expect(screen.getByRole("region", { name: /Next hour/ })).toBeTruthy();
  });

  it("says that the words cover every session while the chart is zoomed", async () => {
    const { user } = await openTab(() => view(HARBOR));
    const from = await screen.findByLabelText("From");
    fireEvent.change(from, { target: { value: "2026-11-13" } });
    fireEvent.blur(from);
    expect(screen.getByRole("region", { name: "In words, all 3 sessions" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "All days" }));
    expect(screen.getByRole("region", { name: "In words" })).toBeTruthy();
  });

  it("is the same figures as a table, and back", async () => {
    const { user } = await openTab(() => view(HARBOR));
    await user.click(await screen.findByRole("button", { name: "as a table" }));
    expect(screen.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual(["6 Nov 2026", "13 Nov 2026", "20 Nov 2026"]);
    expect(screen.getAllByText("2 listening")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "as a chart" }));
    expect(await screen.findByRole("slider", { name: /Timeline of Harbor/ })).toBeTruthy();
  });

  it("teaches what will stand there before the first session", async () => {
    await openTab(() => view([]));
    expect(await screen.findByRole("heading", { name: "The timeline begins with the first session" })).toBeTruthy();
    expect(screen.getByRole("link", { name: /Log session/ })).toBeTruthy();
    expect(screen.queryByRole("slider")).toBeNull();
  });

  it("says after one session that points are not lines yet", async () => {
    await openTab(() => view([occasion({ day: "2026-11-06", ratings: [rated("tone", 5)] })]));
    expect(await screen.findByText(/One occasion so far: points only/)).toBeTruthy();
    expect(screen.getByText("1 session: too few to say what moves. The next one draws the first lines.")).toBeTruthy();
  });

  it("offers no log on a closed case", async () => {
    await openTab(() => view([]), { status: "closed" });
    await screen.findByRole("heading", { name: "The timeline begins with the first session" });
    expect(screen.queryByRole("link", { name: /Log session/ })).toBeNull();
  });

  it("says that it could not be read, and reads again when asked", async () => {
    const answers = { ready: false };
    const { user } = await openTab(() => (answers.ready ? view(HARBOR) : new Refusal("not-found")));
    await screen.findByRole("heading", { name: "The timeline could not be read" });
    answers.ready = true;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: /moved on to curious/ })).toBeTruthy();
  });
});
