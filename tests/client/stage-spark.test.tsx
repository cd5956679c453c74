import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StageSpark, sparkPath } from "#client/ui/StageSpark.tsx";

it("starts a new line after a session that was not rated, so that no gap is drawn over", () => {
  expect(sparkPath([2, 2, null, 3]).match(/M/g)).toHaveLength(2);
});

it("draws a partner who declined as a step, not as a gap", () => {
  expect(sparkPath([0])).toMatch(/^M/);
  const { container } = render(<StageSpark stages={[0, null]} />);
  expect(container.querySelectorAll("line")).toHaveLength(1);
});

it("says every session in words, the not rated ones too", () => {
  render(<StageSpark stages={[1, null, 0]} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe("Last 3 sessions, oldest first: along for the ride, not rated, declining");
});

it("says that a case just opened has no session", () => {
  render(<StageSpark stages={[]} />);
  expect(screen.getByRole("img", { name: "No sessions held yet" })).toBeTruthy();
});
