import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { RangeForm } from "#client/charts/frame/RangeForm.tsx";
import { TimelineTable } from "#client/charts/timeline/TimelineTable.tsx";
import { dayNumber } from "#core/day.ts";
import type { Span } from "#core/series/axis.ts";
import { occasion, rated, shift, stageOn, timeline } from "../../core/series/given.ts";

const given = timeline([
  occasion({ day: "2026-03-02", observation: { stage: 0, source: "seen" }, ratings: [rated("tone", 0)], shifts: [shift()] }),
  stageOn("2026-03-09", null),
  occasion({ day: "2026-03-16", attendance: "no-show" }),
  stageOn("2026-03-23", 2),
]);
const whole = given.whole as Span;

describe("the same figures as a table", () => {
  it("keeps a 0, a session not rated and an hour that did not happen apart", () => {
    render(<TimelineTable timeline={given} window={whole} caption="Harbor" />);
    const [head, ...rows] = screen.getAllByRole("row");
    const column = within(head as HTMLElement)
      .getAllByRole("columnheader")
      .findIndex((cell) => cell.textContent === "Tone of communication");
    const tone = rows.map((row) => [...row.children][column]?.textContent);
    expect(tone).toEqual(["0", "not rated", "–", "not rated"]);
    expect(rows[0]?.textContent).toContain("0 declining");
    expect(rows[0]?.textContent).toContain("Partner asked");
    expect(rows[2]?.textContent).toContain("No-show");
  });

  it("shows the chosen days only", () => {
    render(<TimelineTable timeline={given} window={{ from: dayNumber("2026-03-08"), to: dayNumber("2026-03-17") }} caption="Harbor" />);
    expect(screen.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual(["9 Mar 2026", "16 Mar 2026"]);
  });
});

describe("choosing the days shown", () => {
  const open = (window: Span = whole) => {
    const onWindow = vi.fn();
    render(<RangeForm whole={whole} stops={given.stops} window={window} onWindow={onWindow} />);
    return { onWindow, from: screen.getByLabelText<HTMLInputElement>("From"), to: screen.getByLabelText<HTMLInputElement>("to") };
  };

  it("begins with the first and the last day of the timeline", () => {
    const { from, to } = open();
    expect([from.value, to.value]).toEqual(["2026-03-02", "2026-03-23"]);
  });

  it("takes typed days when the field is left", async () => {
    const { onWindow, from } = open();
    await userEvent.clear(from);
    await userEvent.type(from, "2026-03-09");
    expect(onWindow).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onWindow).toHaveBeenCalledWith({ from: dayNumber("2026-03-09"), to: whole.to });
  });

  it("puts back days that hold nothing", () => {
    const { onWindow, from, to } = open();
    fireEvent.change(from, { target: { value: "2026-03-10" } });
    fireEvent.change(to, { target: { value: "2026-03-14" } });
    fireEvent.blur(to);
    expect(onWindow).not.toHaveBeenCalled();
    expect([from.value, to.value]).toEqual(["2026-03-02", "2026-03-23"]);
  });

  it("says at the field that the first day is after the last, and keeps what was typed", () => {
    const { onWindow, from, to } = open();
    fireEvent.change(from, { target: { value: "2026-03-20" } });
    fireEvent.change(to, { target: { value: "2026-03-09" } });
    fireEvent.blur(to);
    expect(onWindow).not.toHaveBeenCalled();
    expect(screen.getByRole("alert").textContent).toContain("“From” is after “to”");
    expect(from.getAttribute("aria-describedby")).toBe(screen.getByRole("alert").id);
    expect([from.value, to.value]).toEqual(["2026-03-20", "2026-03-09"]);
    fireEvent.change(from, { target: { value: "2026-03-02" } });
    fireEvent.blur(from);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("goes back to all days", async () => {
    const { onWindow } = open({ from: dayNumber("2026-03-08"), to: whole.to });
    await userEvent.click(screen.getByRole("button", { name: "All days" }));
    expect(onWindow).toHaveBeenCalledWith(null);
  });
});
