import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { Keyboard } from "./harness/keyboard.ts";
import { setUpPractice } from "./harness/people.ts";
import { sharedBrowser } from "./harness/prepared.ts";
import { type RunningServer, startServer, temporaryFolders } from "./harness/server.ts";

const EVIDENCE = "Asked why it goes quiet afterwards, and waited for the answer.";
const NOTE = "Dana said it before she was angry. A small thing, and new.";

let server: RunningServer;
let page: Page;
const folders = temporaryFolders();

beforeAll(async () => {
  server = await startServer(folders);
  const browser = await sharedBrowser();
  page = await (await browser.newContext({ locale: "en-US", timezoneId: "America/New_York" })).newPage();
  page.setDefaultTimeout(15_000);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    await page.screenshot({ path: `test-results/${task.name.slice(0, 40).replace(/\W+/g, "-")}.png`, fullPage: true });
});

afterAll(async () => {
  await page?.context().close();
  await server?.stop();
  folders.remove();
});

/** One whole session from the case screen: presence, stage with evidence, seven ratings, two themes, one shift, one line of note. */
async function logByKeyboard(keyboard: Keyboard, { day, stage, ratings }: { day: string; stage: string; ratings: string }): Promise<void> {
  await keyboard.press("l");
  await page.waitForURL(/\/log\//);
  await page.getByRole("heading", { name: /log session/i }).waitFor();
  await expect.poll(() => keyboard.field()).toBe("presence");
  const daysKeys = new Keyboard(page);
  await daysKeys.until("day", "Shift+Tab");
  // Backwards through the field's own stops: calendar button, year, day, month.
  await daysKeys.press("Shift+Tab", "Shift+Tab", "Shift+Tab");
  await daysKeys.write(day);
  await daysKeys.until("presence");

  await keyboard.press("1");
  await keyboard.press(stage);
  await keyboard.press("1");
  await keyboard.write(EVIDENCE);
  await keyboard.press("Tab", "Tab");
  for (const rating of ratings) await keyboard.press(rating);
  await keyboard.press("1", "3", "Tab", "9");
  await keyboard.until("noteSections");
  await keyboard.write(NOTE);
  await keyboard.press("Control+Enter");
  await page.waitForURL(/\/cases\/[^/]+$/);
}

describe("the spine, in a real browser", () => {
  it("sets up, opens a case and logs three sessions by keyboard alone, each in at most 45 key presses beyond the text", async () => {
    await setUpPractice(page, server.url, "empty");
    await page.getByRole("link", { name: "Open a case" }).first().click();
    await page.getByLabel("Name of the case").fill("Harbor");
    await page.getByLabel("Opened on").fill("2026-03-02");
    await page.getByLabel("What you call them").first().fill("Dana");
    await page.getByLabel("What you call them").last().fill("Kit");
    await page.getByRole("button", { name: "Open the case" }).click();
    await page.getByRole("heading", { name: "Harbor" }).waitFor();
    for (const session of [
      { day: "03092026", stage: "1", ratings: "3024t51" },
      { day: "03162026", stage: "2", ratings: "41-4652" },
      { day: "03232026", stage: "3", ratings: "6347763" },
    ]) {
      const keyboard = new Keyboard(page);
      await logByKeyboard(keyboard, session);
      expect(keyboard.presses).toBeLessThanOrEqual(45);
    }
  });

  it("shows the three sessions on the timeline and in its table, zero as zero and not rated as not rated", async () => {
    await page.getByText("listening", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: /as a table/i }).click();
    const table = page.getByRole("table");
    await table.waitFor();
    const text = (await table.innerText()).replace(/\s+/g, " ");
    for (const day of ["9 Mar", "16 Mar", "23 Mar"]) expect(text).toContain(day);
    expect(text).toContain("not rated");
    expect(await axeViolations(page)).toEqual([]);
  });

  it("corrects one session and keeps both versions readable", async () => {
    await page.getByRole("link", { name: "Sessions" }).click();
    await page
      .getByRole("link", { name: /16 Mar/ })
      .first()
      .click();
    await page.getByRole("button", { name: /correct/i }).click();
    await page.waitForURL(/\/log\//);
    const keyboard = new Keyboard(page);
    await keyboard.until("stage");
    await keyboard.press("5", "Control+Enter");
    await page.waitForURL(/\/cases\//);
    await page.getByRole("link", { name: "Sessions" }).click();
    await page
      .getByRole("link", { name: /16 Mar/ })
      .first()
      .click();
    await page
      .getByText(/willing to try/)
      .first()
      .waitFor();
    await page
      .getByText(/original|version 1/i)
      .first()
      .click();
    await page
      .getByText(/listening/)
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("leaves nothing of the record in the page, the storage or behind the Back button after signing out", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.waitForURL(/\/sign-in/);
    const left = async () =>
      page.evaluate(async () => {
        const databases = "databases" in indexedDB ? await indexedDB.databases() : [];
        return [
          document.documentElement.outerHTML,
          JSON.stringify({ ...localStorage }),
          JSON.stringify({ ...sessionStorage }),
          JSON.stringify(databases),
          document.cookie,
        ].join("\n");
      });
    for (const word of ["Harbor", "Dana", "Kit", EVIDENCE.slice(0, 20)]) expect(await left()).not.toContain(word);
    await page.goBack();
    await page.waitForTimeout(1_000);
    for (const word of ["Harbor", "Dana", EVIDENCE.slice(0, 20)]) expect(await left()).not.toContain(word);
    expect(server.log()).not.toContain("Harbor");
  });
});
