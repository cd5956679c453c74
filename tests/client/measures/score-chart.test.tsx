import { fireEvent, render, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { pyOf } from "#client/charts/frame/frame.ts";
import { ScoreChart } from "#client/charts/scores/ScoreChart.tsx";
import { bandPx, cutOffLines, marginLabels, scaleNumbers } from "#client/charts/scores/score-drawing.ts";
import type { ScoreView } from "#core/contracts/measure.ts";
import { addDays } from "#core/day.ts";
import { type ScoreReading, scoreReadings } from "#core/readings/score-reading.ts";
import { givenMeasures, givenScore } from "./given-measures.ts";

const START = "2026-03-02";

/** Scores a fortnight apart, in one line; null = too many answers missing. */
function reading(measure: string, values: readonly (number | null)[], part: Partial<ScoreView> = {}): ScoreReading {
  const scores = values.map((score, at) =>
    givenScore({ measure, day: addDays(START, 14 * at), score, ...(score === null ? { itemsAsked: 9, itemsAnswered: 4 } : {}), ...part }),
  );
  const [only] = scoreReadings(givenMeasures({ scores }));
  if (!only) throw new Error("no line");
  return only;
}

function draw(line: ScoreReading) {
  const { container } = render(<ScoreChart reading={line} name="PHQ-9 of Harbor" />);
  return { container, words: container.textContent ?? "", chart: within(container).getByRole("slider") };
}

const lineOf = (container: Element) => container.querySelector("path.recharts-curve[stroke='var(--oc-active)']")?.getAttribute("d") ?? "";

describe("a line of scores", () => {
  it("says in words that lower is better, and draws the higher score higher: nothing is flipped", () => {
    const { container, words } = draw(reading("phq-9", [18, 6]));
    expect(words).toContain("↓ lower is better");
    const [from, to] = [...lineOf(container).matchAll(/[ML]([\d.]+),([\d.]+)/g)].map((corner) => Number(corner[2]));
    expect(from).toBeLessThan(to as number);
  });

  it("names the cut-off with its published side, and what is measurement error around the first score", () => {
    // PHQ-9 at 10 and above, change of 6 points; CSI-4 below 13.5.
    const { container, words } = draw(reading("phq-9", [18, 16]));
    expect(words).toContain("cut-off: 10 and above is distress");
    expect(words).toContain("first score ± 6: within measurement error");
    expect(words).toContain("6 points or more: change");
    expect(container.querySelectorAll("rect[fill^='url(#']")).toHaveLength(1);
    expect(cutOffLines({ value: 13.5, side: "below", recalled: false }).join(" ")).toBe("cut-off: below 13.5 is distress");
    expect(cutOffLines({ value: 47, side: "at-or-below", recalled: true }).join(" ")).toBe("cut-off: 47 and below is distress (unconfirmed)");
    // The DAS: 97 is confirmed; which side it is itself on was never published.
    expect(cutOffLines({ value: 97, side: "below-at-unknown", recalled: false }).join(" ")).toBe("cut-off: below 97 is distress (97: neither)");
  });

  it("ends the band before a change of just the published points, and at computed ones", () => {
    // CORE-10, 0–40 over 200 px less 7 at each end: 24 − 6 = 18 is a change, so it stands outside. CSI-4's 2.72 must be passed.
    const core = reading("core-10", [24, 18]);
    const scale = { lowest: 0, highest: 40, height: 200 };
    const { top, height } = bandPx(core.band as NonNullable<typeof core.band>, { ...scale, isReached: core.norms?.reached === true });
    expect(top + height).toBeLessThan(pyOf(18, scale));
    expect(core.change.status).toBe("one-sitting");
    expect(draw(reading("csi-4", [9, 11])).words).toContain("more than 2.72 points: change");
  });

  it("has its stretches as words on the scale", () => {
    const { words } = draw(reading("phq-9", [18, 16]));
    for (const stretch of ["minimal", "mild", "moderate", "severe"]) expect(words).toContain(stretch);
  });

  it("rings a change only where a second sitting confirms it", () => {
    const once = draw(reading("phq-9", [18, 17, 9])).container;
    expect(once.querySelectorAll("[data-mark=confirmed]")).toHaveLength(0);
    const twice = draw(reading("phq-9", [18, 17, 9, 8, 8])).container;
    // 18 → 9 and 8 are both at least 6 points away: ringed once, where it becomes confirmed.
    expect(twice.querySelectorAll("[data-mark=confirmed]")).toHaveLength(1);
  });

  it("marks a sudden gain where lower is better, and never elsewhere", () => {
    expect(draw(reading("phq-9", [18, 18, 17, 8, 8, 7])).container.querySelectorAll("[data-mark=gain]")).toHaveLength(1);
    expect(draw(reading("csi-4", [4, 4, 5, 16, 16, 17])).container.querySelectorAll("[data-mark=gain]")).toHaveLength(0);
  });

  it("has no cut-off, band or verdict for a guess", () => {
    const { words, container } = draw(reading("csi-4", [4, 16], { how: "guess" }));
    expect(words).not.toContain("cut-off");
    expect(container.querySelectorAll("rect[fill^='url(#']")).toHaveLength(0);
  });

  it("breaks where there is no score, never runs through 0, and says why", () => {
    const { container, words } = draw(reading("phq-9", [18, 17, null, 9, 8]));
    expect((lineOf(container).match(/M/g) ?? []).length).toBe(2);
    expect(words).toContain("× no score: too many answers missing");
    // Beneath the scale, not on its 0.
    expect(container.querySelectorAll("[data-strip=no-score] path")).toHaveLength(1);
  });

  it("draws 400 scores as at most 250 points", () => {
    const { container } = draw(
      reading(
        "phq-9",
        Array.from({ length: 400 }, (_, at) => (at * 7) % 28),
      ),
    );
    expect((lineOf(container).match(/[ML]/g) ?? []).length).toBeLessThanOrEqual(250);
  });
});

describe("reading the scores by keyboard", () => {
  it("says every score with its stretch and its mark, 0 as 0 and a missing one as missing", async () => {
    const { container, chart } = draw(reading("phq-9", [0, null, 18]));
    const live = () => container.querySelector("[aria-live=polite]")?.textContent;
    chart.focus();
    await userEvent.keyboard("{Home}");
    expect(live()).toBe("2 Mar 2026. Score: 0, minimal, outside the distress range (below 10)");
    await userEvent.keyboard("{ArrowRight}");
    expect(live()).toBe("16 Mar 2026. Score: no score. 5 of 9 answers missing");
    await userEvent.keyboard("{End}");
    expect(live()).toMatch(/^30 Mar 2026\. Score: 18, moderately severe, in the distress range \(10 or above\)/);
    fireEvent.blur(chart);
    expect(live()).toBe("");
  });
});

describe("the scale of a measure", () => {
  it("keeps both ends and the cut-off, and drops what would stand on top of them", () => {
    // SCORE-15: 15–75 with its cut-off at 51.92.
    expect(scaleNumbers(reading("score-15", [40]), 200)).toEqual([15, 51.92, 75]);
    // WHO-5: stretches from 29 and 51; 51 would stand on the cut-off of 50.
    expect(scaleNumbers(reading("who-5", [40]), 200)).toEqual([0, 29, 50, 100]);
  });

  it("never puts the two labels of the margin on each other, nor outside", () => {
    for (let first = 0; first <= 27; first += 1) {
      const { cutOffY, bandY } = marginLabels(reading("phq-9", [first]), { lowest: 0, highest: 27, height: 200 });
      expect(Math.abs(cutOffY - bandY)).toBeGreaterThanOrEqual(30);
      expect(bandY).toBeGreaterThan(0);
      expect(bandY).toBeLessThan(200);
    }
  });
});
