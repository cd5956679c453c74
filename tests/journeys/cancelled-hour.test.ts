import { expect, it } from "vitest";
import { openJourney } from "./harness/journey.ts";
import { openCase } from "./harness/people.ts";

it("a cancelled hour is logged in two keys and counts as what it is", async () => {
  const { page, keyboard } = await openJourney({ practice: "empty" });
  await openCase(page, { label: "Harbor", openedOn: "2026-03-02" });
  await page.keyboard.press("l");
  await page.waitForURL(/\/log\//);
  await expect.poll(() => keyboard.field()).toBe("presence");
  await keyboard.press("c", "Control+Enter");
  await page.waitForURL(/\/cases\/[^/]+$/);
  await page.getByRole("link", { name: "Sessions" }).click();
  await page.getByText("cancelled", { exact: true }).first().waitFor();
  await page.getByText("0 sessions").first().waitFor();
});
