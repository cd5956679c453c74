import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { TimelineTab } from "#client/screens/case/TimelineTab.tsx";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { addDays } from "#core/day.ts";
import { toneOn, view } from "../../core/series/given.ts";
import { givenCase, givenServer, ME, open } from "../log/given.tsx";

let cases = 0;

async function openTimeline(read: () => TimelineView, status: "active" | "closed" = "active") {
  cases += 1;
  const id = `watched-${cases}`;
  const server = givenServer({
    "practice.me": () => ME,
    "cases.show": () => givenCase({ id, status }),
    "timeline.read": read,
    "focus.choose": () => ({}),
  });
  return { server, id, ...(await open(<TimelineTab />, { path: "/cases/$caseId", at: `/cases/${id}` })) };
}

const TONE = { track: "tone", rater: "clinician" as const, droppedOn: null };
/** Sixteen weeks in which tone rises by half a point a week. */
const RISING = Array.from({ length: 16 }, (_, week) => toneOn(addDays("2026-06-01", 7 * week), Math.floor(week / 2) + 1));

describe("the tracks a case is watched on", () => {
  it("say a direction where it was chosen beforehand", async () => {
    await openTimeline(() => view(RISING, { focus: [{ ...TONE, chosenOn: "2026-06-01" }] }));
    const section = await screen.findByRole("region", { name: "Watched on" });
    expect(await within(section).findByText(/rising over 16 ratings/)).toBeTruthy();
  });

  it("say nothing of what was seen before the choice: a track chosen because it moved would always have moved", async () => {
    await openTimeline(() => view(RISING, { focus: [{ ...TONE, chosenOn: "2026-09-07" }] }));
    const section = await screen.findByRole("region", { name: "Watched on" });
    // Sessions 15 and 16 lie on or after the choice: two of the six that a direction takes.
    expect((await within(section).findAllByText(/2 of (the )?6 ratings/)).length).toBeGreaterThan(0);
    expect(within(section).queryByText(/rising/)).toBeNull();
  });

  it("are chosen with whose number, and sent as one request", async () => {
    const { server, user } = await openTimeline(() => view(RISING));
    await user.click(await screen.findByRole("button", { name: "Choose what to watch" }));
    const dialog = await screen.findByRole("dialog", { name: "Watched on" });
    await user.selectOptions(within(dialog).getByLabelText("First"), "active tone");
    expect(within(dialog).getByText(/Counted from today on/)).toBeTruthy();
    await user.selectOptions(within(dialog).getByLabelText("Second"), "active tone");
    expect(within(dialog).getByText(/That is the first one already/)).toBeTruthy();
    expect((within(dialog).getByRole("button", { name: "Save" }) as HTMLButtonElement).disabled).toBe(true);
    await user.selectOptions(within(dialog).getByLabelText("Second"), "");
    await user.dblClick(within(dialog).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(server.of("focus.choose")).toMatchObject([{ caseId: "c1", tracks: [{ track: "tone", rater: "active" }] }]);
  });

  it("cannot be chosen on a closed case", async () => {
    await openTimeline(() => view(RISING), "closed");
    const section = await screen.findByRole("region", { name: "Watched on" });
    expect(within(section).queryByRole("button")).toBeNull();
  });
});
