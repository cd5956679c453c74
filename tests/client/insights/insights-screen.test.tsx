import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { InsightsScreen } from "#client/screens/insights/InsightsScreen.tsx";
import type { InsightsView } from "#core/contracts/insights.ts";
import type { InsightCase } from "#core/insights/facts.ts";
import { coupleCase, moved, occasion, view, waiting, weekly } from "../../core/insights/given.ts";
import { givenServer, ME, open, Refusal } from "../log/given.tsx";

type Asked = { window: { from: string } } | undefined;

async function openScreen(read: (asked: Asked) => InsightsView | Refusal, at = "/insights") {
  const server = givenServer({ "practice.me": () => ME, "insights.read": read as (input: never) => unknown, "caseload.noteDownload": () => ({}) });
  return { server, ...(await open(<InsightsScreen />, { path: "/insights", at })) };
}

const themed = (stage: 2 | 3 | null): InsightCase =>
  coupleCase([occasion({ day: "2026-11-02", stage, themes: ["unmet-needs"], climateRated: true })]);
const SEVEN: readonly InsightCase[] = [moved(14), moved(21), moved(35), waiting(42), waiting(49), themed(3), themed(null)];

const cellsOf = (figure: HTMLElement) =>
  within(figure)
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));

describe("insights across the caseload", () => {
  it("says at the top what it is for: reflection, own cases, no ranking", async () => {
    await openScreen(() => view(SEVEN));
    expect(await screen.findByText(/^For your own reflection, not for ranking: your own cases only/)).toBeTruthy();
    expect(await screen.findByText("7 cases, 12 sessions held · all days")).toBeTruthy();
  });

  it("has a sentence with its n for every figure", async () => {
    await openScreen(() => view(SEVEN));
    for (const title of [
      "2 cases seen in Nov 2026 so far: 1 curious and 1 not rated",
      "Of 5 cases followed, 3 moved up at least once; 2 have not so far",
      "No case was closed in these days: nothing to say yet",
      "Told by the client alone: 0 of 11 entries about the observing partners, in 6 cases",
      "Explored in most cases: Unmet needs, in 2 of 7 cases and 2 of 12 sessions",
      "Not rated, of 12 sessions: no stage in 1, no climate in 10 and no grounding in 12",
    ])
      expect(await screen.findByRole("heading", { name: title }), title).toBeTruthy();
  });

  it("says of a row of fewer than five cases that it is one, and draws its bar as an outline", async () => {
    await openScreen(() => view(SEVEN));
    const row = await screen.findByRole("row", { name: /Unmet needs/ });
    expect(row.textContent).toContain("fewer than 5 cases");
    expect(row.querySelector("[data-few]")).toBeTruthy();
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["2 of 7", "0", "2 of 12"]);
  });

  it("shows the figures of fewer than five cases all the same, and says that they are few", async () => {
    await openScreen(() => view([moved(14), waiting(21)]));
    expect(await screen.findByText(/2 cases: fewer than 5 cases, so a description and not a pattern\.$/)).toBeTruthy();
    expect(
      screen.getByRole("heading", { name: "2 cases followed, 1 moved up: fewer than 5 cases, so a description and not a pattern" }),
    ).toBeTruthy();
    expect(await screen.findByRole("slider", { name: /^Time to a first upward move/ })).toBeTruthy();
  });

  it("shows each picture as a table as well, every figure in it", async () => {
    const { user } = await openScreen(() => view([moved(14), moved(14), waiting(21), waiting(28), waiting(28)]));
    const figure = await screen.findByRole("figure", { name: "Time to a first upward move" });
    await user.click(within(figure).getByRole("button", { name: "as a table" }));
    // By hand: S = .6, Σ = 2/15, so .6^exp(±1.96·√(2/15)/ln .6) = 13 to 88 of 100.
    expect(cellsOf(figure)).toEqual([
      ["0", "5", "0", "0", "0", "100 of 100", "–"],
      ["14", "5", "2", "0", "0", "60 of 100", "13–88 of 100"],
      ["21", "3", "0", "1", "0", "60 of 100", "13–88 of 100"],
      ["28", "2", "0", "2", "0", "60 of 100", "13–88 of 100"],
    ]);
    const stages = screen.getByRole("figure", { name: "Stages across your cases" });
    await user.click(within(stages).getByRole("button", { name: "as a table" }));
    expect(cellsOf(stages)[0]).toEqual(["Mar 2026", "5", "0", "0", "3", "2", "0", "0", "0", "0", "–"]);
  });

  it("treats an ending like the other outcomes: the same look, in the order of the words", async () => {
    const closed = (outcome: "deepened" | "ended") => coupleCase([], { status: "closed", closedOn: "2026-06-01", outcome });
    await openScreen(() => view([closed("ended"), closed("deepened")]));
    const rows = (await screen.findAllByRole("row")).filter((row) => / of 2$/.test(row.textContent ?? ""));
    expect(rows.map((row) => row.querySelector("th")?.firstChild?.textContent)).toEqual([
      "The relationship deepened",
      "The relationship shifted",
      "The relationship ended",
      "Undecided",
    ]);
    const looks = [0, 2].map((index) => rows[index]?.innerHTML.replace(/The relationship \w+/, ""));
    expect(looks[0]).toBe(looks[1]);
  });

  it("reads the last twelve months when asked, and keeps that in the address", async () => {
    const { user, router, server } = await openScreen((asked) => view(SEVEN, asked?.window ?? {}));
    await user.click(await screen.findByRole("radio", { name: "Last 12 months" }));
    expect(await screen.findByText(/1 Dec 2025 – 24 Nov 2026$/, { selector: "header p" })).toBeTruthy();
    expect(router.state.location.search).toEqual({ months: 12 });
    expect(server.of("insights.read").at(-1)).toEqual({ window: { from: "2025-12-01" } });
  });

  it("keeps the choice of days in sight where these hold no case", async () => {
    await openScreen((asked) => view([], asked?.window ?? {}), "/insights?months=12");
    expect(await screen.findByRole("radiogroup", { name: "Days read" })).toBeTruthy();
    expect(screen.getByText("No case has a session or a rated stage in these days: nothing to draw yet")).toBeTruthy();
  });

  it("teaches what will stand there before the first case", async () => {
    await openScreen(() => view([]));
    expect(await screen.findByRole("heading", { name: "Insights begin with the first case" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Open a case" })).toBeTruthy();
    expect(screen.queryByRole("figure")).toBeNull();
  });

  it("draws nothing that a case without a rating could not carry", async () => {
    await openScreen(() => view([coupleCase(weekly([null, null]))]));
    expect(await screen.findByText("No case has two rated stages: nothing to follow yet")).toBeTruthy();
    expect(screen.queryByRole("slider", { name: /first upward move/ })).toBeNull();
  });

  it("says that it could not be read, and reads again when asked", async () => {
    const answers = { ready: false };
    const { user } = await openScreen(() => (answers.ready ? view(SEVEN) : new Refusal("not-saved")));
    await screen.findByRole("heading", { name: "The insights could not be read" });
    answers.ready = true;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: /^Of 5 cases followed/ })).toBeTruthy();
  });
});
