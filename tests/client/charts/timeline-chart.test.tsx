import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { TimelineChart } from "#client/charts/timeline/TimelineChart.tsx";
import { addDays } from "#core/day.ts";
import type { Span } from "#core/series/axis.ts";
import type { Timeline } from "#core/series/timeline.ts";
import { BUILT_IN, INTIMACY, occasion, rated, shift, stageOn, timeline } from "../../core/series/given.ts";

function draw(given: Timeline, onWindow = vi.fn()) {
  const drawn = render(<TimelineChart timeline={given} window={given.whole as Span} onWindow={onWindow} name="Timeline of Harbor" />);
  return { ...drawn, onWindow, chart: screen.getByRole("slider", { name: /Timeline of Harbor/ }) };
}

const live = (container: HTMLElement) => container.querySelector("[aria-live]")?.textContent ?? "";
const paths = (container: HTMLElement) => [...container.querySelectorAll("path.recharts-line-curve")].map((path) => path.getAttribute("d") ?? "");

const THREE = [
  occasion({ day: "2026-03-02", observation: { presence: "in-room", stage: 0, source: "seen" }, ratings: [rated("tone", 0)] }),
  occasion({ day: "2026-03-09", attendance: "cancelled" }),
  occasion({ day: "2026-03-16", observation: { presence: "absent", stage: 3, source: "told" }, ratings: [rated("tone", 6)], shifts: [shift()] }),
];

describe("the timeline from the keyboard", () => {
  it("moves from occasion to occasion and says every value, 0 and not rated apart", async () => {
    const { container, chart } = draw(timeline(THREE));
    chart.focus();
    await userEvent.keyboard("{Home}");
    expect(chart.getAttribute("aria-valuetext")).toBe("Session 1, 2 Mar 2026");
    expect(live(container)).toContain("Stage: 0 declining");
    expect(live(container)).toContain("Tone of communication: 0");
    expect(live(container)).toContain("How boundaries are held: not rated");
    await userEvent.keyboard("{ArrowRight}");
    expect(live(container)).toBe("Cancelled hour, 9 Mar 2026");
    await userEvent.keyboard("{End}");
    expect(live(container)).toMatch(/^Session 2, 16 Mar 2026\..*Partner asked/);
    await userEvent.keyboard("{ArrowRight}{ArrowLeft}{ArrowLeft}");
    expect(chart.getAttribute("aria-valuenow")).toBe("1");
  });

  it("shows the same to the eye, until Escape", async () => {
    const { chart } = draw(timeline(THREE));
    chart.focus();
    await userEvent.keyboard("{Home}");
    expect(screen.getAllByText("0 declining")).toHaveLength(1);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByText("0 declining")).toBeNull();
  });
});

describe("the range of the four groundings", () => {
  it("is seen at an occasion that stands alone, too", () => {
    const both = (day: string) => occasion({ day, ratings: [rated("self-support", 3), rated("mine-not-mine", 8)] });
    const { container } = draw(timeline([both("2026-03-02"), stageOn("2026-03-09", 2), both("2026-03-16"), both("2026-03-23")]));
    expect([...container.querySelectorAll("[data-range]")].map((bar) => bar.getAttribute("data-range"))).toEqual(["3-8"]);
  });
});

describe("the timeline with a pointer", () => {
  it("reads the nearest occasion", () => {
    const { chart } = draw(timeline(THREE));
    fireEvent.pointerMove(chart, { clientX: 120 });
    expect(chart.getAttribute("aria-valuetext")).toBe("Session 1, 2 Mar 2026");
    fireEvent.pointerLeave(chart);
    expect(chart.getAttribute("aria-valuetext")).toBe("No occasion chosen");
  });

  it("chooses the days dragged over, and nothing by a click", () => {
    const { chart, onWindow } = draw(timeline(Array.from({ length: 20 }, (_, week) => stageOn(addDays("2026-03-02", 7 * week), 2))));
    fireEvent.pointerDown(chart, { clientX: 200, button: 0 });
    fireEvent.pointerUp(chart, { clientX: 200 });
    expect(onWindow).not.toHaveBeenCalled();
    fireEvent.pointerDown(chart, { clientX: 200, button: 0 });
    fireEvent.pointerMove(chart, { clientX: 400 });
    fireEvent.pointerUp(chart, { clientX: 400 });
    const [[chosen]] = onWindow.mock.calls as [[Span]];
    // 200 of 456 px of plot over about 20 weeks: eight or nine of them.
    expect((chosen.to - chosen.from) / 7).toBeGreaterThan(8);
    expect((chosen.to - chosen.from) / 7).toBeLessThan(9.5);
  });
});

describe("what the timeline draws", () => {
  it("draws a line in two pieces where a session was not rated, never through 0", () => {
    const tone = [4, 5, null, 6, 7].map((value, week) =>
      occasion({ day: addDays("2026-03-02", 7 * week), ratings: value === null ? [] : [rated("tone", value)] }),
    );
    const { container } = draw(timeline(tone));
    const [line] = paths(container).filter((d) => (d.match(/M/g) ?? []).length === 2);
    expect(line).toBeDefined();
  });

  it("hatches the session not rated and draws declining as a mark", () => {
    const { container } = draw(timeline([stageOn("2026-03-02", 0), stageOn("2026-03-09", null), stageOn("2026-03-16", 1)]));
    expect(container.querySelectorAll("[fill^='url(#']")).toHaveLength(1);
    expect(container.querySelectorAll("circle[stroke='var(--oc-observing)'][fill='var(--oc-panel)']")).toHaveLength(2);
  });

  it("names the weeks between two stretches", () => {
    const days = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-03-09"];
    const { container } = draw(timeline(days.map((day) => stageOn(day, 2))));
    expect(container.textContent).toContain("7 weeks apart");
  });

  it("gives a practice's own track its own panel and its own scale", () => {
    const given = timeline(
      [1, 7].map((value, week) => occasion({ day: addDays("2026-03-02", 7 * week), kind: "measurement", ratings: [rated(INTIMACY.track, value)] })),
      {
        tracks: [...BUILT_IN, INTIMACY],
      },
    );
    const { container } = draw(given);
    expect(screen.getByText("Intimacy")).toBeTruthy();
    const scale = [...container.querySelectorAll("text[text-anchor=end]")].map((word) => word.textContent);
    expect(scale).toEqual(["1", "4", "7"]);
    expect(container.textContent).not.toContain("Observing partner");
  });

  it("keeps the scales and says so where nothing is rated", () => {
    const { container } = draw(timeline([occasion({ day: "2026-03-02" }), occasion({ day: "2026-03-09" })]));
    expect(screen.getAllByText("not rated so far")).toHaveLength(3);
    expect(container.textContent).toContain("taking part");
  });

  it("tells the three climates apart without colour", () => {
    const both = ["2026-03-02", "2026-03-09"].map((day) =>
      occasion({ day, ratings: [rated("tone", 4), rated("boundaries", 5), rated("emotional-climate", 6)] }),
    );
    const { container } = draw(timeline(both));
    const dashes = ["tone", "boundaries", "climate"].map((name) =>
      container.querySelector(`path[stroke='var(--oc-${name})']`)?.getAttribute("stroke-dasharray"),
    );
    expect(new Set(dashes).size).toBe(3);
  });

  it("names the bars that hours become where they crowd, and the hours that have none", () => {
    const weeks = Array.from({ length: 120 }, (_, week) => addDays("2024-01-01", 7 * week));
    const hours = weeks.map((day, week) =>
      week === 5 ? occasion({ day, attendance: "cancelled" }) : occasion({ day, observation: { presence: week % 2 ? "in-room" : "absent" } }),
    );
    const { container } = draw(timeline(hours));
    expect(screen.getByText("no bar: cancelled")).toBeTruthy();
    // Full height in the room, a stub where absent (PresenceStrip): 60 and 60 hours, one of them cancelled.
    const bars = container.querySelector("path[stroke='var(--oc-observing)'][stroke-width='0.8']")?.getAttribute("d") ?? "";
    expect([bars.match(/v-14/g)?.length, bars.match(/v-2/g)?.length]).toEqual([59, 60]);
  });

  it("draws 700 sessions with at most 250 points a line, without dots", () => {
    const given = timeline(
      Array.from({ length: 700 }, (_, index) =>
        occasion({
          day: addDays("2012-01-02", 7 * index),
          observation: { stage: ((index * 5) % 7) as 0, source: "seen" },
          ratings: [rated("tone", (index * 7) % 11)],
        }),
      ),
    );
    const { container } = draw(given);
    for (const d of paths(container)) expect((d.match(/[ML]/g) ?? []).length).toBeLessThanOrEqual(500);
    const tone = container.querySelector("path[stroke='var(--oc-tone)']")?.getAttribute("d") ?? "";
    expect((tone.match(/[ML]/g) ?? []).length).toBeLessThanOrEqual(250);
    // One circle is the sign beside the name at the line's end.
    expect(container.querySelectorAll("circle[fill='var(--oc-tone)']")).toHaveLength(1);
  });
});
