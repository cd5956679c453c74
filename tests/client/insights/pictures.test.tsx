import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { StageMonthsChart } from "#client/charts/insights/StageMonthsChart.tsx";
import { SurvivalChart } from "#client/charts/insights/SurvivalChart.tsx";
import type { InsightCase } from "#core/insights/facts.ts";
import { type FirstMoveCurve, firstMoveCurve } from "#core/insights/first-move-curve.ts";
import { coupleCase, moved, view, waiting, weekly } from "../../core/insights/given.ts";

const closed = (days: number): InsightCase => ({ ...waiting(days), status: "closed", closedOn: "2026-11-01", outcome: "ended" });

function drawCurve(cases: readonly InsightCase[]) {
  const { waits } = view(cases).firstMoves;
  const drawn = render(<SurvivalChart curve={firstMoveCurve(waits) as FirstMoveCurve} waits={waits} name="Time to a first upward move" />);
  return { ...drawn, chart: screen.getByRole("slider", { name: /Time to a first upward move/ }) };
}

const live = (container: HTMLElement) => container.querySelector("[aria-live]")?.textContent ?? "";
const lines = (container: HTMLElement) => [...container.querySelectorAll("path.recharts-line-curve[stroke='var(--oc-observing)']")];
const texts = (container: HTMLElement) => [...container.querySelectorAll("svg text")].map((each) => each.textContent);

describe("the curve to a first upward move", () => {
  it("marks every case that is followed no further, open and closed apart", () => {
    const { container } = drawCurve([moved(7), waiting(14), waiting(14), closed(21), waiting(28)]);
    expect([...container.querySelectorAll("[data-waiting]")].map((mark) => mark.getAttribute("data-waiting"))).toEqual(["2", "1"]);
    expect(container.querySelectorAll("[data-closed]")).toHaveLength(1);
    expect(container.textContent).toContain("open, followed no further");
    expect(container.textContent).toContain("closed without an upward move");
  });

  it("goes on dashed where fewer than five cases are followed, and says so", () => {
    const { container } = drawCurve([moved(7), moved(14), moved(21), waiting(28), waiting(35), waiting(42), waiting(42)]);
    expect(lines(container).map((line) => line.getAttribute("stroke-dasharray") ?? "none")).toEqual(["none", "4 3"]);
    expect(container.textContent).toContain("dashed: fewer than 5 cases followed");
  });

  it("is one plain line where five are followed to the end", () => {
    const { container } = drawCurve(Array.from({ length: 5 }, () => waiting(28)));
    expect(lines(container)).toHaveLength(1);
    expect(container.textContent).not.toContain("dashed");
  });

  it("counts beneath the axis who is followed up to there", () => {
    const { container } = drawCurve([moved(7), waiting(14), waiting(28), waiting(28), waiting(28)]);
    const words = texts(container);
    expect(words.slice(words.indexOf("weeks"))).toEqual(["weeks", "0", "1", "2", "3", "4", "followed", "5", "5", "4", "3", "3"]);
  });

  it("is read by arrow keys, day by day", async () => {
    const { container, chart } = drawCurve([moved(7), waiting(14), waiting(28), waiting(28), waiting(28)]);
    chart.focus();
    await userEvent.keyboard("{Home}");
    expect(chart.getAttribute("aria-valuetext")).toBe("First rating");
    await userEvent.keyboard("{ArrowRight}");
    expect(live(container)).toMatch(
      /^7 days after the first rating\. Without an upward move: 80 of 100\..*Cases followed up to here: 5\. 1 case moved up$/,
    );
    await userEvent.keyboard("{End}");
    expect(live(container)).toContain("3 cases not followed further: open, without an upward move");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByText("Rough range")).toBeNull();
  });
});

describe("stages across cases, month by month", () => {
  const draw = (cases: readonly InsightCase[]) => {
    const drawn = render(<StageMonthsChart stages={view(cases, { to: "2026-03-31" }).stages} name="Stages across your cases" />);
    return { ...drawn, chart: screen.getByRole("slider", { name: /Stages across your cases/ }) };
  };
  const cells = (container: HTMLElement) => [...container.querySelectorAll("g > text[text-anchor=middle]")].map((each) => each.textContent);

  it("writes the number of cases in each cell, fills it from five on and outlines it below", () => {
    const { container } = draw([
      ...Array.from({ length: 5 }, () => coupleCase(weekly([3]))),
      ...Array.from({ length: 4 }, () => coupleCase(weekly([0]))),
    ]);
    const few = container.querySelectorAll("g[data-few]");
    expect([...few].map((cell) => cell.textContent)).toEqual(["4"]);
    expect(few[0]?.querySelectorAll("rect[fill='var(--oc-observing)']")).toHaveLength(0);
    expect(container.querySelectorAll("rect[fill='var(--oc-observing)']")).toHaveLength(1);
    expect(cells(container)).toEqual(expect.arrayContaining(["4", "5", "9"]));
  });

  it("hatches not rated apart from the ladder, and leaves out a cell of no case", () => {
    const { container } = draw([coupleCase(weekly([null]))]);
    expect(container.querySelectorAll("rect[fill^='url(#']")).toHaveLength(1);
    expect(container.querySelectorAll("rect[rx='3'][fill='var(--oc-panel)']")).toHaveLength(1);
    expect(container.textContent).toContain("not rated");
  });

  it("is read by arrow keys, month by month", async () => {
    const { container, chart } = draw([coupleCase(weekly([1], "2026-02-02")), coupleCase(weekly([4], "2026-03-02"))]);
    chart.focus();
    await userEvent.keyboard("{Home}");
    expect(live(container)).toBe("Feb 2026: 1 case. along for the ride: 1. Fewer than 5 cases, so a description and not a pattern");
    await userEvent.keyboard("{ArrowRight}");
    expect(chart.getAttribute("aria-valuetext")).toBe("Mar 2026: 1 case");
  });

  it("writes each year once, and drops the one that has no room", () => {
    const long = render(<StageMonthsChart stages={view([coupleCase(weekly([1], "2025-12-01"))], { to: "2026-11-24" }).stages} name="Long" />);
    expect(texts(long.container).filter((words) => words === "2025" || words === "2026")).toEqual(["2025", "2026"]);
  });
});
