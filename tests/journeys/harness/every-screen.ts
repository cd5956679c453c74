import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations } from "./accessibility.ts";
import { openJourney, WIDTHS } from "./journey.ts";
import { settling } from "./settling.ts";

/** Every screen there is, in two halves, so that the files that look at them take about as long as others. */
const HALVES = {
  "of a case": async (page: Page, url: string) => {
    const links = page.locator("main a").filter({ hasText: /^Meridian$/ });
    await links.first().waitFor();
    const paths = await links.evaluateAll((found) => found.map((each) => (each as HTMLAnchorElement).pathname));
    const coupleCase = paths.find((path) => /^\/cases\/[^/]+$/.test(path));
    await page.goto(`${url}${coupleCase}/sessions`);
    const session = await page.locator("main a[href*='/sessions/']").first().getAttribute("href");
    const tabs = ["", "/sessions", "/themes", "/measures", "/measures?record=score", "/compare", "/goals", "/edit"];
    return [...tabs.map((tab) => `${coupleCase}${tab}`), `${session}`];
  },
  "beside the cases": async () => ["/", "/log", "/cases/new", "/import", "/insights", "/settings"],
};

/** Opens each screen of one half at each width, on the sample practice, and lists what axe finds and what scrolls sideways. */
export async function expectSoundScreens(half: keyof typeof HALVES, { dark }: { dark: boolean }): Promise<void> {
  const { page, url } = await openJourney({ dark, practice: "sample" });
  const settled = settling(page);
  const found: string[] = [];
  for (const path of await HALVES[half](page, url)) {
    for (const [name, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${url}${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await settled();
      const where = `${path.replace(/[0-9a-f-]{36}/g, "…")} (${name})`;
      found.push(...(await axeViolations(page)).map((violation) => `${where}: ${violation}`));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) found.push(`${where}: scrolls sideways by ${sideways} px`);
    }
  }
  expect(found).toEqual([]);
}
