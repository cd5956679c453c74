import { expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { openJourney } from "./harness/journey.ts";

it("insights are read across the sample practice, the curve by keyboard, the same figures as a table", async () => {
  const { page, keyboard } = await openJourney({ practice: "sample" });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Insights" }).click();
  await page.getByText(/^For your own reflection, not for ranking/).waitFor();
  await page.getByText(/^12 cases, \d+ sessions held · all days$/).waitFor();

  // Every figure has its sentence; no case is named and nothing is said of safety.
  const words = await page.locator("main").innerText();
  for (const said of [/\d+ cases seen in /, /Of \d+ cases followed, \d+ moved up at least once/, /2 cases closed: 1 deepened and 1 ended/])
    expect(words).toMatch(said);
  for (const said of [/Told by the client alone: \d+ of \d+ entries/, /Explored in most cases: /, /Not rated, of \d+ sessions: /])
    expect(words).toMatch(said);
  expect(words).not.toMatch(/Harbor|Cedar|Elm|Meridian|Lantern|safety|concern/i);

  const curve = page.getByRole("slider", { name: /^Time to a first upward move/ });
  await curve.focus();
  await keyboard.press("Home");
  await expect.poll(() => curve.getAttribute("aria-valuetext")).toBe("First rating");
  await keyboard.press("ArrowRight");
  await expect.poll(() => curve.getAttribute("aria-valuetext")).toMatch(/^\d+ days .*after the first rating$/);
  await page.getByText("Cases followed up to here").first().waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole("figure", { name: "Time to a first upward move" }).getByRole("button", { name: "as a table" }).click();
  await page.getByRole("table", { name: "Time to a first upward move, every figure" }).waitFor();

  await page.getByRole("radio", { name: "Last 12 months" }).click();
  await page.waitForURL(/\/insights\?months=12$/);
  await page.getByText(/^12 cases, \d+ sessions held · 1 /).waitFor();
});
