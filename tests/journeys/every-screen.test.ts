import { expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { openJourney, WIDTHS } from "./harness/journey.ts";
import { setUpPractice } from "./harness/people.ts";

/** Every screen there is, on the sample practice, by its path. */
async function screensOf(page: import("playwright-core").Page, url: string): Promise<string[]> {
  const links = page.locator("main a").filter({ hasText: /^Meridian$/ });
  await links.first().waitFor();
  const paths = await links.evaluateAll((found) => found.map((each) => (each as HTMLAnchorElement).pathname));
  const coupleCase = paths.find((path) => /^\/cases\/[^/]+$/.test(path));
  await page.goto(`${url}${coupleCase}/sessions`);
  const session = await page.locator("main a[href*='/sessions/']").first().getAttribute("href");
  return [
    "/",
    `${coupleCase}`,
    `${coupleCase}/sessions`,
    `${coupleCase}/themes`,
    `${coupleCase}/measures`,
    `${coupleCase}/measures?record=score`,
    `${coupleCase}/compare`,
    `${coupleCase}/goals`,
    `${coupleCase}/edit`,
    `${session}`,
    "/log",
    "/cases/new",
    "/import",
    "/insights",
    "/settings",
  ];
}

it.each([
  ["light", false],
  ["dark", true],
])("every screen passes axe and fits its width, %s", async (_, dark) => {
  const { page, url } = await openJourney({ dark });
  await setUpPractice(page, url, "sample");
  const found: string[] = [];
  for (const path of await screensOf(page, url)) {
    for (const [name, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${url}${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      const where = `${path.replace(/[0-9a-f-]{36}/g, "…")} (${name})`;
      found.push(...(await axeViolations(page)).map((violation) => `${where}: ${violation}`));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) found.push(`${where}: scrolls sideways by ${sideways} px`);
    }
  }
  expect(found).toEqual([]);
});
