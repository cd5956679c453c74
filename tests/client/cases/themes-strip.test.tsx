import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { datedPlaces } from "#client/charts/timeline/ThemeStrips.tsx";
import { ThemesTab } from "#client/screens/case/ThemesTab.tsx";
import { addDays } from "#core/day.ts";
import { occasion, view } from "../../core/series/given.ts";
import { givenServer, ME, open } from "../log/given.tsx";

const THEMES = [
  { theme: "own-needs", name: "Own needs", builtIn: true, archived: false },
  { theme: "money", name: "Money", builtIn: false, archived: false },
];

async function openThemes(id: string) {
  const explored = [["own-needs"], [], ["own-needs", "money"]];
  const sessions = explored.map((themes, week) => occasion({ day: addDays("2026-11-06", 7 * week), themes }));
  givenServer({ "practice.me": () => ME, "timeline.read": () => view(sessions, { themes: THEMES }) });
  return open(<ThemesTab />, { path: "/cases/$caseId/themes", at: `/cases/${id}/themes` });
}

describe("the themes of a case", () => {
  it("have a sentence with its count for a title", async () => {
    await openThemes("titled");
    expect(await screen.findByRole("heading", { name: "Own needs: in 2 of 3 sessions." })).toBeTruthy();
    expect(screen.getByText(/3 sessions held · 6 Nov – 20 Nov/)).toBeTruthy();
  });

  it("are read session by session by keyboard, one without a theme too", async () => {
    const { user } = await openThemes("read");
    const stage = await screen.findByRole("slider", { name: /Themes by session/ });
    stage.focus();
    await user.keyboard("{End}");
    expect(stage.getAttribute("aria-valuetext")).toBe("Session 3, 20 Nov 2026");
    expect(screen.getByText(/Own needs: explored. Money: explored/)).toBeTruthy();
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByText(/Session 2, 13 Nov 2026. No theme/)).toBeTruthy();
  });

  it("are a table as well, with every day", async () => {
    const { user } = await openThemes("table");
    await user.click(await screen.findByRole("button", { name: "as a table" }));
    const row = within(await screen.findByRole("table")).getByRole("row", { name: /Own needs/ });
    expect(row.textContent).toContain("2 of 3");
    expect(row.textContent).toContain("6 Nov, 20 Nov");
  });
});

describe("the dates under the strips", () => {
  it("stand under the first session of a month, where there is room", () => {
    const weekly = Array.from({ length: 12 }, (_, week) => ({ day: addDays("2026-01-05", 7 * week), themes: [] }));
    // 5 Jan, 2 Feb (place 4), 2 Mar (place 8).
    expect(datedPlaces(weekly, 3)).toEqual([0, 4, 8]);
    expect(datedPlaces(weekly, 5)).toEqual([0, 8]);
  });
});
