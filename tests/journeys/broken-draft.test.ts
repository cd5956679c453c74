import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { openDatabase } from "#server/database/open.ts";
import { sql } from "#server/database/sql.ts";
import { DATABASE_FILE, unlockDataFolder } from "#server/keys/keys.ts";
import { axeViolations } from "./harness/accessibility.ts";
import { WIDTHS } from "./harness/journey.ts";
import { openCase, signIn } from "./harness/people.ts";
import { giveSignIn, preparedFolders, sharedBrowser } from "./harness/prepared.ts";
import { type Folders, startServer } from "./harness/server.ts";

/** What a version to come could have stored: a form of another shape, with the words of an evening in it. */
const OF_ANOTHER_VERSION = JSON.stringify({
  version: 9,
  value: {
    hour: { day: "2026-11-20" },
    seen: ["He stayed for the whole hour and asked one question."],
    note: { text: "Agreed to try Sunday again." },
  },
});

async function storeDrafts({ dataDir, keyDir }: Folders, body: string): Promise<void> {
  const database = await openDatabase({ file: join(dataDir, DATABASE_FILE), key: unlockDataFolder(dataDir, keyDir).keys.database });
  await database.transaction(NOBODY, (tx) => tx.execute(sql`UPDATE "draft" SET "body" = ${body}`));
  await database.close();
}

async function expectSound(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [screen, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), `${name} on a ${screen}, ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} on a ${screen}`).toBe(true);
      const folder = process.env.PICTURES;
      if (folder) await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
}

describe("a draft that this version cannot open as a form", () => {
  it("offers its text to be copied, and is discarded only when asked", async () => {
    const folders = preparedFolders("empty");
    onTestFinished(() => folders.remove());
    const before = await startServer(folders);
    const browser = await sharedBrowser();
    const context = await browser.newContext({ locale: "en-US", timezoneId: "America/New_York", reducedMotion: "reduce" });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await giveSignIn(context, before.url);
    await page.goto(before.url);
    await openCase(page, { label: "Harbor", openedOn: "2026-02-02" });
    await page.keyboard.press("l");
    await page.waitForURL(/\/log\/./);
    const { pathname } = new URL(page.url());
    const saved = page.waitForResponse((response) => response.url().includes("drafts.save") && response.ok());
    await page.getByRole("textbox", { name: "Note", exact: true }).fill("Agreed to try Sunday again.");
    await saved;
    await before.stop();
    await storeDrafts(folders, OF_ANOTHER_VERSION);

    const server = await startServer(folders);
    onTestFinished(() => server.stop());
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
    await signIn(page, server.url);
    await page.getByRole("heading", { name: "Caseload" }).waitFor();
    await page.goto(`${server.url}${pathname}`);
    await page.getByText("He stayed for the whole hour and asked one question.").waitFor();
    await expectSound(page, "broken-draft");

    await page.getByRole("button", { name: "Copy all text" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Agreed to try Sunday again.");
    await page.getByRole("button", { name: "Discard this draft" }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("He stayed for the whole hour and asked one question.").waitFor();
    await page.getByRole("button", { name: "Discard this draft" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /discard/i })
      .click();
    await page.waitForURL((url) => url.pathname !== pathname);
    await page.goto(`${server.url}${pathname}`);
    await page
      .getByText(/no longer (here|there)|finished or discarded|gone/i)
      .first()
      .waitFor();
    expect(await page.getByText("He stayed for the whole hour and asked one question.").count()).toBe(0);
  });
});
