import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ThemesTab } from "#client/screens/ThemesTab.tsx";
import { occasion, view } from "../../core/timeline/given.ts";
import { givenServer, ME, open } from "../log/given.tsx";

afterEach(() => vi.restoreAllMocks());

async function openThemes(id: string, { strip, screenWidth }: { strip: number; screenWidth: number }) {
  vi.spyOn(HTMLElement.prototype, "scrollWidth", "get").mockReturnValue(strip);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(screenWidth);
  const sessions = ["2026-11-06", "2026-11-13"].map((day) => occasion({ day, themes: ["own-needs"] }));
  const themes = [{ theme: "own-needs", name: "Own needs", builtIn: true, archived: false }];
  givenServer({ "practice.me": () => ME, "trajectories.read": () => view(sessions, { themes }) });
  await open(<ThemesTab />, { path: "/cases/$caseId/themes", at: `/cases/${id}/themes` });
  return screen.findByRole("region", { name: /as a strip/ });
}

describe("the themes on a phone", () => {
  it("begin with the newest session, and say that there are earlier ones", async () => {
    const strip = await openThemes("narrow", { strip: 900, screenWidth: 340 });
    expect(strip.scrollLeft).toBe(900);
    expect(screen.getByText("earlier ←")).toBeTruthy();
  });
  it("say nothing of earlier ones where all are seen", async () => {
    const strip = await openThemes("wide", { strip: 700, screenWidth: 700 });
    expect(strip.scrollLeft).toBe(0);
    expect(screen.queryByText("earlier ←")).toBeNull();
  });
});
