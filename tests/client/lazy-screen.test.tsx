import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { lazyScreen } from "#client/lazy-screen.ts";

it("shows a screen once it was fetched, and fetches it again after a fetch that failed", async () => {
  let serverIsUp = false;
  const Goals = lazyScreen(async () => {
    if (!serverIsUp) throw new TypeError("Failed to fetch dynamically imported module");
    return { GoalsTab: () => <h2>Goals</h2> };
  }, "GoalsTab");

  await expect(Goals.preload()).rejects.toThrow("Failed to fetch");
  serverIsUp = true;
  await Goals.preload();
  render(<Goals />);
  expect(screen.getByRole("heading", { name: "Goals" })).toBeTruthy();
});
