import { expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { openJourney } from "./harness/journey.ts";
import { setUpPractice } from "./harness/people.ts";

const COUPLES = 12;

it("a therapist sets up, writes the recovery key down, and reads the sample practice's caseload", async () => {
  const { page, url, picture } = await openJourney();
  await setUpPractice(page, url, "sample");
  await page.getByRole("table").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await picture("first-run-caseload");
  await page.goto(`${url}/?status=all`);
  await page.getByRole("table").waitFor();
  expect(await page.getByRole("table").getByRole("row").count()).toBe(COUPLES + 1);
});

it("the first screen passes axe at every width, light and dark", async () => {
  for (const dark of [false, true]) {
    const { page, url } = await openJourney({ dark });
    await page.goto(url);
    await page.waitForURL("**/set-up");
    for (const width of [1280, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page), `${width} px, ${dark ? "dark" : "light"}`).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect(wider, `${width} px scrolls sideways`).toBe(false);
    }
  }
});
